import type { ImportedFile } from '#contract/importing'
import { selectionPage } from '#domain/article/selection-page'
import { type SentenceLocale, sentence } from '#domain/failure-sentences'
import { createCompanions } from './companions'
import { createBatch } from './import-batch'
import { type Arrived, beginBytes, beginFile, type DraftParser, type Known } from './import-file'
import type { Library } from './library'
import { walkPaths } from './walking'

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
  /** Awaited before each article: holds the import while it is paused. */
  readonly hold?: () => Promise<void>
  /** Language of the sentences for refused files; English unless given. */
  readonly locale?: SentenceLocale
}

type Begin = () => Promise<AsyncIterable<Arrived>>

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
  const { signal, apart = false } = options
  const walked = await walkPaths(paths, signal)
  const companions = createCompanions()
  const begins = walked.map((each) => () => beginFile(library, parser, each, { signal, apart, companions }))
  return importAll(library, begins, options)
}

/** Imports a copied or dropped selection, which has no file; what names it is the moment it came. */
export async function importText(
  library: Library,
  parser: DraftParser,
  { form, text }: { readonly form: 'html' | 'plain'; readonly text: string },
  options: ImportOptions = {},
): Promise<{ readonly cancelled: boolean }> {
  const moment = new Date().toISOString().replace(/\..*$/, '').replace('T', ' ').replaceAll(':', '.')
  const name = `${moment}.${form === 'html' ? 'html' : 'txt'}`
  const bytes = new TextEncoder().encode(form === 'html' ? selectionPage(text) : text)
  return importAll(library, [() => beginBytes(library, parser, { path: name, bytes }, options)], options)
}

/** Imports files in the order in which they are begun, a few of them ahead. */
async function importAll(
  library: Library,
  begins: readonly Begin[],
  options: ImportOptions,
): Promise<{ readonly cancelled: boolean }> {
  const { onTotal, onFile, onFileDone, signal, locale = 'en', hold } = options
  onTotal?.(begins.length)
  const batch = createBatch(library, {
    onArticle: (path, part, known) => onFile?.(importedFile(path, part, known, locale)),
    onFileDone: () => onFileDone?.(),
  })
  for await (const articles of filesAhead(begins, signal)) {
    const arriving = articles[Symbol.asyncIterator]()
    for (;;) {
      await hold?.()
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
  begins: readonly Begin[],
  signal: AbortSignal | undefined,
): AsyncGenerator<AsyncIterable<Arrived>> {
  const waiting: Promise<AsyncIterable<Arrived>>[] = []
  let next = 0
  while (!signal?.aborted && (next < begins.length || waiting.length > 0)) {
    for (; waiting.length < AHEAD && next < begins.length; next += 1) {
      const begin = begins[next]
      if (begin !== undefined) waiting.push(begin())
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
