import { Icon } from './icons'
import styles from './tag.module.css'

/** A reader's tag, or a small fact. With `onRemove` a button takes it away. */
export function Tag(props: {
  readonly children: string
  readonly tone?: 'plain' | 'accent' | 'rubric' | 'caution' | 'danger' | 'success'
  readonly removeLabel?: string
  readonly onRemove?: () => void
}) {
  return (
    <span className={styles.tag} data-tone={props.tone ?? 'plain'}>
      <span className={styles.words}>{props.children}</span>
      {props.onRemove ? (
        <button
          aria-label={props.removeLabel}
          className={styles.remove}
          onClick={props.onRemove}
          type="button"
        >
          <Icon name="close" />
        </button>
      ) : null}
    </span>
  )
}
