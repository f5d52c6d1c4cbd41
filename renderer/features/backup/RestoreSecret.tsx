import type { FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Secret } from '#contract/secrets'
import { PassphraseField } from '../../ui/PassphraseField'
import { PlainButton } from '../../ui/PlainButton'
import { RecoveryCodeField } from '../../ui/RecoveryCodeField'
import styles from './backup.module.css'

/** What was typed, and as which of the two. */
export type TypedSecret = { readonly by: 'passphrase' | 'code'; readonly text: string }

export const NOTHING_TYPED: TypedSecret = { by: 'passphrase', text: '' }

/** Null while nothing is typed. */
export function secretOf({ by, text }: TypedSecret): Secret | null {
  if (text.trim() === '') return null
  return by === 'code' ? { recoveryCode: text } : { passphrase: text }
}

/** The way into the backup: the passphrase of its time, or for whoever forgot that, the recovery code of its time. */
export function RestoreSecret(props: {
  readonly typed: TypedSecret
  readonly onTyped: (typed: TypedSecret) => void
  readonly onSubmit: () => void
}) {
  const intl = useIntl()
  const { typed, onTyped } = props
  const { by } = typed
  const field = {
    label: intl.formatMessage({ id: by === 'code' ? 'restore.code' : 'restore.passphrase' }),
    value: typed.text,
    onChange: (text: string) => onTyped({ by, text }),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onSubmit()
  }
  const turn = () => onTyped({ by: by === 'code' ? 'passphrase' : 'code', text: '' })
  return (
    <form className={styles.secret} onSubmit={submit}>
      {by === 'code' ? <RecoveryCodeField {...field} /> : <PassphraseField {...field} autoFocus />}
      <PlainButton onClick={turn} variant="quiet">
        <FormattedMessage id={by === 'code' ? 'restore.by-passphrase' : 'restore.by-code'} />
      </PlainButton>
    </form>
  )
}
