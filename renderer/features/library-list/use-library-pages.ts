import { useCallback, useEffect, useRef, useState } from 'react'
import type { SpokenFailure } from '#contract/define'
import type { ArticleListing } from '#domain/article/listing'
import { client, settled } from '../../client/client'
import { useClientEvent } from '../../client/use-event'
import { type ListPages, NO_PAGES, withFreshTop, withNextPage, withoutRow, withRow } from './list-pages'

/** Rows asked for at once (contract/articles.ts, LIST_PAGE), and the most that one request may ask for. */
const PAGE = 100
const MOST = 500
/** While files come in, the list is read again at most this often, in milliseconds. */
const REFRESH_EVERY = 700

export type LibraryPages = ListPages & {
  readonly state: 'loading' | 'ready'
  readonly failure: SpokenFailure | null
  /** Loads the next page; safe to call at any time. */
  readonly more: () => void
  /** Reads the loaded top again: articles have come or gone. */
  readonly refresh: () => void
  /** Reads one row again: its notes have changed. */
  readonly refreshRow: (articleId: string) => void
  /** An article was removed: it goes from the list at once. */
  readonly removed: (articleId: string) => void
}

/** The library's list, page by page, kept fresh while files come in. */
export function useLibraryPages(): LibraryPages {
  const [pages, setPages] = useState<ListPages>(NO_PAGES)
  const [state, setState] = useState<'loading' | 'ready'>('loading')
  const [failure, setFailure] = useState<SpokenFailure | null>(null)
  const latest = useRef(pages)
  latest.current = pages
  const asking = useRef(false)
  // A change while a page is on its way must not be missed: the top is read again after it.
  const again = useRef(false)

  const load = useCallback(async (after: string | null, limit: number) => {
    if (asking.current) {
      if (after === null) again.current = true
      return
    }
    asking.current = true
    const answer = await settled(client.articles.list({ after, limit }))
    asking.current = false
    if (again.current) {
      again.current = false
      setTimeout(() => void load(null, limit))
    }
    setState('ready')
    setFailure(answer.ok ? null : answer.failure)
    if (!answer.ok) return
    setPages((before) =>
      after === null ? withFreshTop(before, answer.value) : withNextPage(before, after, answer.value),
    )
  }, [])
  const refresh = useCallback(
    () => void load(null, Math.min(MOST, Math.max(PAGE, latest.current.rows.length))),
    [load],
  )
  const more = useCallback(() => {
    if (latest.current.next !== null) void load(latest.current.next, PAGE)
  }, [load])
  const refreshRow = useCallback(async (articleId: string) => {
    const at = latest.current.rows.findIndex((row) => row.id === articleId)
    if (at < 0) return
    const row = at < MOST ? await rowFromTop(articleId, at) : await rowFromArticle(articleId)
    if (row) setPages((before) => withRow(before, row))
  }, [])

  useEffect(() => void load(null, PAGE), [load])
  useRefreshWhileImporting(refresh)
  const removed = useCallback((articleId: string) => setPages((before) => withoutRow(before, articleId)), [])
  return { ...pages, state, failure, more, refresh, refreshRow, removed }
}

async function rowFromTop(articleId: string, at: number): Promise<ArticleListing | null> {
  const answer = await settled(client.articles.list({ after: null, limit: Math.min(MOST, at + PAGE) }))
  return answer.ok ? (answer.value.rows.find((row) => row.id === articleId) ?? null) : null
}

async function rowFromArticle(articleId: string): Promise<ArticleListing | null> {
  const answer = await settled(client.articles.open({ articleId, captureId: null }))
  return answer.ok ? answer.value.listing : null
}

function useRefreshWhileImporting(refresh: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useClientEvent('importing:progress', (progress) => {
    if (progress.finished) {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
      refresh()
      return
    }
    timer.current ??= setTimeout(() => {
      timer.current = null
      refresh()
    }, REFRESH_EVERY)
  })
}
