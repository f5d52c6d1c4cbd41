import { type FormEvent, useId, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { useNewPassphrase } from '../../client/use-new-passphrase'
import { NewPassphraseFields } from '../../ui/NewPassphraseFields'
import { PlainButton } from '../../ui/PlainButton'
import fieldStyles from '../../ui/text-field.module.css'
import styles from './create-form.module.css'
import type { FirstRunProps, NewLibrary } from './first-run-props'

/** Name, passphrase, once more, samples or not; then on to the recovery kit. */
export function CreateForm(
  props: Pick<FirstRunProps, 'suggestedFolder' | 'failure' | 'onStatus' | 'onRestore'> & {
    /** It stands behind the kit, and keeps what was typed. */
    readonly isHidden: boolean
    readonly onReady: (library: NewLibrary) => void
  },
) {
  const intl = useIntl()
  const spoken = useFailureSentence()
  const nameId = useId()
  const [name, setName] = useState(() => intl.formatMessage({ id: 'first-run.default-name' }))
  const [withSamples, setWithSamples] = useState(true)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<string | null>(props.failure ? spoken(props.failure) : null)
  const making = useNewPassphrase()
  const noName = name.trim() === ''

  const goOn = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (noName || making.missing !== null) return
    props.onReady({ name: name.trim(), passphrase: making.passphrase, withSamples })
  }
  const openExisting = async () => {
    const answer = await settled(client.vault.choose())
    if (!answer.ok) setError(spoken(answer.failure))
    else if (answer.value) props.onStatus(answer.value)
  }
  return (
    <form className={styles.form} hidden={props.isHidden} noValidate onSubmit={goOn}>
      <h1 className={styles.title}>
        <FormattedMessage id="first-run.title" />
      </h1>
      <div className={fieldStyles.field}>
        <label className={fieldStyles.label} htmlFor={nameId}>
          <FormattedMessage id="first-run.name" />
        </label>
        <input
          aria-invalid={tried && noName}
          className={fieldStyles.input}
          data-size="large"
          id={nameId}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          value={name}
        />
        {props.suggestedFolder ? (
          <p className={fieldStyles.description}>
            <FormattedMessage id="first-run.folder" values={{ folder: props.suggestedFolder }} />
          </p>
        ) : null}
      </div>

      <NewPassphraseFields making={making} tried={tried} />

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
        <PlainButton size="large" type="submit" variant="primary" wide>
          <FormattedMessage id="first-run.go-on" />
        </PlainButton>
        <p className={styles.error} role="alert">
          {error ?? (tried && noName ? intl.formatMessage({ id: 'first-run.name-missing' }) : '')}
        </p>
        <PlainButton onClick={openExisting} variant="quiet">
          <FormattedMessage id="first-run.open-existing" />
        </PlainButton>
        <PlainButton onClick={props.onRestore} variant="quiet">
          <FormattedMessage id="restore.from-backup" />
        </PlainButton>
      </div>
    </form>
  )
}
