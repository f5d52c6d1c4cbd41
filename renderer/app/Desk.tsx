import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { ArticleListing } from '#domain/article/listing'
import { runCommand, useCommand } from '../client/commands'
import { useSurroundings } from '../client/settings'
import { useBackupReminder } from '../features/backup/use-backup-reminder'
import { DropOverlay } from '../features/import-panel/DropOverlay'
import { useClipboardImport } from '../features/import-panel/use-clipboard-import'
import { useImport } from '../features/import-panel/use-import'
import { RemoveDialog } from '../features/library-list/RemoveDialog'
import { useLibraryPages } from '../features/library-list/use-library-pages'
import { SplitPane } from '../ui/SplitPane'
import { useToast } from '../ui/toast'
import { articleHasFocus, focusArticle } from './article-focus'
import { Dialogs } from './Dialogs'
import styles from './desk.module.css'
import { ErrorBoundary } from './ErrorBoundary'
import { LibraryPane } from './LibraryPane'
import { LibraryRail } from './LibraryRail'
import type { LibraryRoomProps } from './library-room-props'
import { NOWHERE, type Place } from './place'
import { useArticleSteps } from './use-article-steps'
import { useDialogs } from './use-dialogs'
import { useCloseWhenNarrow, useNarrow } from './use-narrow'
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
  const toast = useToast()
  const [place, setPlace] = useState<Place>(NOWHERE)
  const [typed, setTyped] = useState('')
  const [removing, setRemoving] = useState<ArticleListing | null>(null)
  const [width, setWidth] = useState(firstWidth)
  const [libraryOpen, setLibraryOpen] = useState(true)
  const [colophonOpen, setColophonOpen] = useState(true)
  const desk = useRef<HTMLDivElement>(null)
  const pages = useLibraryPages()
  const importing = useImport()
  const dialogs = useDialogs()
  const { refreshRow } = pages

  const { articleId } = place
  const captureId = place.openAt?.captureId ?? null
  const go = useCallback(
    (wanted: Place, how: 'move' | 'open') => {
      setPlace(wanted)
      if (how === 'open' && narrow) setLibraryOpen(false)
      // Whoever steps on from inside an article goes on reading.
      if (how === 'move' && !articleHasFocus(desk.current)) return
      const shown = wanted.articleId === articleId && (wanted.openAt?.captureId ?? null) === captureId
      requestAnimationFrame(() => focusArticle(desk.current, shown))
    },
    [narrow, articleId, captureId],
  )
  const openArticle = useCallback((articleId: string) => go({ articleId, openAt: null }, 'open'), [go])
  const onChanged = useCallback(() => {
    if (articleId !== null) refreshRow(articleId)
  }, [articleId, refreshRow])
  const showCapture = (of: string, shown: string | null) =>
    setPlace({ articleId: of, openAt: shown === null ? null : { captureId: shown, ranges: [] } })
  const onRegrouped = (of: string, shown: string | null) => {
    showCapture(of, shown)
    pages.refresh()
  }
  const onRemoved = (removed: string) => {
    if (removed === articleId) setPlace(NOWHERE)
    pages.removed(removed)
    toast({ text: intl.formatMessage({ id: 'library-list.removed' }), tone: 'success' })
  }
  useCloseWhenNarrow(narrow, place, setLibraryOpen)
  useArticleSteps(pages, place, go)
  useCommand('toggle-library', () => setLibraryOpen((before) => !before))
  // While the pane is closed its search field cannot answer: the pane comes first, and then the field does.
  const openSearch = () => {
    setLibraryOpen(true)
    requestAnimationFrame(() => runCommand('search-library'))
  }
  useCommand('search-library', openSearch, !libraryOpen)
  useClipboardImport(importing.carried)
  useBackupReminder(() => dialogs.show('back-up'))
  useShellCommands({ importing, dialogs, onStatus })

  const pane = (
    <LibraryPane
      importing={importing}
      name={name}
      onClose={() => setLibraryOpen(false)}
      onGo={go}
      onRemove={setRemoving}
      onTyped={setTyped}
      pages={pages}
      place={place}
      typed={typed}
    />
  )
  const reading = (
    <ErrorBoundary resetKey={articleId}>
      <Suspense fallback={<div aria-busy="true" className={styles.arriving} />}>
        <ReadingRoom
          articleId={articleId}
          colophonOpen={colophonOpen}
          onChanged={onChanged}
          onColophonOpenChange={setColophonOpen}
          onRegrouped={onRegrouped}
          onShowCapture={(shown) => articleId !== null && showCapture(articleId, shown)}
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
      <Dialogs
        dialogs={dialogs}
        libraryName={name}
        onLock={() => runCommand('lock')}
        onOpenArticle={openArticle}
        onStatus={onStatus}
        pages={pages}
      />
      <RemoveDialog listing={removing} onClose={() => setRemoving(null)} onRemoved={onRemoved} />
      <DropOverlay onCarried={importing.carried} />
    </div>
  )
}
