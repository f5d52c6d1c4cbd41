import { useIntl } from 'react-intl'
import type { ShownCorrection } from '#contract/corrections'
import styles from './corrected-mark.module.css'

export type CorrectedMarkProps = {
  /** The corrections of one field; none gives no mark. */
  readonly corrections: readonly ShownCorrection[]
  /** What was extracted, in words a person reads; null: nothing, the reader has added it. */
  readonly extracted: string | null
  readonly onTakeBack: (correctionIds: readonly string[]) => void
  /** The field's name, for screen readers. */
  readonly label: string
}

/** Says that a value is the reader's, what was extracted instead, and goes back to it. */
export function CorrectedMark({ corrections, extracted, onTakeBack, label }: CorrectedMarkProps) {
  const intl = useIntl()
  if (corrections.length === 0) return null
  return (
    <span className={styles.mark}>
      <span className={styles.by}>
        {intl.formatMessage({ id: extracted === null ? 'corrections.addedByYou' : 'corrections.byYou' })}
      </span>{' '}
      <span>
        {extracted === null ? '·' : intl.formatMessage({ id: 'corrections.was' }, { words: extracted })}
      </span>{' '}
      <button
        aria-label={intl.formatMessage({ id: 'corrections.backOf' }, { field: label })}
        className={styles.back}
        onClick={() => onTakeBack(corrections.map(({ correction }) => correction.id))}
        type="button"
      >
        {intl.formatMessage({ id: extracted === null ? 'corrections.takeAway' : 'corrections.back' })}
      </button>
    </span>
  )
}
