import { FormattedMessage, useIntl } from 'react-intl'
import styles from './new-passphrase.module.css'
import { OfferedWords, type OfferedWordsProps } from './OfferedWords'
import { PassphraseField } from './PassphraseField'
import type { Missing, Strength } from './readiness'
import { StrengthMeter } from './StrengthMeter'
import fieldStyles from './text-field.module.css'

/** A new passphrase in the making, as `useNewPassphrase` keeps it. */
export type NewPassphrase = {
  readonly passphrase: string
  readonly missing: Missing
  readonly own: {
    readonly isChosen: boolean
    readonly choose: (own: boolean) => void
    readonly value: string
    readonly onChange: (value: string) => void
    readonly strength: Strength | null
  }
  readonly offered: OfferedWordsProps
  readonly again: { readonly value: string; readonly onChange: (value: string) => void }
}

/** Six words offered, or a passphrase of one's own that is strong enough; then the same once more. First chunk. */
export function NewPassphraseFields(props: {
  readonly making: NewPassphrase
  /** Somebody wanted to go on: from now on it is said what is missing. */
  readonly tried: boolean
}) {
  const { making, tried } = props
  const intl = useIntl()
  const { own } = making
  const againError =
    tried && making.missing === 'again' ? intl.formatMessage({ id: 'passphrase.again-differs' }) : null
  return (
    <>
      <fieldset className={styles.choice}>
        <legend className={fieldStyles.label}>
          <FormattedMessage id="passphrase.title" />
        </legend>
        <div className={styles.segments}>
          <Segment
            checked={!own.isChosen}
            messageId="passphrase.offered"
            onChoose={() => own.choose(false)}
          />
          <Segment checked={own.isChosen} messageId="passphrase.own" onChoose={() => own.choose(true)} />
        </div>
        {own.isChosen ? (
          <>
            <PassphraseField
              describedBy="strength"
              isInvalid={tried && making.missing === 'passphrase'}
              isNew
              label={intl.formatMessage({ id: 'passphrase.own-label' })}
              onChange={own.onChange}
              value={own.value}
            />
            <StrengthMeter id="strength" strength={own.strength} />
          </>
        ) : (
          <OfferedWords {...making.offered} />
        )}
      </fieldset>
      <PassphraseField
        error={againError}
        isNew
        label={intl.formatMessage({ id: own.isChosen ? 'passphrase.again' : 'passphrase.type-words' })}
        onChange={making.again.onChange}
        value={making.again.value}
      />
    </>
  )
}

function Segment(props: {
  readonly messageId: string
  readonly checked: boolean
  readonly onChoose: () => void
}) {
  return (
    <label className={styles.segment}>
      <input checked={props.checked} name="passphrase-kind" onChange={props.onChoose} type="radio" />
      <FormattedMessage id={props.messageId} />
    </label>
  )
}
