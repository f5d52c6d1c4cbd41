import { useIntl } from 'react-intl'
import type { Note } from '#domain/annotation/note'
import { EmptyState } from '../../ui/EmptyState'
import { Kbd } from '../../ui/Kbd'
import { NoteCard } from './NoteCard'
import { inTextOrder } from './note-actions'
import type { NoteCardProps } from './note-card-props'
import styles from './notes.module.css'

export type NotesPanelProps = Omit<NoteCardProps, 'note' | 'isSelected' | 'isEditing'> & {
  readonly notes: readonly Note[]
  readonly selected: string | null
  readonly editing: string | null
}

/** The reader's notes in text order, and a tray for those whose words are gone. */
export function NotesPanel({ notes, selected, editing, ...card }: NotesPanelProps) {
  const intl = useIntl()
  const { placed, orphaned } = inTextOrder(notes)
  if (notes.length === 0) {
    return (
      <EmptyState icon="highlight" title={intl.formatMessage({ id: 'notes.empty.title' })}>
        {intl.formatMessage({ id: 'notes.empty.text' }, { key: <Kbd key="h" keys="h" /> })}
      </EmptyState>
    )
  }
  const cards = (list: readonly Note[]) =>
    list.map((note) => (
      <NoteCard
        {...card}
        isEditing={editing === note.id}
        isSelected={selected === note.id}
        key={note.id}
        note={note}
      />
    ))
  return (
    <div className={styles.panel}>
      {cards(placed)}
      {orphaned.length === 0 ? null : (
        <section aria-label={intl.formatMessage({ id: 'notes.orphans' })} className={styles.tray}>
          <h3 className={styles.trayTitle}>{intl.formatMessage({ id: 'notes.orphans' })}</h3>
          <p className={styles.trayText}>{intl.formatMessage({ id: 'notes.orphans.text' })}</p>
          {cards(orphaned)}
        </section>
      )}
    </div>
  )
}
