import { useIntl } from 'react-intl'
import type { CaptureLine } from '#contract/captures'
import { instant } from '../../ui/told-date'

/** How captures are named: by the time at which they were captured, or else imported. */
export function useCaptureWords(): {
  readonly named: (capture: CaptureLine) => string
  /** With whether its text is another than that of the capture before it. */
  readonly inList: (capture: CaptureLine) => string
} {
  const intl = useIntl()
  const named = ({ capturedAt, importedAt }: CaptureLine) =>
    intl.formatMessage(
      { id: capturedAt === null ? 'captures.imported' : 'captures.captured' },
      { date: instant(intl, capturedAt ?? importedAt, true) },
    )
  const inList = (capture: CaptureLine) => {
    const id = capture.changed === null ? 'first' : capture.changed ? 'changed' : 'same'
    return intl.formatMessage({ id: `captures.line.${id}` }, { capture: named(capture) })
  }
  return { named, inList }
}
