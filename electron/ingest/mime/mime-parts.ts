import { Readable } from 'node:stream'
import { type MimeNode, Splitter } from '@zone-eu/mailsplit'
import libmime from 'libmime'
import { type Failure, failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { LIMITS } from '../limits'

/** One leaf of a message, decoded from its transfer encoding. */
export type MimePart = {
  /** Lower case, without parameters. */
  readonly contentType: string
  /** As the part declares it; null when it does not. */
  readonly charset: string | null
  /** Without angle brackets; null when the part has none. */
  readonly contentId: string | null
  /** The address that other parts call it by (RFC 2557); null when the part has none. */
  readonly contentLocation: string | null
  readonly isAttachment: boolean
  readonly bytes: Uint8Array
}

/** A message: what its own header says, and its leaves in order. */
export type MimeMessage = {
  /** The first header of this name, unfolded and decoded; null when there is none. */
  readonly header: (name: string) => string | null
  readonly parts: readonly MimePart[]
}

/**
 * Takes a MIME message apart: e-mail, MHTML. Messages inside of it are parts of it.
 *
 * Fails with `file-over-limits` (depth, number of parts, size of a header) or `file-damaged`; never throws for what it reads.
 */
export async function mimeParts(bytes: Uint8Array, fileName: string): Promise<Result<MimeMessage>> {
  const refused = (code: 'file-over-limits' | 'file-damaged') => failed(failure(code, { file: fileName }))
  const splitter = new Splitter({ maxChildNodes: LIMITS.mimeParts })
  const leaves = new Map<MimeNode, Uint8Array[]>()
  let root: MimeNode | null = null
  try {
    for await (const chunk of Readable.from([bytes], { objectMode: false }).pipe(splitter)) {
      if (chunk.type === 'node') {
        root ??= chunk
        if (depthOf(chunk) > LIMITS.mimeDepth) return refused('file-over-limits')
        if (!chunk.multipart) leaves.set(chunk, [])
      } else if (chunk.type === 'body') leaves.get(chunk.node)?.push(chunk.value)
    }
    const parts: MimePart[] = []
    for (const [node, chunks] of leaves) parts.push(await partOf(node, chunks))
    const top = root
    return top === null ? refused('file-damaged') : ok({ header: (name) => headerOf(top, name), parts })
  } catch (error) {
    const problem = failureOfSplitter(error, fileName)
    if (problem === null) throw error
    return failed(problem)
  }
}

function depthOf(node: MimeNode): number {
  let depth = 0
  for (let at = node.parentNode; at; at = at.parentNode) depth += 1
  return depth
}

async function partOf(node: MimeNode, chunks: readonly Uint8Array[]): Promise<MimePart> {
  const contentType = (node.contentType || 'text/plain').toLowerCase()
  return {
    contentType,
    charset: node.charset || null,
    contentId: headerOf(node, 'content-id')?.replace(/^<|>$/g, '') ?? null,
    contentLocation: headerOf(node, 'content-location')?.replace(/\s+/g, '') ?? null,
    isAttachment: node.disposition === 'attachment',
    bytes: await decoded(node, chunks),
  }
}

/** `chunks` out of base64 or quoted-printable; another encoding is passed on as it is. */
async function decoded(node: MimeNode, chunks: readonly Uint8Array[]): Promise<Uint8Array> {
  const decoder = Readable.from(chunks, { objectMode: false }).pipe(node.getDecoder())
  const out: Uint8Array[] = []
  for await (const chunk of decoder) out.push(chunk)
  return Buffer.concat(out)
}

function headerOf(node: MimeNode, name: string): string | null {
  const value = node.headers ? node.headers.getFirst(name) : ''
  return libmime.decodeWords(value.replace(/\r?\n[ \t]+/g, ' ')).trim() || null
}

function failureOfSplitter(error: unknown, file: string): Failure | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? error.code : undefined
  return code === 'EMAXLEN' ? failure('file-over-limits', { file }) : null
}
