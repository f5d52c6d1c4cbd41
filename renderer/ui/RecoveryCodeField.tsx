import { type Ref, useId } from 'react'
import styles from './text-field.module.css'

/** The 24 words in one field, as they stand on the paper. */
export function RecoveryCodeField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (recoveryCode: string) => void
  /** What is wrong with it, if something is. */
  readonly error?: string | null
  readonly ref?: Ref<HTMLTextAreaElement>
}) {
  const id = useId()
  const { error = null } = props
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      <textarea
        aria-describedby={`${id}-error`}
        aria-invalid={error !== null}
        autoCapitalize="off"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the field is what the person asked for
        autoFocus
        className={styles.area}
        data-size="large"
        id={id}
        maxLength={1024}
        onChange={(event) => props.onChange(event.target.value)}
        ref={props.ref}
        spellCheck={false}
        value={props.value}
      />
      <p className={styles.error} id={`${id}-error`} role="status">
        {error}
      </p>
    </div>
  )
}
