import { useCallback, useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import { PlainButton } from '../../ui/PlainButton'
import styles from './offered-words.module.css'

/** How long the button says that the words were copied, in milliseconds. */
const COPIED_FOR = 2000

/** Where the words will stand, until they are drawn. */
const PLACES = [1, 2, 3, 4, 5, 6]

/** Six words drawn at random, to write on paper. They can be hidden from a looker-on, copied, or drawn anew. */
export function OfferedWords(props: { readonly words: string; readonly onWords: (words: string) => void }) {
  const { words, onWords } = props
  const intl = useIntl()
  const spoken = useFailureSentence()
  const [hidden, setHidden] = useState(false)
  const [copied, setCopied] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const draw = useCallback(async () => {
    const answer = await settled(client.vault['suggest-passphrase']())
    setError(answer.ok ? null : spoken(answer.failure))
    if (answer.ok) onWords(answer.value)
  }, [onWords, spoken])
  useEffect(() => {
    if (words === '') void draw()
  }, [words, draw])
  const copy = async () => {
    const answer = await settled(client.shell.copy({ text: words }))
    if (!answer.ok) return setError(spoken(answer.failure))
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
          aria-label={intl.formatMessage({ id: 'first-run.your-words' })}
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
          <FormattedMessage id={hidden ? 'first-run.show' : 'first-run.hide'} />
        </PlainButton>
        <PlainButton icon={copied ? 'check' : 'copy'} onClick={copy} size="small">
          <FormattedMessage id={copied ? 'first-run.copied' : 'first-run.copy'} />
        </PlainButton>
        <PlainButton icon="refresh" onClick={draw} size="small">
          <FormattedMessage id="first-run.other-words" />
        </PlainButton>
      </div>
      <p className={styles.hint}>{error ?? <FormattedMessage id="first-run.write-down" />}</p>
    </div>
  )
}
