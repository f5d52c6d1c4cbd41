import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { ArticleListing } from '#domain/article/listing'
import { withVisibleControls } from '#domain/visible-controls'
import { client } from '../../client/client'
import { useQuery } from '../../client/use-query'
import { Dialog } from '../../ui/Dialog'
import { OutletAndDate } from '../../ui/OutletAndDate'
import { TextField } from '../../ui/TextField'
import styles from './join-dialog.module.css'

const LIMIT = 8
const NONE: readonly ArticleListing[] = []

export type JoinDialogProps = {
  /** The article whose captures are to be another's. */
  readonly listing: ArticleListing
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onJoin: (into: ArticleListing) => void
}

/** Asks of which article the captures of this one are captures too. */
export function JoinDialog(props: JoinDialogProps) {
  const intl = useIntl()
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      title={intl.formatMessage({ id: 'captures.join.title' })}
    >
      <p className={styles.what}>{intl.formatMessage({ id: 'captures.join.what' })}</p>
      <Chooser {...props} />
    </Dialog>
  )
}

function Chooser({ listing, onJoin, onOpenChange }: JoinDialogProps) {
  const intl = useIntl()
  // Most often it is an article of the same headline.
  const [typed, setTyped] = useState(listing.title)
  const query = typed.trim()
  const [found] = useQuery(
    query === '' ? null : query,
    () => client.searching.search({ query, limit: LIMIT + 1 }),
    { keepValue: true },
  )
  const hits = found.state === 'ready' ? found.value.hits.map((hit) => hit.listing) : NONE
  const others = hits.filter(({ id }) => id !== listing.id).slice(0, LIMIT)
  return (
    <>
      <TextField
        autoFocus
        label={intl.formatMessage({ id: 'captures.join.search' })}
        onChange={setTyped}
        value={typed}
      />
      <ul aria-label={intl.formatMessage({ id: 'captures.join.found' })} className={styles.list}>
        {others.map((other) => (
          <li key={other.id}>
            <button
              className={styles.row}
              onClick={() => {
                onOpenChange(false)
                onJoin(other)
              }}
              type="button"
            >
              <span className={styles.title}>{withVisibleControls(other.title)}</span>
              <OutletAndDate listing={other} />
            </button>
          </li>
        ))}
      </ul>
      {found.state === 'ready' && others.length === 0 ? (
        <p className={styles.nothing} role="status">
          {intl.formatMessage({ id: 'captures.join.nothing' })}
        </p>
      ) : null}
    </>
  )
}
