import type { ImportedFile } from '#contract/importing'
import { type SentenceLocale, sentence } from '#domain/failure-sentences'
import { createBatch } from './import-batch'
import { type Arrived, beginFile, type DraftParser, type Known } from './import-file'
import type { Library } from './library'
import { type Walked, walkPaths } from './walking'

export type ImportOptions = {
  /** Called once, when all folders have been walked: how many files there are. */
  readonly onTotal?: (total: number) => void
  /** Called for each article of each file in turn, after what became of it has been committed. */
  readonly onFile?: (file: ImportedFile) => void
  /** Called when all that a file holds has been reported. */
  readonly onFileDone?: () => void
  /** Ends the import: what is parsed is still committed and reported, the rest is left out. */
  readonly signal?: AbortSignal
  /** Makes each article one of its own, though the library has it or another capture of it: a deliberate copy. */
  readonly apart?: boolean
  /** Language of the sentences for refused files; English unless given. */
  readonly locale?: SentenceLocale
}

/** Files that are read and parsed ahead of the one that is being stored: keeps both processes busy. */
const AHEAD = 3

/**
 * Imports files and folders. A file that fails is refused with its reason and the next one goes on; so does an article
 * of a file that holds several. A crash in the middle loses none that was reported.
 */
export async function importPaths(
  library: Library,
  parser: DraftParser,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<{ readonly cancelled: boolean }> {
  const { onTotal, onFile, onFileDone, signal, locale = 'en', apart = false } = options
  const walked = await walkPaths(paths, signal)
  onTotal?.(walked.length)
  const batch = createBatch(library, {
    onArticle: (path, part, known) => onFile?.(importedFile(path, part, known, locale)),
    onFileDone: () => onFileDone?.(),
  })
  for await (const articles of filesAhead(library, parser, walked, { signal, apart })) {
    const arriving = articles[Symbol.asyncIterator]()
    for (;;) {
      const next = await orCancelled(arriving.next(), signal)
      if (next === null || next.done) break
      batch.add(next.value)
    }
    if (signal?.aborted) break
    batch.fileDone()
  }
  batch.commit()
  return { cancelled: signal?.aborted ?? false }
}

/** The files in order, each as soon as its reading has begun, with a few behind it already under way. */
async function* filesAhead(
  library: Library,
  parser: DraftParser,
  walked: readonly Walked[],
  how: { readonly signal: AbortSignal | undefined; readonly apart: boolean },
): AsyncGenerator<AsyncIterable<Arrived>> {
  const { signal } = how
  const waiting: Promise<AsyncIterable<Arrived>>[] = []
  let next = 0
  while (!signal?.aborted && (next < walked.length || waiting.length > 0)) {
    for (; waiting.length < AHEAD && next < walked.length; next += 1) {
      const each = walked[next]
      if (each !== undefined) waiting.push(beginFile(library, parser, each, how))
    }
    const first = waiting.shift()
    const begun = first === undefined ? null : await orCancelled(first, signal)
    if (begun !== null) yield begun
  }
}

function importedFile(path: string, part: string | null, known: Known, locale: SentenceLocale): ImportedFile {
  const { outcome, articleId, captureId, failure: problem } = known
  const message = problem === null ? null : sentence(problem.code, locale, problem.detail)
  return { file: path, part, outcome, articleId, captureId, code: problem?.code ?? null, message }
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
