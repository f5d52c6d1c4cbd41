import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { useCommand } from '../client/commands'
import { useSurroundings } from '../client/settings'
import { DropOverlay } from '../features/import-panel/DropOverlay'
import { useImport } from '../features/import-panel/use-import'
import { useLibraryPages } from '../features/library-list/use-library-pages'
import { SplitPane } from '../ui/SplitPane'
import { Dialogs } from './Dialogs'
import styles from './desk.module.css'
import { ErrorBoundary } from './ErrorBoundary'
import { LibraryPane } from './LibraryPane'
import { LibraryRail } from './LibraryRail'
import type { LibraryRoomProps } from './library-room-props'
import { NOWHERE, type Place } from './place'
import { useDialogs } from './use-dialogs'
import { useNarrow } from './use-narrow'
import { useShellCommands } from './use-shell-commands'

const importReadingRoom = () => import('./reading/ReadingRoom')
// Asked for as soon as this file is here: by the time the list is drawn it is ready.
const arriving = importReadingRoom()
const ReadingRoom = lazy(async () => ({ default: (await arriving).ReadingRoom }))

/** The library's width in px. */
const WIDTH = { min: 248, max: 560 }

/** A fifth of the window, between the width of a short title and that of a long one. */
const firstWidth = () => Math.round(Math.min(400, Math.max(300, window.innerWidth * 0.22)))

/** The three panes: library, article, colophon. Which article stands open, and where in it. */
export function Desk({ name, onStatus }: LibraryRoomProps) {
  const intl = useIntl()
  const { settings } = useSurroundings()
  const narrow = useNarrow()
  const [place, setPlace] = useState<Place>(NOWHERE)
  const [width, setWidth] = useState(firstWidth)
  const [libraryOpen, setLibraryOpen] = useState(true)
  const [colophonOpen, setColophonOpen] = useState(true)
  const desk = useRef<HTMLDivElement>(null)
  const pages = useLibraryPages()
  const importing = useImport()
  const dialogs = useDialogs()
  const { refreshRow } = pages

  const go = useCallback(
    (wanted: Place, how: 'move' | 'open') => {
      setPlace(wanted)
      if (how === 'move') return
      if (narrow) setLibraryOpen(false)
      requestAnimationFrame(() => focusArticle(desk.current))
    },
    [narrow],
  )
  const openArticle = useCallback((articleId: string) => go({ articleId, openAt: null }, 'open'), [go])
  const onChanged = useCallback(() => {
    if (place.articleId !== null) refreshRow(place.articleId)
  }, [place.articleId, refreshRow])
  useCommand('toggle-library', () => setLibraryOpen((before) => !before))
  useCommand('toggle-colophon', () => setColophonOpen((before) => !before))
  useShellCommands({ importing, dialogs, onStatus })

  const pane = (
    <LibraryPane
      importing={importing}
      name={name}
      onClose={() => setLibraryOpen(false)}
      onGo={go}
      pages={pages}
      place={place}
    />
  )
  const reading = (
    <ErrorBoundary resetKey={place.articleId}>
      <Suspense fallback={<div aria-busy="true" className={styles.arriving} />}>
        <ReadingRoom
          articleId={place.articleId}
          colophonOpen={colophonOpen}
          onChanged={onChanged}
          onColophonOpenChange={setColophonOpen}
          openAt={place.openAt}
          settings={settings}
        />
      </Suspense>
    </ErrorBoundary>
  )
  const open = () => setLibraryOpen(true)
  return (
    <div className={styles.desk} ref={desk}>
      {libraryOpen && !narrow ? null : <LibraryRail onOpen={open} />}
      {narrow ? (
        <>
          {reading}
          {libraryOpen ? (
            // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the topmost thing
            <div
              className={styles.drawer}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setLibraryOpen(false)
              }}
            >
              <aside aria-label={intl.formatMessage({ id: 'app.library' })} className={styles.drawerPane}>
                {pane}
              </aside>
              <button
                aria-label={intl.formatMessage({ id: 'app.close-library' })}
                className={styles.scrim}
                onClick={() => setLibraryOpen(false)}
                type="button"
              />
            </div>
          ) : null}
        </>
      ) : (
        <SplitPane
          {...WIDTH}
          edgeLabel={intl.formatMessage({ id: 'app.library-width' })}
          isOpen={libraryOpen}
          onWidthChange={setWidth}
          pane={pane}
          paneLabel={intl.formatMessage({ id: 'app.library' })}
          side="start"
          width={width}
        >
          {reading}
        </SplitPane>
      )}
      <Dialogs dialogs={dialogs} onOpenArticle={openArticle} pages={pages} />
      <DropOverlay onPaths={importing.paths} />
    </div>
  )
}

/** The article's scrolling element takes the focus, so that the arrow keys scroll it and its keys are heard. */
function focusArticle(desk: HTMLElement | null): void {
  desk?.querySelector<HTMLElement>('[data-article-scroller]')?.focus({ preventScroll: true })
}
