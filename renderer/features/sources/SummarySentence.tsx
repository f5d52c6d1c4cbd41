import { useIntl } from 'react-intl'
import type { SourcingSummary } from '#domain/analysis/summary'

/** The sentence above the cards: how many sources, how many without a name and on what grounds, what rests on them. */
export function SummarySentence({ summary }: { readonly summary: SourcingSummary }) {
  const intl = useIntl()
  if (summary.sources === 0) {
    return intl.formatMessage({ id: 'sources.summary.onlyQuotes' }, { count: summary.withoutSource })
  }
  const reasons = summary.anonymousBecause.map(({ reasonClass, count }) => {
    const reason = intl.formatMessage({ id: `sources.summary.reason.${reasonClass}` })
    return summary.anonymousBecause.length === 1
      ? reason
      : intl.formatMessage({ id: 'sources.summary.reasonCount' }, { reason, count })
  })
  const parts = [
    intl.formatMessage({ id: 'sources.summary.sources' }, { count: summary.sources }),
    summary.anonymous > 0 &&
      intl.formatMessage(
        { id: 'sources.summary.anonymous' },
        { count: summary.anonymous, reasons: reasons.join(', ') },
      ),
    summary.unnamed > 0 && intl.formatMessage({ id: 'sources.summary.unnamed' }, { count: summary.unnamed }),
    summary.named > 0 && intl.formatMessage({ id: 'sources.summary.named' }, { count: summary.named }),
  ].filter((part) => part !== false)
  const { statements, onUnnamed, withoutSource } = summary
  return [
    parts.join(', '),
    statements > 0 && intl.formatMessage({ id: 'sources.summary.statements' }, { statements, onUnnamed }),
    withoutSource > 0 &&
      intl.formatMessage({ id: 'sources.summary.withoutSource' }, { count: withoutSource }),
  ]
    .filter((part) => part !== false)
    .map((part, index, all) => `${part}${index === all.length - 1 ? '.' : ';'}`)
    .join(' ')
}
