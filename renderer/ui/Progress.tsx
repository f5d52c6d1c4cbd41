import { useRef } from 'react'
import styles from './progress.module.css'
import { useCssVariables } from './use-css-variables'

/** How far a known amount of work has come. `value` of `max`; `text` is what is read aloud instead of a percentage. */
export function Progress(props: {
  readonly label: string
  readonly value: number
  readonly max: number
  readonly text?: string
  readonly tone?: 'accent' | 'danger' | 'caution' | 'success'
}) {
  const bar = useRef<HTMLDivElement>(null)
  const share = props.max > 0 ? Math.min(1, props.value / props.max) : 0
  useCssVariables(bar, { '--share': share })
  return (
    <div
      aria-label={props.label}
      aria-valuemax={props.max}
      aria-valuemin={0}
      aria-valuenow={props.value}
      aria-valuetext={props.text}
      className={styles.progress}
      data-tone={props.tone ?? 'accent'}
      role="progressbar"
    >
      <div className={styles.bar} ref={bar} />
    </div>
  )
}
