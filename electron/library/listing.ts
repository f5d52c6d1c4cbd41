import type { ListPage } from '#contract/articles'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { countArticles } from '../store/tables/articles'
import { type ListPlace, listPage } from '../store/tables/listings'
import type { Library } from './library'

/**
 * One page of the list, the newest import first. `after` is the `next` of the page before; a page with fewer rows than
 * `limit` is the last and has none.
 *
 * Fails with `request-refused` when `after` is no `next` of ours.
 */
export function listArticles(
  library: Library,
  input: { readonly after: string | null; readonly limit: number },
): Result<ListPage> {
  const after = input.after === null ? null : placeOf(input.after)
  if (after === undefined) return failed(failure('request-refused'))
  const { rows, last } = listPage(library.db, after, input.limit)
  const next = last === null || rows.length < input.limit ? null : `${last.importedAt}/${last.article}`
  return ok({ rows, next, total: countArticles(library.db) })
}

function placeOf(written: string): ListPlace | undefined {
  const [, importedAt, article] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\/(\d{1,15})$/.exec(written) ?? []
  return importedAt === undefined ? undefined : { importedAt, article: Number(article) }
}
