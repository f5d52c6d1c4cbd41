import type { ExportFormat, ExportManifest, ExportPlan } from '#contract/exporting'
import { type ArticleToExport, type RenderedFile, renderMarkdown } from '#domain/export/render-markdown'
import type { ExportLocale } from '#domain/export/words'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type FileToWrite, planFiles, writeFiles } from '../export/write-files'
import { failureOf, inTransaction } from '../store/database'
import { appendEntry } from './journal'
import type { Library } from './library'
import { openArticle } from './reading'

/** The formats of this version; each makes one file of one article. */
const RENDERERS: Partial<Record<ExportFormat, (article: ArticleToExport) => RenderedFile>> = {
  md: renderMarkdown,
}

export type ExportRequest = {
  readonly articleIds: readonly string[]
  readonly format: ExportFormat
  /** Language of our own words around the article's; English unless given. */
  readonly locale?: ExportLocale
}

/**
 * What exactly would be written: final names, whole texts. Writes nothing.
 *
 * Fails with `export-nothing-chosen`, `article-not-found`, or `not-in-this-version` for a format that is to come.
 */
export function planExport(library: Library, request: ExportRequest): Result<ExportPlan> {
  const rendered = renderAll(library, request)
  return rendered.ok ? ok({ format: request.format, files: planFiles(rendered.value) }) : rendered
}

/**
 * Writes the articles' newest captures with their notes into `folder`, all files or none, and enters into the journal what
 * left.
 *
 * Fails as `planExport` does, and with `export-exists`, `export-not-writable` or `disk-full`.
 */
export async function writeExport(
  library: Library,
  request: ExportRequest & { readonly folder: string; readonly overwrite: boolean },
): Promise<Result<ExportManifest>> {
  const { folder, overwrite, format } = request
  const rendered = renderAll(library, request)
  if (!rendered.ok) return rendered
  const written = await writeFiles({ folder, overwrite, files: rendered.value })
  if (!written.ok) return written
  const files = [...written.value]
  const left = files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes }))
  try {
    const entry = { kind: 'exported', files: left } as const
    const journalId = inTransaction(library.db, () => appendEntry(library, entry))
    return ok({ format, files, journalId })
  } catch (error) {
    const expected = failureOf(error)
    if (expected === null) throw error
    return failed(expected)
  }
}

function renderAll(library: Library, request: ExportRequest): Result<FileToWrite[]> {
  const { articleIds, format, locale = 'en' } = request
  const render = RENDERERS[format]
  if (render === undefined) return failed(failure('not-in-this-version', { what: format }))
  if (articleIds.length === 0) return failed(failure('export-nothing-chosen'))
  const files: FileToWrite[] = []
  for (const articleId of new Set(articleIds)) {
    const opened = openArticle(library, { articleId, captureId: null })
    if (!opened.ok) return opened
    const { capture, listing, notes } = opened.value
    files.push({ articleId, ...render({ capture, listing, notes, locale }) })
  }
  return ok(files)
}
