import { useRef } from 'react'
import { useIntl } from 'react-intl'
import { NOTE_COLORS, type NoteColor, type NoteStyle } from '#domain/annotation/note'
import { IconButton } from '../../ui/IconButton'
import { Toolbar, ToolbarGap } from '../../ui/Toolbar'
import { useCssVariables } from '../../ui/use-css-variables'
import styles from './selection-bar.module.css'
import type { TextSelection } from './use-selection'

export type SelectionBarProps = {
  readonly selection: TextSelection
  readonly color: NoteColor
  readonly onMark: (style: NoteStyle, color: NoteColor) => void
  readonly onNote: () => void
  readonly onCopy: () => void
  /** The words are a statement that has not been found. */
  readonly onStatement: () => void
}

/** Nearer to the window's top than this (px) the bar stands below the selection. */
const ROOM_ABOVE = 72

/** What can be done with selected words: a small bar beside them, each action with its key. */
export function SelectionBar(props: SelectionBarProps) {
  const { selection, color, onMark, onNote, onCopy } = props
  const intl = useIntl()
  const bar = useRef<HTMLDivElement>(null)
  const { box } = selection
  const below = box.top < ROOM_ABOVE
  useCssVariables(bar, {
    '--x': `${Math.round((box.left + box.right) / 2)}px`,
    '--y': `${Math.round(below ? Math.min(box.bottom, innerHeight - ROOM_ABOVE) : box.top)}px`,
  })
  return (
    <div
      className={styles.bar}
      data-below={below || undefined}
      // The words stay selected while the pointer is on the bar.
      onPointerDown={(event) => event.preventDefault()}
      ref={bar}
      role="presentation"
    >
      <Toolbar label={intl.formatMessage({ id: 'article.selection' })}>
        {NOTE_COLORS.map((each, index) => (
          <ColorButton
            color={each}
            isUsual={each === color}
            key={each}
            number={index + 1}
            onPress={() => onMark('highlight', each)}
          />
        ))}
        <ToolbarGap />
        <IconButton
          icon="underline"
          label={intl.formatMessage({ id: 'article.selection.underline' })}
          onPress={() => onMark('underline', color)}
          shortcut="Alt+2"
          size="small"
        />
        <IconButton
          icon="note"
          label={intl.formatMessage({ id: 'article.selection.note' })}
          onPress={onNote}
          shortcut="Alt+3"
          size="small"
        />
        <IconButton
          icon="quote"
          label={intl.formatMessage({ id: 'article.selection.statement' })}
          onPress={props.onStatement}
          size="small"
        />
        <IconButton
          icon="copy"
          label={intl.formatMessage({ id: 'article.selection.copy' })}
          onPress={onCopy}
          shortcut="Ctrl+C"
          size="small"
        />
      </Toolbar>
    </div>
  )
}

function ColorButton(props: {
  readonly color: NoteColor
  readonly number: number
  readonly isUsual: boolean
  readonly onPress: () => void
}) {
  const intl = useIntl()
  const name = intl.formatMessage({ id: `article.color.${props.color}` })
  const label = intl.formatMessage({ id: 'article.selection.highlight' }, { color: name, key: props.number })
  return (
    <button
      aria-label={label}
      className={styles.color}
      data-note-color={props.color}
      data-usual={props.isUsual || undefined}
      onClick={props.onPress}
      title={label}
      type="button"
    >
      <span className={styles.dot} />
    </button>
  )
}
