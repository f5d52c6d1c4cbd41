import { useIntl } from 'react-intl'
import type { CaptureLine } from '#contract/captures'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { useCaptureWords } from './capture-words'
import styles from './older-capture.module.css'

/** Says of an older capture that it is one, and whether the text has changed since. */
export function OlderCaptureNotice(props: {
  /** The newest first. */
  readonly captures: readonly CaptureLine[]
  readonly shownId: string
  readonly onShow: (captureId: string) => void
}) {
  const intl = useIntl()
  const { named } = useCaptureWords()
  const at = props.captures.findIndex(({ id }) => id === props.shownId)
  const [newest] = props.captures
  const shown = props.captures[at]
  if (at <= 0 || shown === undefined || newest === undefined) return null
  const hasChanged = props.captures.slice(0, at).some(({ changed }) => changed === true)
  return (
    <div className={styles.notice} role="status">
      <Icon name="clock" />
      <p>
        {intl.formatMessage(
          { id: hasChanged ? 'captures.older.changed' : 'captures.older.same' },
          { capture: named(shown) },
        )}
      </p>
      <Button onPress={() => props.onShow(newest.id)} size="small">
        {intl.formatMessage({ id: 'captures.show-newest' })}
      </Button>
    </div>
  )
}
