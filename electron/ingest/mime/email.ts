import type { Reading } from '#domain/article/capture'
import type { CaptureFacts } from '#domain/article/facts'
import type { Told } from '#domain/article/told'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { NO_CONTEXT } from '../html/context'
import { resourcesOf } from '../html/pictures/resources'
import { isoOf } from '../instant'
import { type ContainerReader, whole } from '../member'
import { readBytes } from '../read-bytes'
import { type MimeMessage, type MimePart, mimeParts } from './mime-parts'

/** A newsletter or an article that somebody mailed: one article, its subject the headline when the text has none. */
export const readEmail: ContainerReader = ({ bytes, fileName }) => [whole(() => readMessage(bytes, fileName))]

/** Reads one message (RFC 5322). Fails as `mimeParts` does, or with `file-not-an-article` when it has no text. */
export async function readMessage(bytes: Uint8Array, fileName: string): Promise<Result<Reading>> {
  const message = await mimeParts(bytes, fileName)
  if (!message.ok) return message
  const notOne = failed(failure('file-not-an-article', { file: fileName }))
  const body = bodyOf(message.value.parts)
  if (body === null) return notOne
  const context = { ...NO_CONTEXT, from: 'e-mail', resource: resourcesOf(filesOf(message.value.parts)) }
  const reading = readBytes(body.bytes, fileName, context, body.charset)
  if (!reading.ok) return notOne
  return ok({
    ...reading.value,
    mediaType: 'message/rfc822',
    facts: withHeaders(reading.value.facts, message.value),
  })
}

/** The page of the message when it has one, else its plain text: a newsletter's plain text is often only a stand-in. */
function bodyOf(parts: readonly MimePart[]): MimePart | null {
  const shown = parts.filter((part) => !part.isAttachment && part.bytes.length > 0)
  return (
    shown.find(({ contentType }) => contentType === 'text/html') ??
    shown.find(({ contentType }) => contentType === 'text/plain') ??
    null
  )
}

function filesOf(parts: readonly MimePart[]) {
  return parts.map(({ contentId, contentLocation, bytes }) => ({
    addresses: [contentId && `cid:${contentId}`, contentLocation].filter((address) => address !== null),
    bytes,
  }))
}

/** What the headers tell, where the message's own text does not. The sender is the outlet, not the author. */
function withHeaders(facts: CaptureFacts, { header }: MimeMessage): CaptureFacts {
  return {
    ...facts,
    headline:
      facts.headline ?? told(header('subject')?.replace(/^(?:(?:fwd?|re|aw|wg)\s*:\s*)+/i, '') ?? null),
    published: facts.published ?? told(isoOf(header('date'))),
    publisher: facts.publisher ?? told(senderName(header('from'))),
    contact: facts.contact ?? told(header('reply-to')),
    url: facts.url ?? told(webAddress(header('list-archive') ?? header('content-base'))),
  }
}

function told(value: string | null): Told<string> | null {
  return value ? { value, assertedBy: 'article', range: null, from: 'header' } : null
}

function senderName(from: string | null): string | null {
  return /^\s*"?([^"<@]*[^"<@\s])"?\s*</.exec(from ?? '')?.[1] ?? null
}

function webAddress(value: string | null): string | null {
  return /https?:[^\s<>"]+/i.exec(value ?? '')?.[0] ?? null
}
