import type { Analysis, Attribution } from '#domain/analysis/findings'
import type { Note } from '#domain/annotation/note'
import type { Mark } from '#domain/article/block'
import type { Range } from '#domain/article/range'
import { type Layer, markLayer } from './segments'
import { ownerOf } from './speakers'

/** What the engine found, as layers of the text: statements, cues, mentions of sources, words on anonymity. */
export function findingsLayers(analysis: Analysis, marks: readonly Mark[]): readonly Layer[] {
  const layers: Layer[] = marks.map(markLayer)
  for (const attribution of analysis.attributions) layers.push(...statementLayers(attribution))
  for (const source of analysis.sources) {
    for (const range of source.mentions) layers.push({ kind: 'mention', id: source.id, range })
    const { anonymity } = source
    if (anonymity?.grantRange) {
      layers.push({ kind: 'anonymity', id: source.id, range: anonymity.grantRange, look: 'grant' })
    }
    if (anonymity?.reasonRange) {
      layers.push({ kind: 'anonymity', id: source.id, range: anonymity.reasonRange, look: 'reason' })
    }
  }
  for (const notice of analysis.notices) {
    if (notice.reasonRange) {
      layers.push({ kind: 'anonymity', id: 'notice', range: notice.reasonRange, look: 'reason' })
    }
  }
  return layers
}

function statementLayers(attribution: Attribution): Layer[] {
  const { id, directness: look } = attribution
  const owner = ownerOf(attribution)
  return [
    ...attribution.content.map((range): Layer => ({ kind: 'statement', id, range, owner, look })),
    ...(attribution.cue ?? []).map((range): Layer => ({ kind: 'cue', id, range, owner })),
  ]
}

/** The reader's notes that still have their place, as layers. */
export function noteLayers(notes: readonly Note[]): readonly Layer[] {
  return notes
    .filter((note) => note.orphaned === null)
    .map((note) => ({
      kind: 'note',
      id: note.id,
      range: note.anchor.position,
      look: `${note.style} ${note.color}`,
      owner: note.markdown === '' ? null : 'words',
    }))
}

/** Search hits as layers; the one at `current` looks different. */
export function hitLayers(hits: readonly Range[], current: Range | null): readonly Layer[] {
  return hits.map((range) => ({
    kind: 'hit',
    id: String(range[0]),
    range,
    look: current !== null && current[0] === range[0] ? 'current' : 'other',
  }))
}
