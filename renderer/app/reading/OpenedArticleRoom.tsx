import { useCallback, useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { OpenedArticle } from '#contract/articles'
import type { Note } from '#domain/annotation/note'
import { useCommand } from '../../client/commands'
import { ExportDialog } from '../../features/export-dialog/ExportDialog'
import { SplitPane } from '../../ui/SplitPane'
import { ArticlePane } from './ArticlePane'
import { ColophonPane, type ColophonTab } from './ColophonPane'
import styles from './reading.module.css'
import type { ReadingRoomProps } from './room-props'
import { useChoice } from './use-choice'
import { useCorrections } from './use-corrections'
import { useIsNarrow } from './use-is-narrow'
import { useNotes } from './use-notes'
import { usePlaces } from './use-places'
import { useRegrouping } from './use-regrouping'
import { useStatements } from './use-statements'
import { useUndoKeys, useUndoOrder } from './use-undo-order'

export type OpenedArticleRoomProps = ReadingRoomProps & {
  readonly opened: OpenedArticle
  /** Another article is on its way. */
  readonly isStale: boolean
}

/** Widths of the colophon pane in px. */
const COLOPHON = { least: 288, most: 640 } as const

/** A quarter of the window, between what a card needs and what it uses. */
function firstWidth(): number {
  return Math.round(Math.min(400, Math.max(304, window.innerWidth * 0.26)))
}

/** The room with an article in it: holds what its parts share, and hands it to them. */
export function OpenedArticleRoom(props: OpenedArticleRoomProps) {
  const intl = useIntl()
  const { order, onNoteStep, onCorrectionStep } = useUndoOrder()
  const corrections = useCorrections(props.opened, props.onChanged, onCorrectionStep)
  const { opened } = corrections
  const { capture } = opened
  const room = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const article = useRef<HTMLElement>(null)
  const [tab, setTab] = useState<ColophonTab>('sources')
  const [width, setWidth] = useState(firstWidth)
  const [isExporting, setExporting] = useState(false)
  const [noteId, setNoteId] = useState<string | null>(null)
  const [editing, setEditing] = useState<string | null>(null)

  useFacesOf(capture)
  const colophon = useColophon(props, room)
  const choice = useChoice()
  const notes = useNotes(capture.id, opened.notes, props.onChanged, onNoteStep)
  const places = usePlaces(capture, scroller, article)
  const regrouping = useRegrouping(opened, props.onRegrouped, props.onShowCapture)
  const statements = useStatements(capture, choice, places)

  const show = useCallback(
    (which: ColophonTab) => {
      setTab(which)
      colophon.open()
    },
    [colophon.open],
  )
  const chooseNote = useCallback((id: string) => {
    setNoteId(id)
    setTab('notes')
  }, [])
  const writeNote = useCallback(
    (note: Note) => {
      setNoteId(note.id)
      setEditing(note.id)
      show('notes')
    },
    [show],
  )
  useCommand('show-sources', () => show('sources'))
  useCommand('show-credits', () => show('credits'))
  useCommand('show-notes', () => show('notes'))
  useCommand('export', () => setExporting(true))
  useUndoKeys(order, { notes, corrections })
  useCommand('next-statement', () => statements.step(1))
  useCommand('previous-statement', () => statements.step(-1))

  const pane = (
    <ColophonPane
      choice={choice}
      corrections={corrections}
      editing={editing}
      noteId={noteId}
      notes={notes}
      onChooseNote={(note) => {
        setNoteId(note.id)
        if (note.orphaned === null) places.goTo(note.anchor.position, false)
      }}
      onClose={colophon.isDrawer ? colophon.close : null}
      onEdit={setEditing}
      onTab={setTab}
      opened={opened}
      places={places}
      statements={statements}
      tab={tab}
    />
  )
  return (
    <div className={styles.room} data-stale={props.isStale || undefined} ref={room}>
      <SplitPane
        edgeLabel={intl.formatMessage({ id: 'article.colophonWidth' })}
        isOpen={colophon.isOpen && !colophon.isDrawer}
        max={COLOPHON.most}
        min={COLOPHON.least}
        onWidthChange={setWidth}
        pane={pane}
        side="end"
        width={width}
      >
        <ArticlePane
          article={article}
          choice={choice}
          correcting={corrections.correcting}
          isColophonOpen={colophon.isOpen}
          notes={notes}
          onChooseNote={chooseNote}
          onExport={() => setExporting(true)}
          onToggleColophon={colophon.toggle}
          onWriteNote={writeNote}
          openAt={props.openAt?.captureId === capture.id ? props.openAt.ranges : NO_RANGES}
          opened={opened}
          places={places}
          regrouping={regrouping}
          scroller={scroller}
          statements={statements}
        />
      </SplitPane>
      {colophon.isDrawer && colophon.isOpen ? <div className={styles.drawer}>{pane}</div> : null}
      <ExportDialog articleIds={[capture.articleId]} isOpen={isExporting} onOpenChange={setExporting} />
    </div>
  )
}

const NO_RANGES: readonly never[] = []

const HANGUL = /[\uac00-\ud7a3]/
/** An article's script shows in its beginning; the rest of a long one need not be searched, in characters. */
const BEGINNING = 4000

/** Loads the Korean faces for a Korean article, whatever the language of the window. */
function useFacesOf(capture: OpenedArticle['capture']): void {
  const isKorean = HANGUL.test(capture.text.slice(0, BEGINNING))
  useEffect(() => {
    if (isKorean) void import('../../ui/korean-fonts')
  }, [isKorean])
}

/**
 * Whether the colophon shows. Where the room is too narrow for both it is a drawer over the article, closed until it
 * is asked for.
 */
function useColophon(props: ReadingRoomProps, room: React.RefObject<HTMLElement | null>) {
  const { colophonOpen, onColophonOpenChange } = props
  const isDrawer = useIsNarrow(room)
  const [isDrawn, setDrawn] = useState(false)
  const before = useRef(colophonOpen)
  useEffect(() => {
    // The shell's key toggles one state; in a narrow room each change of it moves the drawer.
    if (before.current !== colophonOpen && isDrawer) setDrawn((drawn) => !drawn)
    before.current = colophonOpen
  }, [colophonOpen, isDrawer])
  const isOpen = isDrawer ? isDrawn : colophonOpen
  const put = useCallback(
    (open: boolean) => (isDrawer ? setDrawn(open) : onColophonOpenChange(open)),
    [isDrawer, onColophonOpenChange],
  )
  const open = useCallback(() => put(true), [put])
  const close = useCallback(() => put(false), [put])
  return { isDrawer, isOpen, open, close, toggle: () => put(!isOpen) }
}
