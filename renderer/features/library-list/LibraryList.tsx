import { type RefObject, useEffect } from 'react'
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl'
import type { ArticleListing } from '#domain/article/listing'
import { useFailureSentence } from '../../client/failure'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { VirtualListbox } from '../../ui/VirtualListbox'
import { ArticleRow } from './ArticleRow'
import styles from './library-list.module.css'
import type { LibraryPages } from './use-library-pages'

/** Height of a usual row (a title of two lines), in px: rows are measured once drawn. */
const ROW_HEIGHT = 105
const keyOf = (listing: ArticleListing) => listing.id

export type LibraryListProps = {
  readonly pages: LibraryPages
  readonly selectedId: string | null
  readonly onSelect: (articleId: string, how: 'move' | 'open') => void
  readonly onRemove: (listing: ArticleListing) => void
  readonly onImportFiles: () => void
  readonly onImportSamples: () => void
  readonly listRef?: RefObject<HTMLDivElement | null>
}

/** The whole library, newest import first. */
export function LibraryList(props: LibraryListProps) {
  const { pages, selectedId, onSelect, listRef } = props
  const intl = useIntl()
  const arrived = pages.rows.length > 0
  useEffect(() => {
    // After unlocking nothing has focus: the arrow keys should walk the list at once.
    if (arrived && document.activeElement === document.body) listRef?.current?.focus({ preventScroll: true })
  }, [arrived, listRef])
  if (!arrived) return <NoRows {...props} />
  return (
    <>
      <p className={styles.count} role="status">
        <FormattedMessage
          id="library-list.count"
          values={{ total: pages.total, shown: <FormattedNumber value={pages.total} /> }}
        />
      </p>
      <VirtualListbox
        items={pages.rows}
        keyOf={keyOf}
        label={intl.formatMessage({ id: 'library-list.label' })}
        onDelete={props.onRemove}
        onNearEnd={pages.more}
        onSelect={(listing, how) => onSelect(listing.id, how)}
        renderItem={(listing) => <ArticleRow listing={listing} />}
        rowHeight={ROW_HEIGHT}
        selectedKey={selectedId}
        total={pages.total}
        {...(listRef ? { listRef } : {})}
      />
    </>
  )
}

function NoRows({ pages, onImportFiles, onImportSamples }: LibraryListProps) {
  const spoken = useFailureSentence()
  if (pages.failure !== null) {
    return (
      <EmptyState
        actions={
          <Button icon="refresh" onPress={pages.refresh}>
            <FormattedMessage id="ui.try-again" />
          </Button>
        }
        icon="warning"
        title={<FormattedMessage id="library-list.failed" />}
        tone="danger"
      >
        {spoken(pages.failure)}
      </EmptyState>
    )
  }
  if (pages.state === 'loading') return <div aria-busy="true" className={styles.loading} />
  return (
    <EmptyState
      actions={
        <>
          <Button icon="import" onPress={onImportFiles} variant="primary">
            <FormattedMessage id="library-list.import" />
          </Button>
          <Button onPress={onImportSamples}>
            <FormattedMessage id="library-list.samples" />
          </Button>
        </>
      }
      icon="book"
      title={<FormattedMessage id="library-list.empty" />}
    >
      <FormattedMessage id="library-list.empty-what" />
    </EmptyState>
  )
}
