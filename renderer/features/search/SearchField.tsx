import type { RefObject } from 'react'
import { useIntl } from 'react-intl'
import { useCommand } from '../../client/commands'
import { Icon } from '../../ui/icons'
import { Kbd } from '../../ui/Kbd'
import { PlainButton } from '../../ui/PlainButton'
import styles from './search-field.module.css'

export type SearchFieldProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly inputRef: RefObject<HTMLInputElement | null>
  /** Arrow down: the person goes on into the list. */
  readonly onLeave: () => void
  /** Enter: the best answer is wanted. */
  readonly onEnter: () => void
}

/** The library's search. `/` comes here, Esc empties it, arrow down goes into what was found. */
export function SearchField({ value, onChange, inputRef, onLeave, onEnter }: SearchFieldProps) {
  const intl = useIntl()
  const label = intl.formatMessage({ id: 'search.label' })
  useCommand('search-library', () => {
    inputRef.current?.focus()
    inputRef.current?.select()
  })
  return (
    <search className={styles.search}>
      <Icon className={styles.glass ?? ''} name="search" />
      <input
        aria-label={label}
        className={styles.input}
        maxLength={1000}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            if (value === '') return onLeave()
            event.stopPropagation()
            onChange('')
          } else if ((event.key === 'ArrowDown' || event.key === 'Enter') && !event.nativeEvent.isComposing) {
            event.preventDefault()
            if (event.key === 'Enter') onEnter()
            else onLeave()
          }
        }}
        placeholder={label}
        ref={inputRef}
        spellCheck={false}
        type="text"
        value={value}
      />
      {value === '' ? (
        <span aria-hidden="true" className={styles.key}>
          <Kbd keys="/" />
        </span>
      ) : (
        <span className={styles.clear}>
          <PlainButton
            aria-label={intl.formatMessage({ id: 'search.clear' })}
            icon="close"
            iconOnly
            onClick={() => {
              onChange('')
              inputRef.current?.focus()
            }}
            size="small"
            variant="quiet"
          />
        </span>
      )}
    </search>
  )
}
