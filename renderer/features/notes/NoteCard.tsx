import { type ReactNode, useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { Note } from '#domain/annotation/note'
import { withVisibleControls } from '#domain/visible-controls'
import { IconButton } from '../../ui/IconButton'
import { Tag } from '../../ui/Tag'
import { MarkdownView } from './MarkdownView'
import { NoteEditor } from './NoteEditor'
import styles from './note-card.module.css'
import type { NoteCardProps } from './note-card-props'

/** One note: the words it stands on, the reader's own, tags, and the source it is about. */
export function NoteCard(props: NoteCardProps) {
  const { note, isSelected, isEditing } = props
  const intl = useIntl()
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const quote = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(isEditing)
  useEffect(() => {
    // The editor goes away with the focus in it: give the focus to the note.
    if (wasEditing.current && !isEditing) quote.current?.focus({ preventScroll: true })
    wasEditing.current = isEditing
  }, [isEditing])
  const words = withVisibleControls(note.anchor.exact)
  return (
    <article
      aria-label={intl.formatMessage({ id: 'notes.card' }, { words: words.slice(0, 80) })}
      className={styles.card}
      data-bare={isBare(note, isEditing) || undefined}
      data-note-card={note.id}
      data-note-color={note.color}
      data-orphaned={note.orphaned ?? undefined}
      data-selected={isSelected || undefined}
      ref={card}
    >
      <button
        className={styles.quote}
        data-style={note.style}
        onClick={() => props.onSelect(note.id)}
        ref={quote}
        title={intl.formatMessage({ id: 'notes.show' })}
        type="button"
      >
        <span className={styles.words}>{words}</span>
      </button>
      {note.orphaned === null ? null : (
        <p className={styles.orphan}>{intl.formatMessage({ id: `notes.orphan.${note.orphaned}` })}</p>
      )}
      {isEditing ? <NoteEditor {...props} /> : <NoteAtRest {...props} />}
    </article>
  )
}

/** A highlight and nothing else: one line is enough for it. */
function isBare(note: Note, isEditing: boolean): boolean {
  return !isEditing && note.markdown === '' && note.tags.length === 0 && note.sourceId === null
}

function NoteAtRest(props: NoteCardProps): ReactNode {
  const intl = useIntl()
  const { note, sources, onEdit } = props
  const source = sources.find((each) => each.id === note.sourceId)
  return (
    <>
      {note.markdown === '' ? null : <MarkdownView markdown={note.markdown} onLink={props.onLink} />}
      <div className={styles.foot}>
        <div className={styles.facts}>
          {source ? (
            <button className={styles.source} onClick={() => props.onSource(source.id)} type="button">
              {intl.formatMessage({ id: 'notes.about' }, { label: source.label })}
            </button>
          ) : null}
          {note.tags.map((tag) => (
            <Tag
              key={tag}
              onRemove={() => props.onChange(note, { tags: note.tags.filter((each) => each !== tag) })}
              removeLabel={intl.formatMessage({ id: 'notes.tag.remove' }, { tag })}
            >
              {tag}
            </Tag>
          ))}
        </div>
        <div className={styles.actions}>
          <IconButton
            icon="note"
            label={intl.formatMessage({ id: note.markdown === '' ? 'notes.write' : 'notes.edit' })}
            onPress={() => onEdit(note.id)}
            size="small"
          />
          <IconButton
            icon="trash"
            label={intl.formatMessage({ id: 'notes.remove' })}
            onPress={() => props.onRemove(note)}
            size="small"
          />
        </div>
      </div>
    </>
  )
}
