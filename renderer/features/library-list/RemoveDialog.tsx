import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { ArticleListing } from '#domain/article/listing'
import { withVisibleControls } from '#domain/visible-controls'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import styles from './remove-dialog.module.css'

export type RemoveDialogProps = {
  /** The article to remove; null while nothing is asked. */
  readonly listing: ArticleListing | null
  readonly onClose: () => void
  readonly onRemoved: (articleId: string) => void
}

/** Asks before an article goes with its captures and notes: this cannot be undone, and says so. */
export function RemoveDialog({ listing, onClose, onRemoved }: RemoveDialogProps) {
  const intl = useIntl()
  const spoken = useFailureSentence()
  const [error, setError] = useState<string | null>(null)
  const close = () => {
    setError(null)
    onClose()
  }
  const remove = async (articleId: string) => {
    const answer = await settled(client.articles.remove({ articleId }))
    if (!answer.ok) return setError(spoken(answer.failure))
    close()
    onRemoved(articleId)
  }
  return (
    <Dialog
      actions={
        <>
          <Button onPress={close}>
            <FormattedMessage id="library-list.keep" />
          </Button>
          <Button onPress={() => listing && void remove(listing.id)} variant="danger">
            <FormattedMessage id="library-list.remove" />
          </Button>
        </>
      }
      isOpen={listing !== null}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      size="small"
      title={intl.formatMessage({ id: 'library-list.remove-title' })}
    >
      <p className={styles.title}>{listing && withVisibleControls(listing.title)}</p>
      <p>
        <FormattedMessage
          id="library-list.remove-what"
          values={{ captures: listing?.captures ?? 1, notes: listing?.notes ?? 0 }}
        />
      </p>
      {error === null ? null : (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </Dialog>
  )
}
