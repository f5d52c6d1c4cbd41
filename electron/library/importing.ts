import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ImportedFile } from '#contract/importing'
import type { CaptureDraft } from '#domain/article/capture'
import { type Failure, failure } from '#domain/failure'
import { type SentenceLocale, sentence } from '#domain/failure-sentences'
import type { Result } from '#domain/result'
import { failureOf, inTransaction } from '../store/database'
import { captureOfBytes } from '../store/tables/captures'
import { checkedDraft } from './draft'
import type { Library } from './library'
import { pack } from './packing'
import { readWhole } from './reading-files'
import { type ReadyFile, type Stored, storeFile } from './storing'
import { walkPaths } from './walking'

/** What turns bytes into a draft, in a process of its own or, on the command line, in this one. */
export type DraftParser = {
  readonly parse: (bytes: Uint8Array, fileName: string) => Promise<Result<CaptureDraft>>
}

export type ImportOptions = {
  /** Called once, when all folders have been walked: how many files there are. */
  readonly onTotal?: (total: number) => void
  /** Called for each file in turn, after what became of it has been committed. */
  readonly onFile?: (file: ImportedFile) => void
  /** Ends the import: what is parsed is still committed and reported, the rest is left out. */
  readonly signal?: AbortSignal
  /** Language of the sentences for refused files; English unless given. */
  readonly locale?: SentenceLocale
}

/** Files that are read and parsed ahead of the one that is being stored: keeps both processes busy. */
const AHEAD = 3

/**
 * One transaction takes up to this many files, or this much time (ms), or this many bytes: a commit waits for the
 * disk (5 ms here), a reader's click must not wait for a batch, and memory stays flat.
 */
const BATCH_FILES = 32
const BATCH_TIME = 150
const BATCH_BYTES = 16 * 1024 ** 2

/** A file on its way: ready to be stored, or its outcome is known already. */
type Prepared =
  | { readonly path: string; readonly ready: ReadyFile }
  | { readonly path: string; readonly known: Known }
type Known = Stored & { readonly failure: Failure | null }

/**
 * Imports files and folders. A file that fails is refused with its reason and the next one goes on; a crash in the middle
 * loses none that was reported.
 */
export async function importPaths(
  library: Library,
  parser: DraftParser,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<{ readonly cancelled: boolean }> {
  const { onTotal, onFile, signal, locale = 'en' } = options
  const walked = await walkPaths(paths, signal)
  onTotal?.(walked.length)
  const batch = createBatch(library, (path, known) => onFile?.(importedFile(path, known, locale)))
  const waiting: Promise<Prepared>[] = []
  let next = 0
  while (!signal?.aborted && (next < walked.length || waiting.length > 0)) {
    for (; waiting.length < AHEAD && next < walked.length; next += 1) {
      const each = walked[next]
      if (each !== undefined) waiting.push(prepared(library, parser, each.path, each.failure))
    }
    const first = waiting.shift()
    const done = first === undefined ? null : await orCancelled(first, signal)
    if (done !== null) batch.add(done)
  }
  batch.commit()
  return { cancelled: signal?.aborted ?? false }
}

async function prepared(
  library: Library,
  parser: DraftParser,
  path: string,
  problem: Failure | null,
): Promise<Prepared> {
  if (problem !== null) return { path, known: refused(problem) }
  const fileName = basename(path)
  try {
    const bytes = await readWhole(path)
    if (!bytes.ok) return { path, known: refused(bytes.failure) }
    const sha256 = createHash('sha256').update(bytes.value).digest('hex')
    const there = captureOfBytes(library.db, sha256)
    if (there !== undefined) return { path, known: { outcome: 'already-there', ...there, failure: null } }
    // Packed first: handing the bytes to the parser may take them from us.
    const original = await pack(bytes.value, sha256)
    const draft = await parser.parse(bytes.value, fileName)
    if (!draft.ok) return { path, known: refused(draft.failure) }
    const checked = checkedDraft(draft.value)
    if (checked === null) return { path, known: refused(failure('parser-crashed', { file: fileName })) }
    return { path, ready: { fileName, original, draft: checked } }
  } catch (error) {
    // One file that shows us a bug of ours must not keep the others out.
    return { path, known: refused(failureOf(error) ?? failure('internal')) }
  }
}

type Batch = { readonly add: (file: Prepared) => void; readonly commit: () => void }

/** Gathers files until a transaction is worth its wait for the disk, then stores and reports them, in order. */
function createBatch(library: Library, report: (path: string, known: Known) => void): Batch {
  let files: Prepared[] = []
  let bytes = 0
  let timer: NodeJS.Timeout | undefined

  function commit(): void {
    clearTimeout(timer)
    timer = undefined
    const now = files
    files = []
    bytes = 0
    const stored = storedTogether(library, now) ?? now.map((file) => storedAlone(library, file))
    for (const [index, file] of now.entries()) {
      report(file.path, stored[index] ?? refused(failure('internal')))
    }
  }

  function add(file: Prepared): void {
    files.push(file)
    timer ??= setTimeout(commit, BATCH_TIME)
    if ('ready' in file) bytes += file.ready.original.size + 2 * file.ready.draft.text.length
    if (files.length >= BATCH_FILES || bytes >= BATCH_BYTES) commit()
  }

  return { add, commit }
}

/** Stores all files in one transaction; null, and none is stored, when one of them cannot be. */
function storedTogether(library: Library, files: readonly Prepared[]): Known[] | null {
  try {
    return inTransaction(library.db, () => files.map((file) => stored(library, file)))
  } catch {
    return null
  }
}

function storedAlone(library: Library, file: Prepared): Known {
  try {
    return inTransaction(library.db, () => stored(library, file))
  } catch (error) {
    return refused(failureOf(error) ?? failure('internal'))
  }
}

function stored(library: Library, file: Prepared): Known {
  return 'known' in file ? file.known : { ...storeFile(library, file.ready), failure: null }
}

function refused(problem: Failure): Known {
  return { outcome: 'refused', articleId: null, captureId: null, failure: problem }
}

function importedFile(path: string, known: Known, locale: SentenceLocale): ImportedFile {
  const { outcome, articleId, captureId, failure: problem } = known
  const message = problem === null ? null : sentence(problem.code, locale, problem.detail)
  return { file: path, outcome, articleId, captureId, code: problem?.code ?? null, message }
}

/**
 * The outcome of `work`, or null as soon as the import is cancelled: a file that the parser is slow with is not waited
 * for. (Not `Promise.race` against one long-lived promise, which would keep every draft that ever won.)
 */
function orCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null)
    signal?.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', stop))
  })
}
