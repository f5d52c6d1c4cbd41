import { useIntl } from 'react-intl'
import { PlainButton } from '../../ui/PlainButton'
import { type Correcting, type Panel, panelOf } from './correcting'
import { correctionWords } from './correction-words'
import styles from './corrections-list.module.css'

/**
 * All that the reader has corrected, in the order in which it was done: also what no card can show any more, and what has
 * lost the finding it was about.
 */
export function CorrectionsList({
  correcting,
  panel,
}: {
  readonly correcting: Correcting
  readonly panel: Panel
}) {
  const intl = useIntl()
  const shown = correcting.corrections.filter(({ correction }) => panelOf(correction.act) === panel)
  if (shown.length === 0) return null
  const title = intl.formatMessage({ id: 'corrections.list' }, { count: shown.length })
  return (
    <section aria-label={title} className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {shown.map((each) => {
          const words = correctionWords(intl, each)
          return (
            <li
              className={styles.item}
              data-dangling={each.subject === null || undefined}
              key={each.correction.id}
            >
              <span className={styles.words}>
                {words}
                {each.subject === null ? (
                  <span className={styles.dangling}>
                    {intl.formatMessage({ id: 'corrections.dangling' })}
                  </span>
                ) : null}
              </span>
              <PlainButton
                aria-label={intl.formatMessage({ id: 'corrections.undoOf' }, { words })}
                icon="undo"
                iconOnly
                onClick={() => void correcting.takeBack([each.correction.id])}
                size="small"
                title={intl.formatMessage({ id: 'corrections.undo' })}
                variant="quiet"
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
