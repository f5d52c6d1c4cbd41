import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { useIntl } from 'react-intl'
import { PlainButton } from './PlainButton'
import styles from './passphrase-field.module.css'
import fieldStyles from './text-field.module.css'

export type PassphraseFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is wrong with it; read aloud when it appears. */
  readonly error?: string | null
  /** It is not accepted, and the reason is said elsewhere (`describedBy`). */
  readonly isInvalid?: boolean
  readonly isNew?: boolean
  readonly autoFocus?: boolean
  /** It is being tried: it keeps the focus and takes no letters. */
  readonly isReadOnly?: boolean
  readonly inputRef?: RefObject<HTMLInputElement | null>
  /** Ids of further descriptions. */
  readonly describedBy?: string
}

/** A passphrase, hidden unless it is asked to show; says when Caps Lock is on. No behaviour library: first chunk. */
export function PassphraseField(props: PassphraseFieldProps) {
  const intl = useIntl()
  const id = useId()
  const [visible, setVisible] = useState(false)
  const [caps, setCaps] = useState(false)
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  const error = props.error ?? null
  return (
    <div className={fieldStyles.field}>
      <label className={fieldStyles.label} htmlFor={id}>
        {props.label}
      </label>
      <div className={styles.row}>
        <input
          aria-describedby={[`${id}-error`, props.describedBy].filter(Boolean).join(' ')}
          aria-invalid={error !== null || props.isInvalid === true}
          autoComplete={props.isNew ? 'new-password' : 'current-password'}
          // biome-ignore lint/a11y/noAutofocus: the lock screen is one field, and nothing stands before it
          autoFocus={props.autoFocus}
          className={fieldStyles.input}
          data-size="large"
          readOnly={props.isReadOnly}
          id={id}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={watchCaps}
          onKeyUp={watchCaps}
          ref={props.inputRef}
          spellCheck={false}
          type={visible ? 'text' : 'password'}
          value={props.value}
        />
        <span className={styles.show}>
          <PlainButton
            aria-label={intl.formatMessage({ id: visible ? 'ui.hide-passphrase' : 'ui.show-passphrase' })}
            aria-pressed={visible}
            icon={visible ? 'eye-off' : 'eye'}
            iconOnly
            onClick={() => setVisible(!visible)}
            variant="quiet"
          />
        </span>
      </div>
      <p className={error ? fieldStyles.error : fieldStyles.description} id={`${id}-error`} role="status">
        {error ?? (caps ? intl.formatMessage({ id: 'ui.caps-lock' }) : '')}
      </p>
    </div>
  )
}
