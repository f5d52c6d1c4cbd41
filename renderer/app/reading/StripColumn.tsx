import { type RefObject, useMemo } from 'react'
import { sourcingStrip } from '#domain/analysis/summary'
import { SourcingStrip } from '../../features/sourcing-strip/SourcingStrip'
import type { ArticlePaneProps } from './article-pane-props'

type Props = Pick<ArticlePaneProps, 'opened' | 'choice' | 'statements' | 'places'> & {
  readonly sight: RefObject<HTMLDivElement | null>
}

/** The sourcing strip of the open article, tied to what is chosen and lit in the room. */
export function StripColumn({ opened, choice, statements, places, sight }: Props) {
  const { analysis, blocks, text } = opened.capture
  const bands = useMemo(() => sourcingStrip(analysis, text.length), [analysis, text])
  const sources = useMemo(
    () => statements.entries.map(({ source, label }) => ({ id: source.id, label, name: source.descriptor })),
    [statements.entries],
  )
  const go = (thousandth: number) => {
    const at = Math.round((thousandth / 1000) * text.length)
    // Between two blocks lie only line breaks: go to the block that follows.
    const block = blocks.find(({ range }) => range[1] > at) ?? blocks.at(-1)
    if (block === undefined) return
    const from = Math.min(Math.max(at, block.range[0]), block.range[1] - 1)
    places.goTo([from, from + 1], false)
  }
  return (
    <SourcingStrip
      bands={bands}
      lit={choice.lighting.sourceId}
      nobodyOf={(id) => (statements.byId.get(id)?.source ? 'passing' : 'none')}
      onGo={go}
      onHover={choice.hover}
      onStatement={(id) => statements.choose(id, true)}
      sightRef={sight}
      sources={sources}
      statementId={choice.statementId}
    />
  )
}
