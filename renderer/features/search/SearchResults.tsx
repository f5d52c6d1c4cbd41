import { type RefObject, useCallback } from 'react'
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl'
import type { SearchHit } from '#contract/searching'
import { useCommand } from '../../client/commands'
import { useFailureSentence } from '../../client/failure'
import type { Query } from '../../client/use-query'
import { EmptyState } from '../../ui/EmptyState'
import { Spinner } from '../../ui/Spinner'
import { VirtualListbox } from '../../ui/VirtualListbox'
import { HitRow } from './HitRow'
import type { SearchAnswer } from './search-answer'
import styles from './search-results.module.css'

/** Height of a usual hit, in px. */
const ROW_HEIGHT = 130
const keyOf = (hit: SearchHit) => hit.listing.id

export type SearchResultsProps = {
  readonly query: Query<SearchAnswer>
  readonly selectedId: string | null
  readonly onSelect: (hit: SearchHit, how: 'move' | 'open') => void
  readonly listRef?: RefObject<HTMLDivElement | null>
}

/** What was found, best first, each in its context; opening one goes to the place. */
export function SearchResults({ query, selectedId, onSelect, listRef }: SearchResultsProps) {
  const intl = useIntl()
  const spoken = useFailureSentence()
  const hits = query.state === 'ready' ? query.value.hits : NO_HITS
  const step = useCallback(
    (delta: 1 | -1) => {
      const at = hits.findIndex((hit) => hit.listing.id === selectedId)
      const hit = hits[at < 0 ? 0 : at + delta]
      if (hit) onSelect(hit, 'move')
    },
    [hits, selectedId, onSelect],
  )
  useCommand('next-article', () => step(1), hits.length > 0)
  useCommand('previous-article', () => step(-1), hits.length > 0)
  if (query.state === 'idle') return null
  if (query.state === 'loading') {
    return (
      <div className={styles.waiting}>
        <Spinner label={intl.formatMessage({ id: 'search.searching' })} visibleLabel />
      </div>
    )
  }
  if (query.state === 'failed') {
    return <EmptyState icon="search" title={spoken(query.failure)} />
  }
  if (hits.length === 0) {
    return (
      <EmptyState
        icon="search"
        title={<FormattedMessage id="search.nothing" values={{ words: query.value.query }} />}
      >
        <FormattedMessage id="search.nothing-what" />
      </EmptyState>
    )
  }
  const { total } = query.value
  return (
    <>
      <p className={styles.count} role="status">
        <FormattedMessage
          id={total > hits.length ? 'search.count-first' : 'search.count'}
          values={{ total, shown: <FormattedNumber value={total} />, listed: hits.length }}
        />
      </p>
      <VirtualListbox
        items={hits}
        keyOf={keyOf}
        label={intl.formatMessage({ id: 'search.results' })}
        onSelect={onSelect}
        renderItem={(hit) => <HitRow hit={hit} />}
        rowHeight={ROW_HEIGHT}
        selectedKey={selectedId}
        total={total}
        {...(listRef ? { listRef } : {})}
      />
    </>
  )
}

const NO_HITS: readonly SearchHit[] = []
