import styles from './spinner.module.css'

/** Something is under way. `label` is what screen readers say; it is also shown when `visibleLabel` is set. */
export function Spinner({
  label,
  visibleLabel = false,
}: {
  readonly label: string
  readonly visibleLabel?: boolean
}) {
  return (
    <span className={styles.wrap} role="status">
      <svg aria-hidden="true" className={styles.spinner} viewBox="0 0 16 16">
        <circle className={styles.track} cx="8" cy="8" r="6" />
        <path className={styles.head} d="M8 2a6 6 0 0 1 6 6" />
      </svg>
      <span className={visibleLabel ? styles.label : styles.hidden}>{label}</span>
    </span>
  )
}
