import { useIntl } from 'react-intl'
import type { Disclosure } from '#domain/analysis/checklist'
import { type Range, wordsAt } from '#domain/article/range'
import { Icon } from '../../ui/icons'
import { Quote } from './Quote'
import styles from './sources.module.css'

/** Pieces of evidence shown for one question; more are counted. */
const SHOWN = 4

/** What a reader may ask of an article's sources, and whether it answers: told or not told, never a score. */
export function Checklist(props: {
  readonly disclosures: readonly Disclosure[]
  readonly text: string
  readonly onShow: (range: Range) => void
}) {
  const intl = useIntl()
  if (props.disclosures.length === 0) return null
  return (
    <section aria-label={intl.formatMessage({ id: 'sources.checklist' })} className={styles.checklist}>
      <h3 className={styles.title}>{intl.formatMessage({ id: 'sources.checklist' })}</h3>
      <p className={styles.note}>{intl.formatMessage({ id: 'sources.checklist.note' })}</p>
      <ul className={styles.items}>
        {props.disclosures.map((disclosure) => (
          <Item {...props} disclosure={disclosure} key={disclosure.question} />
        ))}
      </ul>
    </section>
  )
}

function Item(props: {
  readonly disclosure: Disclosure
  readonly text: string
  readonly onShow: (range: Range) => void
}) {
  const intl = useIntl()
  const { disclosure, text, onShow } = props
  const { question, evidence } = disclosure
  const told = disclosure.told ? 'told' : evidence.length > 0 ? 'partly' : 'not-told'
  const more = evidence.length - SHOWN
  return (
    <li className={styles.item} data-told={told}>
      <span className={styles.sign}>{told === 'told' ? <Icon name="check" /> : null}</span>
      <div>
        <p className={styles.question}>{intl.formatMessage({ id: `sources.checklist.${question}` })}</p>
        <p className={styles.answer}>{intl.formatMessage({ id: `sources.checklist.${told}` })}</p>
        {evidence.length === 0 ? null : (
          <div className={styles.evidence}>
            {evidence.slice(0, SHOWN).map((range) => (
              <Quote key={range.join('-')} onShow={onShow} range={range} words={wordsAt(text, range)} />
            ))}
            {more > 0 ? (
              <span className={styles.answer}>
                {intl.formatMessage({ id: 'sources.checklist.more' }, { count: more })}
              </span>
            ) : null}
          </div>
        )}
      </div>
    </li>
  )
}
