import { useIntl } from 'react-intl'
import type { ShownExplanation } from '#contract/explanations'
import type { Attribution } from '#domain/analysis/findings'
import { withVisibleControls } from '#domain/visible-controls'
import { client } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useQuery } from '../../client/use-query'
import { Dialog } from '../../ui/Dialog'
import { EmptyState } from '../../ui/EmptyState'
import { Spinner } from '../../ui/Spinner'
import styles from './why-dialog.module.css'

type Feature = ShownExplanation['features'][number]

const ASPECTS = ['cue', 'source', 'content', 'whole'] as const

export type WhyDialogProps = {
  readonly captureId: string
  readonly statement: Attribution
  /** The beginning of the statement, for whoever reads the dialog alone. */
  readonly words: string
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** How a statement was found: by which rule, or by which features of the model and with what weight. */
export function WhyDialog(props: WhyDialogProps) {
  const intl = useIntl()
  const spoken = useFailureSentence()
  const { captureId, statement, isOpen } = props
  const [asked] = useQuery(isOpen ? captureId : null, () => client.articles.explain({ captureId }))
  const title = intl.formatMessage({ id: 'corrections.why.title' })
  return (
    <Dialog isOpen={isOpen} onOpenChange={props.onOpenChange} title={title}>
      <p className={styles.words}>
        {intl.formatMessage({ id: 'corrections.quoted' }, { words: props.words })}
      </p>
      <p className={styles.rule}>
        <RuleSentence rule={statement.rule} />
      </p>
      {asked.state === 'loading' ? (
        <Spinner label={intl.formatMessage({ id: 'corrections.why.loading' })} />
      ) : null}
      {asked.state === 'failed' ? (
        <EmptyState icon="warning" title={spoken(asked.failure)} tone="danger" />
      ) : null}
      {asked.state === 'ready' ? <Features features={featuresOf(asked.value, statement.id)} /> : null}
    </Dialog>
  )
}

function featuresOf(explained: readonly ShownExplanation[], id: string): readonly Feature[] {
  return explained.find(({ finding, of }) => finding === 'attribution' && of === id)?.features ?? []
}

/** `learned:say:0.93` and `quotation` in words, any other rule by its name. */
function RuleSentence({ rule }: { readonly rule: string }) {
  const intl = useIntl()
  const learned = /^learned:(?<head>.*):(?<share>[\d.]+)$/.exec(rule)?.groups
  if (learned) {
    const head = withVisibleControls(learned.head ?? '')
    return intl.formatMessage({ id: 'corrections.why.learned' }, { head, share: Number(learned.share) })
  }
  if (rule === 'quotation') return intl.formatMessage({ id: 'corrections.why.quotation' })
  return intl.formatMessage({ id: 'corrections.why.rule' }, { rule: withVisibleControls(rule) })
}

function Features({ features }: { readonly features: readonly Feature[] }) {
  const intl = useIntl()
  if (features.length === 0) return null
  const weights = intl.formatMessage({ id: 'corrections.why.weights' })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and by keyboard too
    <section aria-label={weights} className={styles.features} tabIndex={0}>
      <p className={styles.hint}>{weights}</p>
      {ASPECTS.map((aspect) => {
        const own = features.filter(({ about }) => about === aspect)
        if (own.length === 0) return null
        return (
          <table className={styles.table} key={aspect}>
            <caption className={styles.aspect}>
              {intl.formatMessage({ id: `corrections.why.about.${aspect}` })}
            </caption>
            <tbody>
              {own.map(({ name, weight }) => (
                <tr key={name}>
                  <td className={styles.weight}>
                    {intl.formatNumber(weight, { signDisplay: 'always', minimumFractionDigits: 2 })}
                  </td>
                  <th className={styles.feature} lang="en" scope="row">
                    {withVisibleControls(name)}
                  </th>
                </tr>
              ))}
            </tbody>
          </table>
        )
      })}
    </section>
  )
}
