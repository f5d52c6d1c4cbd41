import { useCallback, useEffect, useRef, useState } from 'react'
import type { SearchHit } from '#contract/searching'
import type { ArticleListing } from '#domain/article/listing'
import { ImportFoot } from '../features/import-panel/ImportFoot'
import type { Importing } from '../features/import-panel/use-import'
import { LibraryList } from '../features/library-list/LibraryList'
import type { LibraryPages } from '../features/library-list/use-library-pages'
import { SearchField } from '../features/search/SearchField'
import { SearchResults } from '../features/search/SearchResults'
import { isAnswered } from '../features/search/search-answer'
import { useSearch } from '../features/search/use-search'
import { VisuallyHidden } from '../ui/VisuallyHidden'
import { LibraryHeader } from './LibraryHeader'
import styles from './library-pane.module.css'
import type { Place } from './place'

export type LibraryPaneProps = {
  readonly name: string
  readonly pages: LibraryPages
  readonly importing: Importing
  readonly place: Place
  /** What stands in the search field: it stays while the pane is closed. */
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly onRemove: (listing: ArticleListing) => void
  readonly onGo: (place: Place, how: 'move' | 'open') => void
  readonly onClose: () => void
}

/** The library: its name and menu, the search, the list or what was found, and the import's panel. */
export function LibraryPane(props: LibraryPaneProps) {
  const { name, pages, importing, place, typed, onTyped, onRemove, onGo, onClose } = props
  const answer = useSearch(typed)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const goToArticle = useCallback(
    (articleId: string, how: 'move' | 'open') => onGo({ articleId, openAt: null }, how),
    [onGo],
  )
  const goToHit = useCallback(
    ({ listing, captureId, ranges }: SearchHit, how: 'move' | 'open') =>
      onGo({ articleId: listing.id, openAt: { captureId, ranges } }, how),
    [onGo],
  )
  // Somebody quick leaves the field before the answer is there: they go on when it is.
  const [leaving, setLeaving] = useState<'to-list' | 'to-best' | null>(null)
  const open = pages.rows.find((row) => row.id === place.articleId)
  const answered = isAnswered(typed, answer)
  useEffect(() => {
    if (leaving === null || !answered) return
    setLeaving(null)
    const best = answer.state === 'ready' && leaving === 'to-best' ? answer.value.hits[0] : undefined
    if (best) goToHit(best, 'open')
    else list.current?.focus()
  }, [leaving, answered, answer, goToHit])
  return (
    <div className={styles.pane}>
      <h1>
        <VisuallyHidden>{name}</VisuallyHidden>
      </h1>
      <LibraryHeader
        importing={importing}
        name={name}
        onClose={onClose}
        onRemove={open ? () => onRemove(open) : null}
      />
      <SearchField
        inputRef={input}
        onChange={onTyped}
        onEnter={() => setLeaving('to-best')}
        onLeave={() => setLeaving('to-list')}
        value={typed}
      />
      <div className={styles.list}>
        {answer.state === 'idle' ? (
          <LibraryList
            listRef={list}
            onImportFiles={() => importing.choose('files')}
            onImportSamples={importing.samples}
            onRemove={onRemove}
            onSelect={goToArticle}
            pages={pages}
            selectedId={place.articleId}
          />
        ) : (
          <SearchResults listRef={list} onSelect={goToHit} query={answer} selectedId={place.articleId} />
        )}
      </div>
      <ImportFoot
        importing={importing}
        onApart={pages.refresh}
        onOpenArticle={(articleId) => goToArticle(articleId, 'open')}
      />
    </div>
  )
}
