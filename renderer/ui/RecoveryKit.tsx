import { type ReactNode, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { PlainButton } from './PlainButton'
import { RecoveryTest } from './RecoveryTest'
import styles from './recovery-kit.module.css'

export type RecoveryKitProps = {
  /** 24 words joined by blanks; empty until they are drawn. */
  readonly code: string
  readonly libraryName: string
  /** What the button says that ends the test, and whether its work is being done. */
  readonly finish: ReactNode
  readonly isBusy: boolean
  readonly error: string | null
  /** The words were tested: they are on paper. */
  readonly onTested: () => void
  /** Other ways on or back. */
  readonly children?: ReactNode
}

/** The recovery kit: the words, to be written down or printed, then a test of what was written. First chunk. */
export function RecoveryKit(props: RecoveryKitProps) {
  const [kept, setKept] = useState(false)
  const words = props.code === '' ? [] : props.code.split(' ')
  if (kept) {
    return (
      <RecoveryTest
        error={props.error}
        finish={props.finish}
        isBusy={props.isBusy}
        onBack={() => setKept(false)}
        onTested={props.onTested}
        words={words}
      />
    )
  }
  return (
    <div className={styles.step}>
      <p className={styles.what}>
        <FormattedMessage id="recovery.what" />
      </p>
      <Paper libraryName={props.libraryName} words={words} />
      <p className={styles.hint}>
        <FormattedMessage id="recovery.print-what" />
      </p>
      <p className={styles.error} role="alert">
        {props.error}
      </p>
      <div className={styles.actions}>
        <PlainButton disabled={words.length === 0} onClick={printKit} size="large">
          <FormattedMessage id="recovery.print" />
        </PlainButton>
        <PlainButton
          disabled={words.length === 0}
          onClick={() => setKept(true)}
          size="large"
          variant="primary"
        >
          <FormattedMessage id="recovery.kept" />
        </PlainButton>
      </div>
      {props.children}
    </div>
  )
}

/** What the printer gets; on the screen only the words of it. */
function Paper({ words, libraryName }: { readonly words: readonly string[]; readonly libraryName: string }) {
  const intl = useIntl()
  const drawnAt = useRef(new Date())
  return (
    <section aria-busy={words.length === 0} className={styles.paper} data-kit>
      <header className={styles.printed}>
        <h1>
          <FormattedMessage id="recovery.paper-title" />
        </h1>
        <p>
          <FormattedMessage id="recovery.paper-of" values={{ name: libraryName, date: drawnAt.current }} />
        </p>
        <p>
          <FormattedMessage id="recovery.paper-how" />
        </p>
      </header>
      <ol aria-label={intl.formatMessage({ id: 'recovery.words' })} className={styles.words}>
        {words.map((word, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity; words may repeat
          <li className={styles.word} key={at}>
            {word}
          </li>
        ))}
      </ol>
      <p className={styles.printed}>
        <FormattedMessage id="recovery.paper-warning" />
      </p>
    </section>
  )
}

/** Prints the kit and nothing else of the window: the style sheet looks at the mark on the root. */
function printKit(): void {
  const { dataset } = document.documentElement
  dataset.printing = 'kit'
  window.print()
  delete dataset.printing
}
