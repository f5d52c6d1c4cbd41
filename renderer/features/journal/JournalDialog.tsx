import { FormattedDate, FormattedMessage, FormattedTime, useIntl } from 'react-intl'
import type { JournalEntry } from '#contract/journal'
import { withVisibleControls } from '#domain/visible-controls'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { EmptyState } from '../../ui/EmptyState'
import { Icon, type IconName } from '../../ui/icons'
import { Spinner } from '../../ui/Spinner'
import { byDay } from './by-day'
import styles from './journal.module.css'
import { useJournal } from './use-journal'

const ICONS: Readonly<Record<JournalEntry['kind'], IconName>> = {
  'vault-created': 'book',
  imported: 'import',
  'new-capture': 'copy',
  'article-removed': 'trash',
  'capture-moved': 'copy',
  'note-moved': 'note',
  'article-joined': 'copy',
  'note-added': 'note',
  'note-changed': 'note',
  'note-removed': 'trash',
  corrected: 'pencil',
  'correction-undone': 'undo',
  reanalysed: 'refresh',
  exported: 'export',
  salvaged: 'refresh',
  lost: 'warning',
  'backed-up': 'export',
  restored: 'import',
  'keys-renewed': 'key',
}

export type JournalDialogProps = {
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  /** The title of an article as far as the list knows it. */
  readonly titleOf: (articleId: string) => string | null
  readonly onOpenArticle: (articleId: string) => void
}

/** What happened in this library and what left it, newest first, by day. */
export function JournalDialog({ titleOf, onOpenArticle, ...dialog }: JournalDialogProps) {
  const intl = useIntl()
  const journal = useJournal(dialog.isOpen)
  return (
    <Dialog {...dialog} size="large" title={intl.formatMessage({ id: 'journal.title' })}>
      <p className={styles.what}>
        <FormattedMessage id="journal.what" />
      </p>
      {journal.error === null ? null : <EmptyState icon="warning" title={journal.error} tone="danger" />}
      {journal.state === 'loading' ? <Spinner label={intl.formatMessage({ id: 'journal.loading' })} /> : null}
      {byDay(journal.entries).map((day) => (
        <section className={styles.day} key={day.day}>
          <h3 className={styles.date}>
            <FormattedDate day="numeric" month="long" value={day.entries[0]?.at} year="numeric" />
          </h3>
          <ul>
            {day.entries.map((entry) => (
              <Entry entry={entry} key={entry.id} onOpenArticle={onOpenArticle} titleOf={titleOf} />
            ))}
          </ul>
        </section>
      ))}
      {journal.older === null ? null : (
        <Button onPress={journal.older} wide>
          <FormattedMessage id="journal.older" />
        </Button>
      )}
    </Dialog>
  )
}

function Entry(
  props: Pick<JournalDialogProps, 'titleOf' | 'onOpenArticle'> & { readonly entry: JournalEntry },
) {
  const { entry, titleOf, onOpenArticle } = props
  const { articleId, files } = entry
  const title = articleId === null ? null : titleOf(articleId)
  return (
    <li className={styles.entry}>
      <Icon name={ICONS[entry.kind]} />
      <time className={styles.time} dateTime={entry.at}>
        <FormattedTime value={entry.at} />
      </time>
      <div className={styles.words}>
        <FormattedMessage id={`journal.${entry.kind}`} />
        {title === null || articleId === null ? null : (
          <button className={styles.title} onClick={() => onOpenArticle(articleId)} type="button">
            {withVisibleControls(title)}
          </button>
        )}
        {files?.map((file) => (
          <p className={styles.file} key={`${file.name}-${file.sha256}`}>
            {withVisibleControls(file.name)}{' '}
            <FormattedMessage
              id="journal.bytes"
              values={{ kilobytes: Math.max(1, Math.round(file.bytes / 1000)) }}
            />{' '}
            <code title={file.sha256}>{file.sha256.slice(0, 16)}…</code>
          </p>
        ))}
      </div>
    </li>
  )
}
