import type { ListPage } from '#contract/articles'
import type { ArticleListing } from '#domain/article/listing'

/** What is loaded of the library's list: its rows from the newest on, without a gap. */
export type ListPages = {
  readonly rows: readonly ArticleListing[]
  /** Where the next page begins (keyset); null at the end. */
  readonly next: string | null
  readonly total: number
}

export const NO_PAGES: ListPages = { rows: [], next: null, total: 0 }

/** The page after `after` has come. A page that was already taken, or belongs to an older list, changes nothing. */
export function withNextPage(pages: ListPages, after: string | null, page: ListPage): ListPages {
  if (after === null) return page
  if (pages.next !== after) return pages
  const known = new Set(pages.rows.map((row) => row.id))
  return { ...page, rows: [...pages.rows, ...page.rows.filter((row) => !known.has(row.id))] }
}

/**
 * The top of the list, read again after something changed. Rows below it that were loaded stay, if the fresh page
 * still joins on to them; otherwise the list starts anew, so that it never has a gap.
 */
export function withFreshTop(pages: ListPages, page: ListPage): ListPages {
  const last = page.rows.at(-1)
  const joint = last === undefined ? -1 : pages.rows.findIndex((row) => row.id === last.id)
  if (joint < 0 || page.next === null) return page
  const fresh = new Set(page.rows.map((row) => row.id))
  const below = pages.rows.slice(joint + 1).filter((row) => !fresh.has(row.id))
  if (below.length === 0) return page
  return { rows: [...page.rows, ...below], next: pages.next, total: page.total }
}

/** One row has changed in place (a note more). */
export function withRow(pages: ListPages, row: ArticleListing): ListPages {
  return { ...pages, rows: pages.rows.map((old) => (old.id === row.id ? row : old)) }
}

/** One row is gone; the total follows. */
export function withoutRow(pages: ListPages, articleId: string): ListPages {
  const rows = pages.rows.filter((row) => row.id !== articleId)
  return { ...pages, rows, total: pages.total - (pages.rows.length - rows.length) }
}
