import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { CaptureDraft } from '#domain/article/capture'
import { type Failure, failure } from '#domain/failure'
import type { FileInput, Member } from '../ingest/member'
import { failureOf } from '../store/database'
import { captureOfBytes } from '../store/tables/captures'
import type { Companions } from './companions'
import { checkedDraft } from './draft'
import type { Library } from './library'
import { pack } from './packing'
import { readWhole } from './reading-files'
import type { ReadyFile, Stored } from './storing'
import type { Walked } from './walking'

/** What turns a file into the drafts of its articles, in a process of its own. It begins when it is called. */
export type DraftParser = {
  readonly parse: (input: FileInput, signal?: AbortSignal) => AsyncIterable<Member<CaptureDraft>>
}

/** An article on its way: ready to be stored, or what became of it is known already. */
export type Arrived = { readonly path: string; readonly part: string | null } & (
  | { readonly ready: ReadyFile }
  | { readonly known: Known }
)
export type Known = Stored & { readonly failure: Failure | null }

export function refused(problem: Failure): Known {
  return { outcome: 'refused', articleId: null, captureId: null, failure: problem }
}

/**
 * Begins to read a file; its articles come as they are parsed. Identical bytes are told without parsing, unless the file is to be an article
 * `apart`. Whatever goes wrong is what became of this file or article, and never thrown.
 */
export async function beginFile(
  library: Library,
  parser: DraftParser,
  { path, failure: problem }: Walked,
  how: How = {},
): Promise<AsyncIterable<Arrived>> {
  if (problem !== null) return only(path, refused(problem))
  try {
    const bytes = await readWhole(path)
    if (!bytes.ok) return only(path, refused(bytes.failure))
    return await beginBytes(library, parser, { path, bytes: bytes.value }, how)
  } catch (error) {
    return only(path, unexpected(error))
  }
}

/** As `beginFile`, for bytes that have been read. */
export async function beginBytes(
  library: Library,
  parser: DraftParser,
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  { signal, apart = false, companions }: How,
): Promise<AsyncIterable<Arrived>> {
  const sha256 = digest(bytes)
  const there = apart ? undefined : captureOfBytes(library.db, sha256)
  if (there !== undefined) return only(path, { outcome: 'already-there', ...there, failure: null })
  const fileName = basename(path)
  const beside = await companions?.(path)
  const input = { bytes, fileName, ...(beside === undefined ? {} : { beside }) }
  return arriving({ path, fileName, bytes, sha256, apart }, parser.parse(input, signal))
}

type How = {
  readonly signal?: AbortSignal | undefined
  readonly apart?: boolean
  /** Looks beside the file; bytes that have no folder have nothing beside them. */
  readonly companions?: Companions
}

type WholeFile = {
  readonly path: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly apart: boolean
}

async function* only(path: string, known: Known): AsyncGenerator<Arrived> {
  yield { path, part: null, known }
}

async function* arriving(
  file: WholeFile,
  members: AsyncIterable<Member<CaptureDraft>>,
): AsyncGenerator<Arrived> {
  try {
    for await (const member of members) yield await arrived(file, member)
  } catch (error) {
    yield { path: file.path, part: null, known: unexpected(error) }
  }
}

async function arrived(file: WholeFile, member: Member<CaptureDraft>): Promise<Arrived> {
  const { path, fileName, apart } = file
  const { part, result } = member
  if (!result.ok) return { path, part, known: refused(result.failure) }
  const draft = checkedDraft(result.value)
  if (draft === null) return { path, part, known: refused(failure('parser-crashed', { file: fileName })) }
  const original = await (member.original === null
    ? pack(file.bytes, file.sha256)
    : pack(member.original, digest(member.original)))
  return { path, part, ready: { fileName, part, original, draft, apart } }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** One file that shows us a bug of ours must not keep the others out. */
function unexpected(error: unknown): Known {
  return refused(failureOf(error) ?? failure('internal'))
}
