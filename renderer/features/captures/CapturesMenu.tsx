import { useIntl } from 'react-intl'
import type { CaptureLine } from '#contract/captures'
import { IconButton } from '../../ui/IconButton'
import { Menu, type MenuEntry } from '../../ui/Menu'
import { useCaptureWords } from './capture-words'

export type CapturesMenuProps = {
  /** The newest first. */
  readonly captures: readonly CaptureLine[]
  readonly shownId: string
  readonly onShow: (captureId: string) => void
  readonly onSplit: () => void
  readonly onJoin: () => void
}

/** Which capture of the article is shown, and which captures are of it. */
export function CapturesMenu(props: CapturesMenuProps) {
  const intl = useIntl()
  const words = useCaptureWords()
  const { captures, shownId } = props
  const entries: MenuEntry[] = captures.map((capture) => ({
    id: capture.id,
    label: words.inList(capture),
    icon: capture.id === shownId ? 'check' : 'document',
    onAction: () => props.onShow(capture.id),
  }))
  return (
    <Menu
      entries={[
        ...entries,
        'separator',
        {
          id: 'split',
          label: intl.formatMessage({ id: 'captures.split' }),
          icon: 'copy',
          isDisabled: captures.length < 2,
          onAction: props.onSplit,
        },
        {
          id: 'join',
          label: intl.formatMessage({ id: 'captures.join' }),
          icon: 'link',
          onAction: props.onJoin,
        },
      ]}
      label={intl.formatMessage({ id: 'captures.menu' }, { count: captures.length })}
      trigger={
        <IconButton
          icon="clock"
          label={intl.formatMessage({ id: 'captures.menu' }, { count: captures.length })}
        />
      }
    />
  )
}
