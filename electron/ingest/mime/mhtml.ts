import type { Reading } from '#domain/article/capture'
import { failure } from '#domain/failure'
import { failed, type Result } from '#domain/result'
import type { PageContext } from '../html/context'
import { resourcesOf } from '../html/pictures/resources'
import { instantOf } from '../instant'
import { type ContainerReader, whole } from '../member'
import { readBytes } from '../read-bytes'
import { type MimeMessage, type MimePart, mimeParts } from './mime-parts'

/** A page saved by a browser with all its files in one (RFC 2557): one article. */
export const readMhtml: ContainerReader = ({ bytes, fileName }) => [whole(() => readPage(bytes, fileName))]

async function readPage(bytes: Uint8Array, fileName: string): Promise<Result<Reading>> {
  const message = await mimeParts(bytes, fileName)
  if (!message.ok) return message
  const page = pageOf(message.value)
  if (page === null) return failed(failure('file-not-an-article', { file: fileName }))
  const reading = readBytes(page.bytes, fileName, contextOf(message.value, page), page.charset)
  return reading.ok ? { ...reading, value: { ...reading.value, mediaType: 'multipart/related' } } : reading
}

/** The part that the message says it shows, else the first page in it: frames come after it. */
function pageOf({ header, parts }: MimeMessage): MimePart | null {
  const shown = header('snapshot-content-location') ?? header('content-location')
  const pages = parts.filter(({ contentType }) =>
    /^(?:text\/html|application\/xhtml\+xml)$/.test(contentType),
  )
  return pages.find((part) => shown !== null && part.contentLocation === shown) ?? pages[0] ?? null
}

function contextOf({ header, parts }: MimeMessage, page: MimePart): PageContext {
  const url = header('snapshot-content-location') ?? page.contentLocation
  return {
    url: url !== null && /^https?:/i.test(url) ? url : null,
    capturedAt: instantOf(header('date')),
    from: 'mhtml',
    resource: resourcesOf(
      parts.map(({ contentId, contentLocation, bytes }) => ({
        addresses: [contentLocation, contentId && `cid:${contentId}`].filter((address) => address !== null),
        bytes,
      })),
    ),
  }
}
