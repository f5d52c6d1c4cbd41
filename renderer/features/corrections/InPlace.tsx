import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { Icon } from '../../ui/icons'
import { PlainButton } from '../../ui/PlainButton'
import styles from './in-place.module.css'

/** What a field holds, so that the right control edits it. An empty value says: not told. */
export type Control =
  | { readonly kind: 'words' }
  | { readonly kind: 'day' }
  | {
      readonly kind: 'choice'
      readonly options: readonly { readonly value: string; readonly label: string }[]
    }

export type InPlaceProps = {
  /** The field's name for screen readers ("Role"). */
  readonly label: string
  readonly value: string
  readonly control: Control
  /** Whether it may be said that the article does not tell it. */
  readonly isOptional: boolean
  readonly onKeep: (value: string) => Promise<boolean>
  /** What is shown while nobody edits it. */
  readonly children: ReactNode
  /** Said under it: that it was corrected. */
  readonly mark?: ReactNode
  /** Words on the button instead of a pencil ("Add the headline"). */
  readonly invitation?: string
  /** The mark stands in the value's line, where there is room for both. */
  readonly isInline?: boolean
}

/** A value with a quiet pencil beside it; pressing it puts a control in the value's place. */
export function InPlace(props: InPlaceProps) {
  const intl = useIntl()
  const [isEditing, setEditing] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    // Focus goes back to where it came from, once the pencil is there again.
    if (wasEditing.current && !isEditing) pencil.current?.focus()
    wasEditing.current = isEditing
  }, [isEditing])
  const end = () => setEditing(false)
  if (isEditing) return <Editor {...props} onEnd={end} />
  const name = intl.formatMessage({ id: 'corrections.edit' }, { field: props.label })
  return (
    <span className={styles.place} data-inline={props.isInline || undefined}>
      <span className={styles.line}>
        {props.children === null ? null : <span className={styles.shown}>{props.children}</span>}
        <button
          aria-label={props.invitation ? undefined : name}
          className={props.invitation ? styles.invitation : styles.pencil}
          onClick={() => setEditing(true)}
          ref={pencil}
          title={props.invitation ? undefined : name}
          type="button"
        >
          {props.invitation ?? <Icon name="pencil" />}
        </button>
      </span>
      {props.mark}
    </span>
  )
}

function Editor(props: InPlaceProps & { readonly onEnd: () => void }) {
  const intl = useIntl()
  const { control, label, onEnd } = props
  const [draft, setDraft] = useState(props.value)
  const [isKeeping, setKeeping] = useState(false)
  const words = draft.trim()
  const keep = async () => {
    if (words === props.value || (words === '' && !props.isOptional)) return onEnd()
    setKeeping(true)
    const kept = await props.onKeep(words)
    setKeeping(false)
    if (kept) onEnd()
  }
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-editing]')?.focus(), [])
  return (
    <form
      className={styles.editor}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onEnd()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
      ref={form}
    >
      <Field control={control} draft={draft} isOptional={props.isOptional} label={label} onDraft={setDraft} />
      <PlainButton
        aria-label={intl.formatMessage({ id: 'corrections.keep' })}
        disabled={isKeeping}
        icon="check"
        iconOnly
        size="small"
        title={intl.formatMessage({ id: 'corrections.keep' })}
        type="submit"
        variant="primary"
      />
      <PlainButton
        aria-label={intl.formatMessage({ id: 'corrections.cancel' })}
        icon="close"
        iconOnly
        onClick={onEnd}
        size="small"
        title={intl.formatMessage({ id: 'corrections.cancel' })}
        variant="quiet"
      />
    </form>
  )
}

function Field(props: {
  readonly label: string
  readonly control: Control
  readonly draft: string
  readonly isOptional: boolean
  readonly onDraft: (draft: string) => void
}) {
  const intl = useIntl()
  const { control, draft, label, onDraft } = props
  const notTold = intl.formatMessage({ id: 'corrections.notTold' })
  if (control.kind === 'choice') {
    return (
      <select
        aria-label={label}
        className={styles.select}
        onChange={(event) => onDraft(event.target.value)}
        data-editing
        value={draft}
      >
        {props.isOptional ? <option value="">{notTold}</option> : null}
        {control.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      aria-label={label}
      className={styles.input}
      maxLength={4000}
      onChange={(event) => onDraft(event.target.value)}
      placeholder={props.isOptional ? notTold : undefined}
      data-editing
      type={control.kind === 'day' ? 'date' : 'text'}
      value={draft}
    />
  )
}
