import { memo, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Block } from '#domain/article/block'
import styles from './block.module.css'
import { cellsOf } from './layout'
import { type PreparedBlock, sameBlock } from './prepared'
import { Segments } from './Segments'
import type { Segment } from './segments'
import type { Lighting, Speakers } from './speakers'

export type BlockViewProps = {
  readonly text: string
  readonly block: Block
  readonly prepared: PreparedBlock
  readonly speakers: Speakers
  readonly lighting: Lighting
  /** The number for citing (¶1); null for what is not counted. */
  readonly paragraph: number | null
}

/** One block of the article as the element that its kind asks for. */
export const BlockView = memo(PlainBlockView, (before, after) => {
  return (
    before.text === after.text &&
    before.block === after.block &&
    before.paragraph === after.paragraph &&
    before.speakers === after.speakers &&
    sameBlock(before.prepared, after.prepared) &&
    sameLight(before, after)
  )
})

/** Whether a change of light leaves this block as it is: most blocks know nothing of the source in question. */
function sameLight(before: BlockViewProps, after: BlockViewProps): boolean {
  const a = before.lighting
  const b = after.lighting
  if (a === b) return true
  const concerns = (id: string | null) =>
    id !== null && (after.prepared.concerns.has(id) || before.prepared.concerns.has(id))
  const source = a.sourceId === b.sourceId || !(concerns(a.sourceId) || concerns(b.sourceId))
  const statement = a.statementId === b.statementId || !(concerns(a.statementId) || concerns(b.statementId))
  return source && statement
}

function PlainBlockView({ text, block, prepared, speakers, lighting, paragraph }: BlockViewProps) {
  const words = (
    <Segments
      lighting={lighting}
      marks={prepared.marks}
      segments={prepared.segments}
      speakers={speakers}
      text={text}
    />
  )
  return (
    <div
      className={styles.block}
      data-block={prepared.index}
      data-kind={block.kind}
      data-level={block.level}
      id={`block-${prepared.index}`}
      tabIndex={-1}
    >
      {paragraph === null ? null : <ParagraphNumber number={paragraph} />}
      <NoteMarks segments={prepared.segments} />
      <BlockElement block={block} prepared={prepared} text={text} words={words} {...{ lighting, speakers }} />
    </div>
  )
}

function ParagraphNumber({ number }: { readonly number: number }) {
  const intl = useIntl()
  return (
    <span
      className={styles.number}
      title={intl.formatMessage({ id: 'article.paragraph' }, { number })}
    >{`¶${number}`}</span>
  )
}

/** A small sign beside a paragraph that holds notes with words. */
function NoteMarks({ segments }: { readonly segments: readonly Segment[] }) {
  const intl = useIntl()
  const notes = new Map(
    segments.flatMap((segment) =>
      segment.layers
        .filter((layer) => layer.kind === 'note' && layer.owner === 'words')
        .map((layer) => [layer.id, layer.look?.split(' ')[1]] as const),
    ),
  )
  if (notes.size === 0) return null
  return (
    <span className={styles.noteMarks}>
      {[...notes].map(([id, color]) => (
        <button
          aria-label={intl.formatMessage({ id: 'article.noteMark' })}
          className={styles.noteMark}
          data-note-color={color}
          data-note-mark={id}
          key={id}
          type="button"
        />
      ))}
    </span>
  )
}

type ElementProps = Pick<BlockViewProps, 'block' | 'prepared' | 'text' | 'lighting' | 'speakers'> & {
  readonly words: ReactNode
}

function BlockElement(props: ElementProps): ReactNode {
  const { block, words } = props
  switch (block.kind) {
    case 'heading':
      return <Subhead level={block.level}>{words}</Subhead>
    case 'quotation':
      return <blockquote className={styles.quotation}>{words}</blockquote>
    case 'preformatted':
      return <pre className={styles.preformatted}>{words}</pre>
    case 'table':
      return <TableBlock {...props} />
    case 'separator':
      return <hr className={styles.separator} />
    case 'embed':
      return (
        <div className={styles.embed}>
          <FormattedMessage id="article.embed" values={{ what: words }} />
        </div>
      )
    case 'footnote':
      return <p className={styles.footnote}>{words}</p>
    default:
      return <p className={styles.paragraph}>{words}</p>
  }
}

function Subhead({ level, children }: { readonly level: number | undefined; readonly children: ReactNode }) {
  // The article's own title is the only h1; a page's deeper headings keep their order below it.
  if ((level ?? 2) <= 2) return <h2 className={styles.subhead}>{children}</h2>
  if (level === 3) return <h3 className={styles.subhead}>{children}</h3>
  return <h4 className={styles.subhead}>{children}</h4>
}

/** A table, made again from its text: rows by line, cells by tab. One that has no tabs stays lines of text. */
function TableBlock({ block, prepared, text, words, lighting, speakers }: ElementProps) {
  const rows = cellsOf(text, block.range)
  if (rows.every((row) => row.length < 2)) return <div className={styles.lines}>{words}</div>
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]?.[0]}>
              {row.map(([from, to]) => (
                <td key={from}>
                  <Segments
                    lighting={lighting}
                    segments={within(prepared.segments, from, to)}
                    speakers={speakers}
                    text={text}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The segments between two offsets, the outer ones cut there. */
function within(segments: readonly Segment[], from: number, to: number): readonly Segment[] {
  return segments.flatMap((segment): Segment[] => {
    const start = Math.max(segment.range[0], from)
    const end = Math.min(segment.range[1], to)
    return start < end ? [{ ...segment, range: [start, end] }] : []
  })
}
