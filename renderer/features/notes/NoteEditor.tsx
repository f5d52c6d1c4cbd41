import { useEffect, useId, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { NOTE_COLORS } from '#domain/annotation/note'
import { useBeforeLock } from '../../client/before-lock'
import { Button } from '../../ui/Button'
import { Tag } from '../../ui/Tag'
import { MarkdownView } from './MarkdownView'
import { withTag } from './note-actions'
import type { NoteCardProps } from './note-card-props'
import styles from './note-editor.module.css'

/** After this many milliseconds without a key, what was written is kept: closing the window loses nothing. */
const KEEP_AFTER = 800

/** A note in the making: Markdown, colour, tags, source. Everything is kept as it is written. */
export function NoteEditor(props: NoteCardProps) {
  const intl = useIntl()
  const { note, onChange, onEdit } = props
  const [draft, setDraft] = useKeptDraft(props)
  const [isPreview, setPreview] = useState(false)
  const done = () => {
    if (draft !== note.markdown) onChange(note, { markdown: draft })
    onEdit(null)
  }
  return (
    <div className={styles.editor}>
      {isPreview ? (
        <div className={styles.preview}>
          {draft.trim() === '' ? (
            <p className={styles.hint}>{intl.formatMessage({ id: 'notes.preview.empty' })}</p>
          ) : (
            <MarkdownView markdown={draft} onLink={props.onLink} />
          )}
        </div>
      ) : (
        <Writing draft={draft} onDone={done} onDraft={setDraft} />
      )}
      <Colors {...props} />
      <TagField {...props} />
      <SourceField {...props} />
      <div className={styles.actions}>
        <Button isPressed={isPreview} onPress={() => setPreview(!isPreview)} size="small" variant="quiet">
          {intl.formatMessage({ id: 'notes.preview' })}
        </Button>
        <Button onPress={done} size="small" variant="primary">
          {intl.formatMessage({ id: 'notes.done' })}
        </Button>
      </div>
    </div>
  )
}

/** The text as written, kept in the library after a short rest and when the editor goes away. */
function useKeptDraft({ note, onChange }: NoteCardProps) {
  const [draft, setDraft] = useState(note.markdown)
  const latest = useRef({ draft, note, onChange })
  latest.current = { draft, note, onChange }
  useEffect(() => {
    if (draft === latest.current.note.markdown) return
    const timer = setTimeout(() => {
      void latest.current.onChange(latest.current.note, { markdown: draft })
    }, KEEP_AFTER)
    return () => clearTimeout(timer)
  }, [draft])
  const keepNow = async () => {
    const { draft: last, note: kept, onChange: keep } = latest.current
    if (last !== kept.markdown) await keep(kept, { markdown: last })
  }
  const keepLatest = useRef(keepNow)
  keepLatest.current = keepNow
  useBeforeLock(keepNow)
  useEffect(() => () => void keepLatest.current(), [])
  return [draft, setDraft] as const
}

function Writing(props: {
  readonly draft: string
  readonly onDraft: (draft: string) => void
  readonly onDone: () => void
}) {
  const intl = useIntl()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = area.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])
  return (
    <textarea
      aria-label={intl.formatMessage({ id: 'notes.text' })}
      className={styles.area}
      onChange={(event) => props.onDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
        if (!isDone || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        props.onDone()
      }}
      placeholder={intl.formatMessage({ id: 'notes.placeholder' })}
      ref={area}
      rows={3}
      value={props.draft}
    />
  )
}

function Colors({ note, onChange }: NoteCardProps) {
  const intl = useIntl()
  return (
    <fieldset className={styles.colors}>
      <legend className={styles.legend}>{intl.formatMessage({ id: 'notes.color' })}</legend>
      {NOTE_COLORS.map((color) => (
        <label
          className={styles.color}
          data-note-color={color}
          key={color}
          title={intl.formatMessage({ id: `notes.color.${color}` })}
        >
          <input
            aria-label={intl.formatMessage({ id: `notes.color.${color}` })}
            checked={note.color === color}
            className={styles.radio}
            name={`color-${note.id}`}
            onChange={() => onChange(note, { color })}
            type="radio"
          />
          <span className={styles.dot} />
        </label>
      ))}
    </fieldset>
  )
}

function TagField({ note, knownTags, onChange }: NoteCardProps) {
  const intl = useIntl()
  const listId = useId()
  const [draft, setDraft] = useState('')
  const add = () => {
    const tags = withTag(note.tags, draft)
    if (tags !== null) onChange(note, { tags: [...tags] })
    setDraft('')
  }
  return (
    <div className={styles.tags}>
      {note.tags.map((tag) => (
        <Tag
          key={tag}
          onRemove={() => onChange(note, { tags: note.tags.filter((each) => each !== tag) })}
          removeLabel={intl.formatMessage({ id: 'notes.tag.remove' }, { tag })}
        >
          {tag}
        </Tag>
      ))}
      <input
        aria-label={intl.formatMessage({ id: 'notes.tag.add' })}
        className={styles.tagInput}
        list={listId}
        maxLength={200}
        onBlur={add}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault()
            add()
          } else if (event.key === 'Backspace' && draft === '' && note.tags.length > 0) {
            onChange(note, { tags: note.tags.slice(0, -1) })
          }
        }}
        placeholder={intl.formatMessage({ id: 'notes.tag.add' })}
        value={draft}
      />
      <datalist id={listId}>
        {knownTags
          .filter((tag) => !note.tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  )
}

function SourceField({ note, sources, onChange }: NoteCardProps) {
  const intl = useIntl()
  if (sources.length === 0) return null
  return (
    <label className={styles.source}>
      <span>{intl.formatMessage({ id: 'notes.source' })}</span>
      <select
        className={styles.select}
        onChange={(event) => onChange(note, { sourceId: event.currentTarget.value || null })}
        value={note.sourceId ?? ''}
      >
        <option value="">{intl.formatMessage({ id: 'notes.source.none' })}</option>
        {sources.map((source) => (
          <option key={source.id} value={source.id}>
            {`${source.label} ${source.name}`}
          </option>
        ))}
      </select>
    </label>
  )
}
