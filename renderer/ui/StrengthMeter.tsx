import { useRef } from 'react'
import { FormattedMessage } from 'react-intl'
import { type Strength, strengthOf } from './readiness'
import styles from './strength-meter.module.css'
import { useCssVariables } from './use-css-variables'

/** How much guessing the chosen passphrase withstands, with a tick where it is enough; in words beside it. */
export function StrengthMeter({ id, strength }: { readonly id: string; readonly strength: Strength | null }) {
  const bar = useRef<HTMLDivElement>(null)
  const rated = strength ? strengthOf(strength.guessesLog10, strength.enough) : null
  useCssVariables(bar, { '--share': rated?.share ?? 0 })
  return (
    <div className={styles.meter} data-level={rated?.level ?? 'none'}>
      <div aria-hidden="true" className={styles.track} ref={bar}>
        <div className={styles.bar} />
        <div className={styles.floor} />
      </div>
      <p className={styles.words} id={id} role="status">
        {rated ? (
          <FormattedMessage id={`passphrase.strength-${rated.level}`} />
        ) : (
          <FormattedMessage id="passphrase.strength-what" />
        )}
      </p>
    </div>
  )
}
