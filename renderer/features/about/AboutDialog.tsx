import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../client/client'
import { useQuery } from '../../client/use-query'
import { Dialog } from '../../ui/Dialog'
import { Wordmark } from '../../ui/Wordmark'
import styles from './about.module.css'

export type AboutDialogProps = {
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** A colophon of our own: what this is, of which parts, under which licence. */
export function AboutDialog(props: AboutDialogProps) {
  const intl = useIntl()
  const [about] = useQuery(props.isOpen ? 'about' : null, () => client.shell.about())
  const facts = about.state === 'ready' ? about.value : null
  return (
    <Dialog {...props} size="small" title={intl.formatMessage({ id: 'about.title' })}>
      <div className={styles.page}>
        <Wordmark size="large" />
        <p className={styles.motto}>
          <FormattedMessage id="about.motto" />
        </p>
        <dl className={styles.facts}>
          <Fact id="about.version" value={facts?.version} />
          <Fact id="about.electron" value={facts?.electron} />
          <Fact id="about.chromium" value={facts?.chromium} />
          <Fact id="about.licence" value="AGPL-3.0-only" />
          <Fact id="about.set-in" value="Source Serif 4, Inter, Noto KR" />
        </dl>
        {facts?.developmentRuntime ? (
          <p className={styles.warning}>
            <FormattedMessage id="about.development" />
          </p>
        ) : null}
        <p className={styles.promise}>
          <FormattedMessage id="about.promise" />
        </p>
      </div>
    </Dialog>
  )
}

function Fact({ id, value }: { readonly id: string; readonly value: string | undefined }) {
  return (
    <div className={styles.fact}>
      <dt>
        <FormattedMessage id={id} />
      </dt>
      <dd>{value ?? '…'}</dd>
    </div>
  )
}
