import type { RefObject } from 'react'
import { useIntl } from 'react-intl'
import type { Capture } from '#domain/article/capture'
import type { ArticleListing } from '#domain/article/listing'
import type { Range } from '#domain/article/range'
import { withVisibleControls } from '#domain/visible-controls'
import { ArticleHeader } from './ArticleHeader'
import styles from './article.module.css'
import { BlockView } from './BlockView'
import { FigureView, type PictureState } from './FigureView'
import type { HeaderTools } from './header-tools'
import { type ArticleItem, type ArticleLayout, blocksOf } from './layout'
import type { PreparedBlock } from './prepared'
import { Segments } from './Segments'
import type { Lighting, Speakers } from './speakers'
import { useGrowing } from './use-growing'

/** Items drawn before anything is shown: more than a tall window holds. The rest follows without blocking a key. */
const FIRST_SCREEN = 24
/** Items drawn at a time after that. */
const STEP = 250
/** From here on the browser skips what is out of sight; shorter articles are laid out whole, which scrolls truer. */
const LONG_ARTICLE = 240

export type ArticleViewProps = {
  readonly capture: Capture
  readonly listing: ArticleListing
  readonly layout: ArticleLayout
  readonly blocks: readonly PreparedBlock[]
  readonly speakers: Speakers
  readonly lighting: Lighting
  readonly pictures: readonly PictureState[]
  readonly articleRef: RefObject<HTMLElement | null>
  readonly isFoldOpen: boolean
  readonly onFoldOpenChange: (open: boolean) => void
  readonly onShow: (range: Range) => void
  readonly onUndecodable: (picture: number) => void
  readonly tools: HeaderTools
}

/** An article as a page: masthead, body, and what is folded after it. */
export function ArticleView(props: ArticleViewProps) {
  const { capture, layout, blocks, speakers, lighting } = props
  const intl = useIntl()
  const shown = useGrowing(layout.body.length, FIRST_SCREEN, STEP)
  const language = capture.analysis.facts.language?.value
  const wordsOf = (index: number) => (
    <Segments
      lighting={lighting}
      segments={blocks[index]?.segments ?? []}
      speakers={speakers}
      text={capture.text}
    />
  )
  const isEmpty = layout.body.length === 0 && layout.folded.length === 0
  return (
    <article
      aria-label={withVisibleControls(props.listing.title)}
      className={styles.article}
      data-long={capture.blocks.length > LONG_ARTICLE || undefined}
      lang={language}
      ref={props.articleRef}
    >
      <ArticleHeader
        capture={capture}
        headline={layout.headline === null ? null : <Words index={layout.headline}>{wordsOf}</Words>}
        listing={props.listing}
        onShow={props.onShow}
        tools={props.tools}
        standfirst={
          layout.standfirst.length === 0 ? null : (
            <div className={styles.standfirst}>
              {layout.standfirst.map((index) => (
                <p key={index}>
                  <Words index={index}>{wordsOf}</Words>
                </p>
              ))}
            </div>
          )
        }
      />
      {isEmpty ? <p className={styles.empty}>{intl.formatMessage({ id: 'article.empty' })}</p> : null}
      <div className={styles.body}>
        {layout.body.slice(0, shown).map((item) => (
          <Item {...props} item={item} key={keyOf(item)} />
        ))}
      </div>
      {layout.folded.length === 0 || shown < layout.body.length ? null : <Folded {...props} />}
    </article>
  )
}

/** A block of the masthead: it too is a place that notes and evidence can point to. */
function Words(props: { readonly index: number; readonly children: (index: number) => React.ReactNode }) {
  return (
    <span data-block={props.index} id={`block-${props.index}`} tabIndex={-1}>
      {props.children(props.index)}
    </span>
  )
}

function keyOf(item: ArticleItem): string {
  return `${item.kind}-${blocksOf(item)[0] ?? (item.kind === 'figure' ? `picture-${item.picture}` : '')}`
}

function Item({ item, ...props }: ArticleViewProps & { readonly item: ArticleItem }) {
  const { capture, blocks } = props
  if (item.kind === 'figure') return <Figure {...props} item={item} />
  const views = blocksOf(item).map((index) => {
    const block = capture.blocks[index]
    const prepared = blocks[index]
    if (block === undefined || prepared === undefined) return null
    return (
      <BlockView
        block={block}
        key={index}
        lighting={props.lighting}
        paragraph={item.kind === 'block' ? item.paragraph : null}
        prepared={prepared}
        speakers={props.speakers}
        text={capture.text}
      />
    )
  })
  if (item.kind === 'block') return views
  const List = item.ordered ? 'ol' : 'ul'
  return (
    <List className={styles.list} data-ordered={item.ordered || undefined}>
      {views.map((view) => (
        <li className={styles.listItem} key={view?.key}>
          {view}
        </li>
      ))}
    </List>
  )
}

function Figure(props: ArticleViewProps & { readonly item: Extract<ArticleItem, { kind: 'figure' }> }) {
  const { item, capture, blocks } = props
  const { picture } = item
  return (
    <FigureView
      blocks={item.blocks.flatMap((index) => blocks[index] ?? [])}
      capture={capture}
      file={(picture === null ? undefined : props.pictures[picture]) ?? { state: 'missing' }}
      lighting={props.lighting}
      onUndecodable={() => picture !== null && props.onUndecodable(picture)}
      picture={picture === null ? null : (capture.analysis.pictures[picture] ?? null)}
      speakers={props.speakers}
    />
  )
}

/** Boilerplate: one click away, never lost, never mistaken for the story. */
function Folded(props: ArticleViewProps) {
  const intl = useIntl()
  return (
    <details
      className={styles.folded}
      onToggle={(event) => props.onFoldOpenChange(event.currentTarget.open)}
      open={props.isFoldOpen}
    >
      <summary className={styles.summary}>
        <span className={styles.summaryWords}>{intl.formatMessage({ id: 'article.about' })}</span>
        <span className={styles.summaryCount}>
          {intl.formatMessage({ id: 'article.about.count' }, { count: props.layout.folded.length })}
        </span>
      </summary>
      <div className={styles.foldedBody}>
        {props.layout.folded.map((item) => (
          <Item {...props} item={item} key={keyOf(item)} />
        ))}
      </div>
    </details>
  )
}
