import { FormattedMessage } from 'react-intl'
import styles from './import-panel.module.css'
import type { ImportReport } from './import-report'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** How fast it goes, and how long it will take: rounded as one would say it, since it is a guess. Nothing before the first article. */
export function ImportPace({ rate, secondsLeft }: Pick<ImportReport, 'rate' | 'secondsLeft'>) {
  const articles = rate === null ? 0 : rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate)
  if (articles === 0) return null
  return (
    <p className={styles.pace}>
      <FormattedMessage id="import-panel.rate" values={{ rate: articles }} />
      {secondsLeft === null ? null : (
        <span>
          <TimeLeft seconds={secondsLeft} />
        </span>
      )}
    </p>
  )
}

function TimeLeft({ seconds }: { readonly seconds: number }) {
  if (seconds < MINUTE) return <FormattedMessage id="import-panel.left-seconds" />
  if (seconds < HOUR) {
    return (
      <FormattedMessage id="import-panel.left-minutes" values={{ minutes: Math.round(seconds / MINUTE) }} />
    )
  }
  return <FormattedMessage id="import-panel.left-hours" values={{ hours: Math.ceil(seconds / HOUR) }} />
}
