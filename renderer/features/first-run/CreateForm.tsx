import { type FormEvent, useId, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Answer } from '#contract/define'
import type { VaultStatus } from '#contract/vault'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { PassphraseField } from '../../ui/PassphraseField'
import { PlainButton } from '../../ui/PlainButton'
import fieldStyles from '../../ui/text-field.module.css'
import styles from './create-form.module.css'
import type { FirstRunProps } from './first-run-props'
import { OfferedWords } from './OfferedWords'
import { whatIsMissing } from './readiness'
import { StrengthMeter } from './StrengthMeter'
import { useStrength } from './use-strength'

/** Name, passphrase (six words offered, or an own one that is strong enough), once more, samples or not. */
export function CreateForm({ suggestedFolder, failure, onStatus, onOpening, onRestore }: FirstRunProps) {
  const intl = useIntl()
  const spoken = useFailureSentence()
  const nameId = useId()
  const [name, setName] = useState(() => intl.formatMessage({ id: 'first-run.default-name' }))
  const [own, setOwn] = useState(false)
  const [offered, setOffered] = useState('')
  const [chosen, setChosen] = useState('')
  const [again, setAgain] = useState('')
  const [withSamples, setWithSamples] = useState(true)
  const [making, setMaking] = useState(false)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<string | null>(failure ? spoken(failure) : null)
  const strength = useStrength(own ? chosen : '')
  const passphrase = own ? chosen : offered
  const missing = whatIsMissing({ name, passphrase, again, enough: own ? (strength?.enough ?? false) : true })

  const take = async (answer: Promise<Answer<VaultStatus | null>>) => {
    const { ok, ...rest } = await settled(answer)
    if (ok && 'value' in rest && rest.value) onStatus(rest.value)
    if (!ok && 'failure' in rest) setError(spoken(rest.failure))
    return ok
  }
  const create = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (missing !== null || making) return
    setMaking(true)
    setError(null)
    onOpening()
    const made = await take(client.vault.create({ name: name.trim(), passphrase, withSamples }))
    if (!made) setMaking(false)
  }
  const againError =
    tried && missing === 'again' ? intl.formatMessage({ id: 'first-run.again-differs' }) : null
  return (
    <form aria-busy={making} className={styles.form} noValidate onSubmit={create}>
      <h1 className={styles.title}>
        <FormattedMessage id="first-run.title" />
      </h1>
      <div className={fieldStyles.field}>
        <label className={fieldStyles.label} htmlFor={nameId}>
          <FormattedMessage id="first-run.name" />
        </label>
        <input
          aria-invalid={tried && missing === 'name'}
          className={fieldStyles.input}
          data-size="large"
          id={nameId}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          value={name}
        />
        {suggestedFolder ? (
          <p className={fieldStyles.description}>
            <FormattedMessage id="first-run.folder" values={{ folder: suggestedFolder }} />
          </p>
        ) : null}
      </div>

      <fieldset className={styles.choice}>
        <legend className={fieldStyles.label}>
          <FormattedMessage id="first-run.passphrase" />
        </legend>
        <div className={styles.segments}>
          <Segment checked={!own} messageId="first-run.offered" onChoose={() => setOwn(false)} />
          <Segment checked={own} messageId="first-run.own" onChoose={() => setOwn(true)} />
        </div>
        {own ? (
          <>
            <PassphraseField
              describedBy="strength"
              isInvalid={tried && missing === 'passphrase'}
              isNew
              label={intl.formatMessage({ id: 'first-run.own-label' })}
              onChange={setChosen}
              value={chosen}
            />
            <StrengthMeter id="strength" strength={strength} />
          </>
        ) : (
          <OfferedWords onWords={setOffered} words={offered} />
        )}
      </fieldset>
      <PassphraseField
        error={againError}
        isNew
        label={intl.formatMessage({ id: own ? 'first-run.again' : 'first-run.type-words' })}
        onChange={setAgain}
        value={again}
      />

      <label className={styles.samples}>
        <input
          checked={withSamples}
          onChange={(event) => setWithSamples(event.target.checked)}
          type="checkbox"
        />
        <span>
          <FormattedMessage id="first-run.samples" />
          <small className={fieldStyles.description}>
            <FormattedMessage id="first-run.samples-what" />
          </small>
        </span>
      </label>

      <div className={styles.actions}>
        <PlainButton aria-disabled={making} size="large" type="submit" variant="primary" wide>
          <FormattedMessage id={making ? 'first-run.making' : 'first-run.create'} />
        </PlainButton>
        <p className={styles.error} role="alert">
          {error ?? (tried && missing === 'name' ? intl.formatMessage({ id: 'first-run.name-missing' }) : '')}
        </p>
        <PlainButton onClick={() => take(client.vault.choose())} variant="quiet">
          <FormattedMessage id="first-run.open-existing" />
        </PlainButton>
        <PlainButton onClick={onRestore} variant="quiet">
          <FormattedMessage id="restore.from-backup" />
        </PlainButton>
      </div>
    </form>
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
