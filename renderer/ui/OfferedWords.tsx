import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import styles from './offered-words.module.css'
import { PlainButton } from './PlainButton'

/** How long the button says that the words were copied, in milliseconds. */
const COPIED_FOR = 2000

/** Where the words will stand, until they are drawn. */
const PLACES = [1, 2, 3, 4, 5, 6]

export type OfferedWordsProps = {
  /** Joined by blanks; empty until they are drawn. */
  readonly words: string
  readonly draw: () => void
  /** Puts them on the clipboard for a while; false when that failed. */
  readonly copy: () => Promise<boolean>
  readonly error: string | null
}

/** Six words drawn at random, to write on paper. They can be hidden from a looker-on, copied, or drawn anew. */
export function OfferedWords({ words, draw, copy, error }: OfferedWordsProps) {
  const intl = useIntl()
  const [hidden, setHidden] = useState(false)
  const [copied, setCopied] = useState(false)
  const copyNow = async () => {
    if (!(await copy())) return
    setCopied(true)
    setTimeout(() => setCopied(false), COPIED_FOR)
  }
  return (
    <div className={styles.offered}>
      {words === '' ? (
        <div aria-busy="true" className={styles.words}>
          {PLACES.map((place) => (
            <span className={styles.word} key={place} />
          ))}
        </div>
      ) : (
        <output
          aria-label={intl.formatMessage({ id: 'passphrase.your-words' })}
          className={styles.words}
          data-words={hidden ? undefined : words}
        >
          {words.split(' ').map((word, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity; words may repeat
            <span className={styles.word} key={at}>
              {hidden ? '••••••' : word}{' '}
            </span>
          ))}
        </output>
      )}
      <div className={styles.actions}>
        <PlainButton icon={hidden ? 'eye' : 'eye-off'} onClick={() => setHidden(!hidden)} size="small">
          <FormattedMessage id={hidden ? 'passphrase.show' : 'passphrase.hide'} />
        </PlainButton>
        <PlainButton icon={copied ? 'check' : 'copy'} onClick={copyNow} size="small">
          <FormattedMessage id={copied ? 'passphrase.copied' : 'passphrase.copy'} />
        </PlainButton>
        <PlainButton icon="refresh" onClick={draw} size="small">
          <FormattedMessage id="passphrase.other-words" />
        </PlainButton>
      </div>
      <p className={styles.hint}>{error ?? <FormattedMessage id="passphrase.write-down" />}</p>
    </div>
  )
}
