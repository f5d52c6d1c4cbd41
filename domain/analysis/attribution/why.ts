import { overlap, type Range } from '../../article/range'
import { readLanguage } from '../language/reading'
import { ACCEPT_BITS, acceptFeatures, MOST_ACCEPT_FEATURES, shapeOf } from './accept-features'
import { type Candidate, candidatesOf, headScores, newScratch, type Weights } from './candidates'
import { chosen, weighed } from './choose'
import { CONTENT, LABELS, OTHER, SOURCE } from './crf'
import { CUE_BITS, cueFeatures, MOST_CUE_FEATURES } from './cue-features'
import { type CueLevels, levelsOf } from './cue-levels'
import { CUE_NAMES, EDGE_NAMES, type Names, NODE_NAMES, namedFeature, WHOLE_NAMES } from './feature-names'
import { madeAt, type Sink, sinkFor } from './features'
import { emptyRows, frameRows } from './frame-features'
import { type AttributionModel, attributionModel } from './model'
import { type Words, wordsOf } from './words'

/** What a feature speaks about: that the word heads a cue, the source, the content, that the whole is right. */
export type Aspect = 'cue' | 'source' | 'content' | 'whole'

/** A feature of the model that carried a finding: `weight` in log odds, below nought when it speaks against it. */
export type Feature = { readonly about: Aspect; readonly name: string; readonly weight: number }

/** A learned statement with what carried it. */
export type Why = { readonly cue: readonly Range[]; readonly features: readonly Feature[] }

/** The strongest features that are told, of each aspect. */
const TOLD = 5

/**
 * Every learned statement of an English story with the features that carried it, the strongest first. Reads the story
 * once more: it costs as much as finding them.
 */
export function whysOf(text: string, story: readonly Range[]): Why[] {
  const words = wordsOf(readLanguage(text, story))
  const model = attributionModel()
  const candidates = candidatesOf(words, model, model.leastCue)
  const levels = levelsOf(headScores(words, model.cue, model.leastCue, newScratch()))
  const wordOf = wordsByHash(words)
  return chosen(weighed(words, candidates, model.accept), model.least).map((one) => {
    const index = candidates.findIndex(({ anchor }) => anchor === one.anchor)
    const { cue } = one
    const features = [
      ...strongest('cue', cueWeights(words, one, model, wordOf)),
      ...strongest('source', roleWeights(words, levels, one, model, SOURCE, wordOf)),
      ...strongest('content', roleWeights(words, levels, one, model, CONTENT, wordOf)),
      ...strongest('whole', wholeWeights(words, candidates, index, model, wordOf)),
    ]
    return { cue, features }
  })
}

/** The features of the statement that is introduced by `cue`; none when the model did not find it. */
export function featuresAt(whys: readonly Why[], cue: readonly Range[] | null): readonly Feature[] {
  const found = whys.find((why) => why.cue.some((a) => cue?.some((b) => overlap(a, b))))
  return found?.features ?? []
}

type WordOf = (hash: number) => string | undefined

/** Weights by the feature's name. */
type Weighing = Map<string, number>

function strongest(about: Aspect, weighing: Weighing): Feature[] {
  return [...weighing]
    .map(([name, weight]) => ({ about, name, weight: Math.round(weight * 100) / 100 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1))
    .slice(0, TOLD)
}

function cueWeights(words: Words, { anchor }: Candidate, { cue }: AttributionModel, wordOf: WordOf) {
  const sink = sinkFor(CUE_BITS, MOST_CUE_FEATURES)
  cueFeatures(words, anchor, sink)
  return weightsOf(sink, cue, CUE_NAMES, wordOf)
}

function wholeWeights(
  words: Words,
  candidates: readonly Candidate[],
  index: number,
  { accept }: AttributionModel,
  wordOf: WordOf,
) {
  const sink = sinkFor(ACCEPT_BITS, MOST_ACCEPT_FEATURES)
  const shapes = candidates.map((candidate) => shapeOf(words, candidate))
  acceptFeatures(words, candidates, shapes, index, sink)
  return weightsOf(sink, accept, WHOLE_NAMES, wordOf)
}

function weightsOf(sink: Sink, { table, scale }: Weights, names: Names, wordOf: WordOf): Weighing {
  const weighing: Weighing = new Map()
  for (let k = 0; k < sink.count; k++) {
    add(weighing, sink, k, names, wordOf, (table[sink.rows[k] as number] as number) * scale)
  }
  return weighing
}

/** What spoke for the role of the elements that have it, against their having none: of each and of the step to it, summed up. */
function roleWeights(
  words: Words,
  levels: CueLevels,
  { frame, labels }: Candidate,
  { node, edge }: AttributionModel,
  role: number,
  wordOf: WordOf,
): Weighing {
  const rows = emptyRows()
  frameRows(words, levels, frame, rows)
  const weighing: Weighing = new Map()
  const gain = ({ table, scale }: Weights, base: number) =>
    ((table[base + role] as number) - (table[base + OTHER] as number)) * scale
  labels.forEach((label, e) => {
    if (label !== role) return
    for (let k = rows.nodeStart[e] as number; k < (rows.nodeStart[e + 1] as number); k++) {
      const row = (rows.nodes.rows[k] as number) * LABELS
      add(weighing, rows.nodes, k, NODE_NAMES, wordOf, gain(node, row))
    }
    const before = (labels[e - 1] ?? OTHER) * LABELS
    for (let k = rows.edgeStart[e] as number; k < (rows.edgeStart[e + 1] as number); k++) {
      const row = (rows.edges.rows[k] as number) * LABELS * LABELS
      add(weighing, rows.edges, k, EDGE_NAMES, wordOf, gain(edge, row + before))
    }
  })
  return weighing
}

function add(weighing: Weighing, sink: Sink, k: number, names: Names, wordOf: WordOf, weight: number): void {
  const name = namedFeature(names, madeAt(sink, k), wordOf)
  weighing.set(name, (weighing.get(name) ?? 0) + weight)
}

/** The words of the story by the hashes that stand for them in features. */
function wordsByHash(words: Words): WordOf {
  const known = new Map<number, string>()
  words.reading.tokens.forEach(({ lemma, lower }, i) => {
    known.set(words.ending[i] as number, `-${lower.slice(-3)}`)
    known.set(words.word[i] as number, lower)
    known.set(words.lemma[i] as number, lemma)
  })
  return (hash) => known.get(hash)
}
