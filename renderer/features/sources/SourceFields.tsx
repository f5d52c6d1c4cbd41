import { Fragment, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { DateMention, JoinReason, Source } from '#domain/analysis/findings'
import { type Range, wordsAt } from '#domain/article/range'
import type { SourceField } from '#domain/corrections/correction'
import { withVisibleControls } from '#domain/visible-controls'
import { toldDate } from '../../ui/told-date'
import { Quote } from './Quote'
import styles from './source-card.module.css'
import { dayOf, type SourceEntry } from './source-entry'
import type { SourceTools } from './source-tools'

type Props = {
  readonly entry: SourceEntry
  readonly text: string
  readonly dates: readonly DateMention[]
  readonly isSelected: boolean
  readonly onShow: (range: Range) => void
  readonly tools: SourceTools
}

/**
 * A card's fields. What the article tells stands first, in its own words; what it does not tell is said in one line
 * on a card at rest and field by field on a selected one.
 */
export function SourceFields(props: Props) {
  const intl = useIntl()
  const { entry, isSelected } = props
  const fields = useFields(props)
  const told = fields.filter((field) => field.value !== null)
  const untold = fields.filter((field) => field.value === null)
  const shown = isSelected ? fields : told
  return (
    <>
      {shown.length === 0 ? null : (
        <dl className={styles.fields}>
          {shown.map((field) => (
            <div className={styles.field} data-told={field.value !== null} key={field.name}>
              <dt>{intl.formatMessage({ id: `sources.field.${field.name}` })}</dt>
              <dd>{isSelected ? <Editable {...props} field={field} /> : field.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {isSelected || untold.length === 0 ? null : (
        <p className={styles.untold}>
          {intl.formatMessage(
            { id: 'sources.untold' },
            {
              fields: intl.formatList(
                untold.map((field) => intl.formatMessage({ id: `sources.untold.${field.name}` })),
                { type: 'conjunction' },
              ),
            },
          )}
        </p>
      )}
      {isSelected ? <Joined entry={entry} onShow={props.onShow} text={props.text} /> : null}
    </>
  )
}

type FieldName = 'reason' | 'facets' | 'addressee' | 'when' | 'basis' | 'corroboration' | 'motive'
type Field = { readonly name: FieldName; readonly value: ReactNode | null }

/** The field of a source that each line of the card edits; the others are edited in parts. */
const EDITED = {
  addressee: 'addressee',
  when: 'when',
  basis: 'basisOfKnowledge',
  corroboration: 'corroboration',
  motive: 'motive',
} as const satisfies Partial<Record<FieldName, SourceField>>

/** A line of a chosen card: told or not, it can be corrected. */
function Editable({ field, ...props }: Props & { readonly field: Field }) {
  const intl = useIntl()
  if (field.name === 'facets') return <Facets {...props} />
  if (field.name === 'reason') return field.value
  const notTold = intl.formatMessage({ id: 'sources.notTold' })
  const shown = field.value ?? <span className={styles.gapWords}>{notTold}</span>
  return props.tools.field(props.entry.source, EDITED[field.name], shown)
}

/** The fields of a card in its order; a null value is one that the article does not tell. */
function useFields(props: Props): readonly Field[] {
  const { entry, text, dates, onShow } = props
  const intl = useIntl()
  const { source } = entry
  const quote = (words: string | null, range: Range | null) =>
    words === null && range === null ? null : (
      <Quote onShow={onShow} range={range} words={words ?? (range ? wordsAt(text, range) : '')} />
    )
  const classed = (id: string, range: Range | null) => (
    <>
      {intl.formatMessage({ id })}
      {range === null ? null : <Quote onShow={onShow} range={range} words={wordsAt(text, range)} />}
    </>
  )
  const day = dayOf(source.whenRange, dates)
  const when = quote(source.when, source.whenRange)
  const fields: Field[] = [
    {
      name: 'addressee',
      value: quote(source.addressee, source.addresseeRange),
    },
    {
      name: 'when',
      value: when && (
        <>
          {when}
          <span className={styles.day}>
            {day ? toldDate(intl, day) : intl.formatMessage({ id: 'sources.dayUnresolved' })}
          </span>
        </>
      ),
    },
    {
      name: 'basis',
      value:
        source.basisOfKnowledge === 'not-stated'
          ? null
          : classed(`sources.basis.${source.basisOfKnowledge}`, source.basisRange),
    },
    {
      name: 'corroboration',
      value:
        source.corroboration === 'none-stated'
          ? null
          : classed(`sources.corroboration.${source.corroboration}`, source.corroborationRange),
    },
    { name: 'motive', value: quote(source.motive, source.motiveRange) },
  ]
  fields.unshift({ name: 'facets', value: facetWords(source) })
  if (!entry.unnamed && source.anonymity === null) return fields
  return [{ name: 'reason', value: <Anonymity {...props} /> }, ...fields]
}

/** Role, affiliation and place in one line; null when they only say the name again ("a source": source). */
function facetWords(source: Source): string | null {
  const facets = [source.role, source.affiliation, source.place].filter((facet) => facet !== null)
  const name = source.descriptor.replace(/^(?:an?|the)\s+/i, '').toLowerCase()
  const isName = facets.length === 1 && facets[0]?.toLowerCase() === name
  return facets.length === 0 || isName ? null : withVisibleControls(facets.join(' · '))
}

/** On a chosen card each facet has its own line, so that it can be corrected. */
function Facets({ entry, tools }: Props) {
  const intl = useIntl()
  return (['role', 'affiliation', 'place'] as const).map((field) => {
    const value = entry.source[field]
    const words = value === null ? intl.formatMessage({ id: 'sources.notTold' }) : withVisibleControls(value)
    return (
      <Fragment key={field}>
        {tools.field(
          entry.source,
          field,
          <span>
            <span className={styles.facet}>{intl.formatMessage({ id: `sources.facet.${field}` })}</span>{' '}
            <span className={value === null ? styles.gapWords : undefined}>{words}</span>
          </span>,
        )}
      </Fragment>
    )
  })
}

/** The grant of anonymity and its stated ground, both in the article's words. */
function Anonymity({ entry, isSelected, onShow, tools }: Props) {
  const intl = useIntl()
  const { source } = entry
  const { anonymity } = source
  const grounds = anonymity === null ? 'none' : anonymity.reasonClass
  const reasonClass = (
    <span
      className={anonymity === null ? styles.gapWords : styles.reasonClass}
      data-told={anonymity !== null && grounds !== 'not-given'}
    >
      {intl.formatMessage({ id: `sources.reason.${grounds}` })}
    </span>
  )
  const reason =
    anonymity?.reason && anonymity.reason !== anonymity.grant ? (
      <Quote onShow={onShow} range={anonymity.reasonRange} words={anonymity.reason} />
    ) : null
  return (
    <>
      {isSelected ? tools.field(source, 'reasonClass', reasonClass) : reasonClass}
      {anonymity?.grant ? (
        <Quote onShow={onShow} range={anonymity.grantRange} words={anonymity.grant} />
      ) : null}
      {isSelected
        ? tools.field(
            source,
            'reason',
            reason ?? (
              <span className={styles.gapWords}>{intl.formatMessage({ id: 'sources.reason.noWords' })}</span>
            ),
          )
        : reason}
    </>
  )
}

/** Why mentions were taken for one source: each join with its rule, so that it can be doubted. */
function Joined({ entry, text, onShow }: Pick<Props, 'entry' | 'text' | 'onShow'>) {
  const intl = useIntl()
  const { joined, mentions } = entry.source
  if (joined.length === 0) return null
  return (
    <details className={styles.joined}>
      <summary>
        {intl.formatMessage(
          { id: 'sources.joined' },
          { count: Math.max(mentions.length, joined.length + 1) },
        )}
      </summary>
      <ul>
        {joined.map((reason: JoinReason) => (
          <li key={reason.mention[0]}>
            <Quote onShow={onShow} range={reason.mention} words={wordsAt(text, reason.mention)} />{' '}
            <span className={styles.rule}>{intl.formatMessage({ id: `sources.join.${reason.rule}` })}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
