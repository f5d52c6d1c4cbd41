import { Fragment, type ReactNode } from 'react'
import { useIntl } from 'react-intl'
import { laneName } from '../../ui/lane'
import { MarginMarkButton } from './MarginMarkButton'
import type { MarginMark } from './margin-marks'
import { idsOf, innermost, type Layer, runsOf, type Segment } from './segments'
import styles from './segments.module.css'
import { type Lighting, NO_SOURCE, type Speakers } from './speakers'

export type SegmentsProps = {
  readonly text: string
  readonly segments: readonly Segment[]
  readonly marks?: readonly MarginMark[]
  readonly speakers: Speakers
  readonly lighting: Lighting
}

/** The words of a block: one span a segment, each with its offset and all it belongs to as data attributes. */
export function Segments({ segments, marks, ...rest }: SegmentsProps) {
  return runsOf(segments).map((run) => {
    const pieces = run.segments.map((segment) => (
      <Fragment key={segment.range[0]}>
        {(marks ?? [])
          .filter((mark) => mark.at === segment.range[0])
          .map((mark) => (
            <MarginMarkButton key={mark.statementId} mark={mark} speakers={rest.speakers} />
          ))}
        <Piece {...rest} segment={segment} />
      </Fragment>
    ))
    const key = run.segments[0]?.range[0] ?? 0
    return run.link === null ? (
      <Fragment key={key}>{pieces}</Fragment>
    ) : (
      <ArticleLink address={run.link.id} key={key}>
        {pieces}
      </ArticleLink>
    )
  })
}

/** Addresses that may be opened at all; anything else is shown as words with its address told. */
const OPENABLE = /^https?:\/\//i

function ArticleLink({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const intl = useIntl()
  if (!OPENABLE.test(address)) {
    return (
      <span className={styles.deadLink} data-address={address} title={address}>
        {children}
      </span>
    )
  }
  return (
    // The press is taken by use-article-pointer.ts, which asks before anything opens: the page itself never navigates.
    <a
      className={styles.link}
      data-address={address}
      href={address}
      rel="noreferrer"
      title={intl.formatMessage({ id: 'article.link.hint' }, { address })}
    >
      {children}
    </a>
  )
}

type PieceProps = Omit<SegmentsProps, 'segments' | 'marks'> & { readonly segment: Segment }

function Piece({ text, segment, speakers, lighting }: PieceProps) {
  const [from, to] = segment.range
  const words = emphasised(text.slice(from, to), segment)
  if (segment.layers.length === 0) return <span data-from={from}>{words}</span>
  const statement = innermost(segment, 'statement')
  const note = innermost(segment, 'note')
  const [noteStyle, noteColor] = note?.look?.split(' ') ?? []
  const source = statement === undefined ? null : (speakers.get(statement.owner ?? '')?.lane ?? null)
  return (
    <span
      className={styles.piece}
      data-active={isActive(segment, lighting) || undefined}
      data-anonymity={innermost(segment, 'anonymity')?.look}
      data-directness={statement && (statement.owner === NO_SOURCE ? 'unsourced' : statement.look)}
      data-evidence={innermost(segment, 'evidence') ? '' : undefined}
      data-from={from}
      data-hit={innermost(segment, 'hit')?.look}
      data-lane={laneOf(segment, statement, source, speakers)}
      data-lit={isLit(segment, lighting) || undefined}
      data-mention={idsOf(segment, 'mention')}
      data-note={idsOf(segment, 'note')}
      data-note-color={noteColor}
      data-note-style={noteStyle}
      data-statement={idsOf(segment, 'statement')}
    >
      {words}
    </span>
  )
}

/** The lane a piece is drawn in: its statement's, else that of the source it mentions. */
function laneOf(
  segment: Segment,
  statement: Layer | undefined,
  lane: number | null,
  speakers: Speakers,
): string | undefined {
  if (statement !== undefined) return laneName(lane)
  const mention = innermost(segment, 'mention') ?? innermost(segment, 'anonymity')
  const mentioned = mention && speakers.get(mention.id)
  return mentioned && laneName(mentioned.lane)
}

function isActive(segment: Segment, { statementId }: Lighting): boolean {
  return (
    statementId !== null &&
    segment.layers.some((layer) => layer.kind === 'statement' && layer.id === statementId)
  )
}

/** Lit are a source's statements, its mentions and the words on its anonymity. */
function isLit(segment: Segment, { sourceId }: Lighting): boolean {
  if (sourceId === null) return false
  return segment.layers.some((layer) =>
    layer.kind === 'statement'
      ? layer.owner === sourceId
      : (layer.kind === 'mention' || layer.kind === 'anonymity') && layer.id === sourceId,
  )
}

function emphasised(words: string, segment: Segment): ReactNode {
  let node: ReactNode = words
  if (segment.layers.some((layer) => layer.kind === 'code')) node = <code>{node}</code>
  if (segment.layers.some((layer) => layer.kind === 'emphasis')) node = <em>{node}</em>
  if (segment.layers.some((layer) => layer.kind === 'strong')) node = <strong>{node}</strong>
  return node
}
