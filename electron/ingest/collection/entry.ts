import { posix } from 'node:path'
import { zipSync } from 'fflate'
import type { Reading } from '#domain/article/capture'
import { type Failure, failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { LIMITS } from '../limits'
import { type Beside, type FileInput, type FoundMember, type Inside, whole } from '../member'
import { type ArticleRecord, withRecord } from './record'

/** One entry of a collection: what is told of an article, and the files that hold its text. */
export type Entry = {
  readonly record: ArticleRecord
  /** What tells the entry from the others, for a person. */
  readonly part: string
  /** The files beside the list in which the article may be, the best first; those of other kinds are not named. */
  readonly files: readonly string[]
  /** Other files that belong to the entry and are kept with it. */
  readonly kept: readonly string[]
  /** The list with this entry alone, and its name: a list that can be read again by itself. */
  readonly list: { readonly name: string; readonly text: string }
}

/**
 * The articles of a list. A list without entries, or with nothing beside it, is refused as a whole, and not once for
 * each of its entries.
 */
export async function* articlesOfEntries(
  entries: Iterable<Entry>,
  input: Pick<FileInput, 'fileName' | 'beside'>,
  inside: Inside,
): AsyncGenerator<FoundMember> {
  let found = false
  if (input.beside !== undefined) {
    for (const entry of entries) {
      found = true
      yield await articleOfEntry(entry, input, inside)
    }
  }
  if (!found) yield whole(() => failed(failure('entry-without-text', { file: input.fileName })))
}

/**
 * Finds an entry's article. Its original is a ZIP of the list with this entry alone and the entry's files, laid as in the export:
 * what the collection tells is kept with the text that it is told of, and is read again with it (ADR 0009).
 */
async function articleOfEntry(
  entry: Entry,
  { fileName, beside }: Pick<FileInput, 'fileName' | 'beside'>,
  inside: Inside,
): Promise<FoundMember> {
  const { part, record, list } = entry
  const paths = [...entry.files, ...entry.kept]
  const handed = (await beside?.(paths)) ?? []
  const found = new Map(
    paths.flatMap((path, index) => (handed[index] ? [[path, handed[index]] as const] : [])),
  )
  const texts = entry.files.flatMap((path) => {
    const bytes = found.get(path)
    return bytes === undefined ? [] : [{ path, bytes }]
  })
  if (texts.length === 0) {
    return { part, original: null, read: () => failed(failure('entry-without-text', { file: fileName })) }
  }
  const read = async () => {
    const reading = await firstArticle(texts, beside, inside)
    return reading.ok ? ok(withRecord(reading.value, record)) : reading
  }
  const original = packed(list, found)
  if (original.length <= LIMITS.input) return { part, original, read }
  return { part, original: null, read: () => failed(failure('file-over-limits', { file: fileName })) }
}

/** The first of the files that is an article; else why the first is none. */
async function firstArticle(
  texts: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  beside: Beside | undefined,
  inside: Inside,
): Promise<Result<Reading>> {
  let problem: Failure | null = null
  for (const { path, bytes } of texts) {
    const input = { bytes, fileName: posix.basename(path), ...(beside && { beside: below(beside, path) }) }
    for await (const found of inside.articlesOf(input)) {
      const reading = await found.read()
      if (reading.ok) return reading
      problem ??= reading.failure
      break
    }
  }
  return failed(problem ?? failure('file-not-an-article'))
}

/** What lies beside a file of the export, which is not what lies beside its list. */
function below(beside: Beside, file: string): Beside {
  return (paths) => beside(paths.map((path) => posix.join(posix.dirname(file), path)))
}

/** The oldest day that a ZIP can hold: the same entry gives the same bytes, and is known again. */
const NO_DAY = new Date(1980, 0, 1)

function packed(list: Entry['list'], files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const contents = Object.fromEntries([[list.name, new TextEncoder().encode(list.text)], ...files])
  // Not deflated: the library packs it, and PDF and EPUB files are packed already.
  return zipSync(contents, { level: 0, mtime: NO_DAY })
}
