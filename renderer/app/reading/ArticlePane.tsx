import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { type Range, trimmed } from '#domain/article/range'
import '../../ui/note-colors.css'
import { runCommand, useCommand } from '../../client/commands'
import { ArticleView } from '../../features/article/ArticleView'
import { hitLayers, noteLayers } from '../../features/article/findings-layers'
import { LinkStatus } from '../../features/article/LinkStatus'
import { layOut } from '../../features/article/layout'
import { NotAsSaved } from '../../features/article/NotAsSaved'
import { prepare, withLayers } from '../../features/article/prepared'
import { SelectionBar } from '../../features/article/SelectionBar'
import type { Layer } from '../../features/article/segments'
import { useArticlePointer } from '../../features/article/use-article-pointer'
import { useTextSelection } from '../../features/article/use-selection'
import { OlderCaptureNotice } from '../../features/captures/OlderCaptureNotice'
import { AddStatement } from '../../features/corrections/AddStatement'
import { ArticleBar } from './ArticleBar'
import type { ArticlePaneProps } from './article-pane-props'
import { Captures } from './Captures'
import { useHeaderTools, useSourceChoices } from './correction-tools'
import { FindOverlay } from './FindOverlay'
import { openAddress } from './open-address'
import styles from './reading.module.css'
import { StripColumn } from './StripColumn'
import { useFind } from './use-find'
import { useMarking } from './use-marking'
import { usePictures } from './use-pictures'
import { useReadingKeys } from './use-reading-keys'
import { useSight } from './use-sight'

/** The article's own part of the room: its bar, the page, the strip, and what floats over them. */
export function ArticlePane(props: ArticlePaneProps) {
  const intl = useIntl()
  const { opened, scroller, article, choice, statements, places } = props
  const { capture, listing } = opened
  const sight = useRef<HTMLDivElement>(null)
  const [address, setAddress] = useState<string | null>(null)
  const { selection, selectedNow, clear: clearSelection } = useTextSelection(article, capture.text)
  const firstInSight = useSight(capture, scroller, article, sight)
  const find = useFind(capture.text, props.openAt, firstInSight)
  const { pictures, onUndecodable } = usePictures(capture)
  const blocks = useBlocks(props, find.drawn, find.currentHit)
  const layout = useMemo(() => layOut(capture), [capture])
  const tools = useHeaderTools(props.correcting, capture)
  const [statement, setStatement] = useState<Range | null>(null)
  const marking = useMarking({ ...props, selection, selectedNow, clearSelection })

  const { goTo } = places
  useEffect(() => {
    if (find.currentHit !== null) goTo(find.currentHit, false)
  }, [find.currentHit, goTo])
  useCommand('find', find.open)
  useArticlePointer(article, {
    onStatement: (id) => statements.choose(id, false),
    onNote: props.onChooseNote,
    onLink: openAddress,
    onAddress: setAddress,
    onHoverSource: choice.hover,
  })
  const onKeyDown = useReadingKeys({ ...props, clearSelection, find, marking, selection })
  const show = useCallback((range: Range) => goTo(range, true), [goTo])
  return (
    <main
      aria-label={intl.formatMessage({ id: 'article.region' })}
      className={styles.pane}
      onKeyDown={onKeyDown}
    >
      <ArticleBar
        isColophonOpen={props.isColophonOpen}
        onExport={props.onExport}
        onFind={find.open}
        onToggleColophon={props.onToggleColophon}
        scroller={scroller}
        title={listing.title}
        tools={<Captures opened={opened} regrouping={props.regrouping} />}
      />
      {opened.asSaved ? null : <NotAsSaved onCheck={() => runCommand('check-library')} />}
      <OlderCaptureNotice captures={opened.captures} onShow={props.regrouping.show} shownId={capture.id} />
      <div className={styles.page}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
        <div className={styles.scroller} data-article-scroller ref={scroller} tabIndex={0}>
          <ArticleView
            articleRef={article}
            blocks={blocks}
            capture={capture}
            isFoldOpen={places.isFoldOpen}
            layout={layout}
            lighting={choice.lighting}
            listing={listing}
            onFoldOpenChange={places.setFoldOpen}
            onShow={show}
            onUndecodable={onUndecodable}
            pictures={pictures}
            speakers={statements.speakers}
            tools={tools}
          />
        </div>
        <StripColumn {...props} sight={sight} />
        <LinkStatus address={address} />
        <FindOverlay find={find} scroller={scroller} />
      </div>
      {selection === null ? null : (
        <SelectionBar
          color={marking.color}
          onCopy={marking.copy}
          onMark={marking.mark}
          onNote={marking.write}
          onStatement={() => setStatement(trimmed(capture.text, selection.range))}
          selection={selection}
        />
      )}
      <AddStatement
        capture={capture}
        correcting={props.correcting}
        onClose={() => setStatement(null)}
        range={statement}
        sources={useSourceChoices(statements)}
      />
    </main>
  )
}

/** The blocks with everything that is drawn on them. Those that nothing new touches stay the same objects. */
function useBlocks(props: ArticlePaneProps, drawn: readonly Range[], currentHit: Range | null) {
  const { capture } = props.opened
  const { evidence } = props.places
  const prepared = useMemo(() => prepare(capture), [capture])
  return useMemo(() => {
    const pointed: Layer[] = evidence === null ? [] : [{ kind: 'evidence', id: 'evidence', range: evidence }]
    const layers = [...noteLayers(props.notes.notes), ...hitLayers(drawn, currentHit), ...pointed]
    return withLayers(capture, prepared, layers)
  }, [capture, prepared, props.notes.notes, drawn, currentHit, evidence])
}
