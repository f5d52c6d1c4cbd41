import { useIntl } from 'react-intl'
import { LaneMark } from '../../ui/LaneMark'
import { laneName } from '../../ui/lane'
import styles from './margin-mark.module.css'
import type { MarginMark } from './margin-marks'
import { NO_SOURCE, type Speakers } from './speakers'

/**
 * The mark beside a statement's first line: who speaks. It stands in the text's flow without a `top`, so that the
 * browser puts it at the height of that line, and is no part of the words (no `data-from`, not selectable).
 */
export function MarginMarkButton({
  mark,
  speakers,
}: {
  readonly mark: MarginMark
  readonly speakers: Speakers
}) {
  const intl = useIntl()
  const speaker = mark.sourceId === null ? undefined : speakers.get(mark.sourceId)
  const label =
    speaker === undefined
      ? intl.formatMessage({ id: 'article.mark.noSource' })
      : intl.formatMessage(
          { id: 'article.mark.source' },
          {
            label: speaker.label,
            name: speaker.name,
            number: speaker.statements.indexOf(mark.statementId) + 1,
            total: speaker.statements.length,
          },
        )
  return (
    <button
      aria-label={label}
      className={styles.mark}
      data-lane={laneName(speaker?.lane ?? null)}
      data-mark={mark.statementId}
      data-mark-source={speaker?.sourceId ?? NO_SOURCE}
      data-shift={mark.shift || undefined}
      title={label}
      type="button"
    >
      <LaneMark lane={speaker?.lane ?? null} unnamed={speaker?.unnamed ?? true} />
      <span aria-hidden="true">{speaker?.label ?? '?'}</span>
    </button>
  )
}
