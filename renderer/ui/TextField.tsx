import type { ReactNode } from 'react'
import { TextField as AriaTextField, Input, Label, Text, TextArea } from 'react-aria-components/TextField'
import styles from './text-field.module.css'

export type TextFieldProps = {
  readonly label: string
  /** The label is read but not shown (a search field beside its icon). */
  readonly labelHidden?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly description?: ReactNode
  /** Why the value is not accepted; set only when it is not. */
  readonly error?: string | null
  readonly multiline?: boolean
  readonly rows?: number
  readonly autoFocus?: boolean
  readonly isDisabled?: boolean
  readonly maxLength?: number
  readonly onSubmit?: () => void
  readonly onEscape?: () => void
}

/** A line (or lines) of text with its label, a description and, when it is refused, the reason. */
export function TextField(props: TextFieldProps) {
  const { label, labelHidden, placeholder, description, error, multiline, rows, onSubmit, onEscape } = props
  return (
    <AriaTextField
      {...(props.labelHidden ? { 'aria-label': label } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(props.maxLength ? { maxLength: props.maxLength } : {})}
      className={styles.field ?? ''}
      isDisabled={props.isDisabled ?? false}
      isInvalid={Boolean(error)}
      onChange={props.onChange}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && onSubmit && (!multiline || event.ctrlKey || event.metaKey)) onSubmit()
        else if (event.key === 'Escape' && onEscape) onEscape()
        else event.continuePropagation()
      }}
      validationBehavior="aria"
      value={props.value}
    >
      {labelHidden ? null : <Label className={styles.label ?? ''}>{label}</Label>}
      {multiline ? (
        <TextArea className={styles.area ?? ''} placeholder={placeholder ?? ''} rows={rows ?? 3} />
      ) : (
        <Input className={styles.input ?? ''} placeholder={placeholder ?? ''} />
      )}
      {description ? (
        <Text className={styles.description ?? ''} slot="description">
          {description}
        </Text>
      ) : null}
      {error ? (
        <Text className={styles.error ?? ''} slot="errorMessage">
          {error}
        </Text>
      ) : null}
    </AriaTextField>
  )
}
