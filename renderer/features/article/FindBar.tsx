import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import { Icon } from '../../ui/icons'
import { PlainButton } from '../../ui/PlainButton'
import styles from './find-bar.module.css'

export type FindBarProps = {
  readonly query: string
  readonly onQueryChange: (query: string) => void
  /** Which hit is current, counted from 0; -1 without hits. */
  readonly current: number
  readonly total: number
  readonly onStep: (step: 1 | -1) => void
  readonly onClose: () => void
  /** Counts how often find was asked for: each time the field takes the focus again. */
  readonly asked: number
  /** The hits came with the library's search: there is nothing to type, only to walk. */
  readonly isGiven: boolean
}

/** Find in this article: as you type, Enter and Shift+Enter walk, Esc closes. */
export function FindBar(props: FindBarProps) {
  const intl = useIntl()
  const input = useRef<HTMLInputElement>(null)
  const { asked, query, total, current, onStep, isGiven } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again takes the focus again
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [asked])
  const isBlank = !isGiven && query.trim() === ''
  return (
    <search
      aria-label={intl.formatMessage({ id: 'article.find' })}
      className={styles.bar}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose()
        else if (event.key === 'Enter' && event.target === input.current) onStep(event.shiftKey ? -1 : 1)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <Icon name="search" />
      {isGiven ? (
        <span className={styles.given}>{intl.formatMessage({ id: 'article.find.given' })}</span>
      ) : (
        <input
          aria-label={intl.formatMessage({ id: 'article.find' })}
          className={styles.input}
          onChange={(event) => props.onQueryChange(event.currentTarget.value)}
          placeholder={intl.formatMessage({ id: 'article.find' })}
          ref={input}
          spellCheck={false}
          type="text"
          value={query}
        />
      )}
      <span aria-live="polite" className={styles.count} data-none={(!isBlank && total === 0) || undefined}>
        {isBlank ? '' : intl.formatMessage({ id: 'article.find.count' }, { current: current + 1, total })}
      </span>
      <PlainButton
        aria-label={intl.formatMessage({ id: 'article.find.previous' })}
        disabled={total === 0}
        icon="chevron-up"
        iconOnly
        onClick={() => onStep(-1)}
        size="small"
        variant="quiet"
      />
      <PlainButton
        aria-label={intl.formatMessage({ id: 'article.find.next' })}
        disabled={total === 0}
        icon="chevron-down"
        iconOnly
        onClick={() => onStep(1)}
        size="small"
        variant="quiet"
      />
      <PlainButton
        aria-label={intl.formatMessage({ id: 'article.find.close' })}
        icon="close"
        iconOnly
        onClick={props.onClose}
        size="small"
        variant="quiet"
      />
    </search>
  )
}
