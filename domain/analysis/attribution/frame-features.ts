import type { CueLevels } from './cue-levels'
import { empty, lemmaIn, makeRoom, put, type Sink, settle, sinkFor, tagIn } from './features'
import type { Frame } from './frame'
import { type Cues, cuesOf } from './frame-cues'
import { NONE, type Scene, sceneOf, type Way, wayOf } from './frame-scene'
import { TAG, type Words } from './words'

export const NODE_BITS = 18
export const EDGE_BITS = 15
const MOST_NODES = 56
const MOST_EDGES = 20

/** Rows of the weight tables that the elements of one frame touch. Buffers are reused from frame to frame. */
export type FrameRows = {
  nodes: Sink
  edges: Sink
  /** `nodes.rows[nodeStart[e] .. nodeStart[e + 1])` are the rows of element `e`; likewise edges (from `e - 1` to `e`). */
  nodeStart: Int32Array
  edgeStart: Int32Array
}

export function emptyRows(): FrameRows {
  return {
    nodes: sinkFor(NODE_BITS, 0),
    edges: sinkFor(EDGE_BITS, 0),
    nodeStart: new Int32Array(0),
    edgeStart: new Int32Array(0),
  }
}

/** Fills `rows` with the features of every element of the frame. */
export function frameRows(words: Words, levels: CueLevels, frame: Frame, rows: FrameRows): void {
  const count = frame.from.length
  if (rows.nodeStart.length < count + 1) {
    rows.nodeStart = new Int32Array(count * 2 + 1)
    rows.edgeStart = new Int32Array(count * 2 + 1)
  }
  const { nodes, edges } = rows
  empty(nodes)
  empty(edges)
  makeRoom(nodes, count * MOST_NODES)
  makeRoom(edges, count * MOST_EDGES)
  const scene = sceneOf(words, frame)
  const way = wayOf(words, frame)
  const cues = cuesOf(levels, frame)
  for (let e = 0; e < count; e++) {
    rows.nodeStart[e] = nodes.count
    rows.edgeStart[e] = edges.count
    if (frame.isFragment[e]) {
      fragmentNodes(words, frame, scene, e, nodes)
      fragmentCueNodes(words, frame, cues, e, nodes)
    } else {
      tokenNodes(words, frame, scene, way, e, nodes)
      cueNodes(words, frame, scene, way, cues, e, nodes)
    }
    edgeFeatures(words, frame, scene, e, edges)
    cueEdges(words, frame, scene, cues, e, edges)
    settle(nodes)
    settle(edges)
  }
  rows.nodeStart[count] = nodes.count
  rows.edgeStart[count] = edges.count
}

/** Signed distance on a scale that grows coarser. */
function bucket(distance: number): number {
  const size = Math.abs(distance)
  const step = size <= 6 ? size : size <= 9 ? 7 : size <= 14 ? 8 : size <= 22 ? 9 : size <= 35 ? 10 : 11
  return distance < 0 ? -step : step
}

/** One token of the cue's sentence: the word, where it stands to the cue, and what lies between. */
function tokenNodes(words: Words, frame: Frame, scene: Scene, way: Way, e: number, sink: Sink): void {
  const i = frame.from[e] ?? 0
  const { bounds } = scene
  const side = i < scene.firstToken ? 0 : i < frame.anchor ? 1 : i === frame.anchor ? 2 : 3
  const distance = bucket(i - frame.anchor)
  const lemma = lemmaIn(words, bounds, i, NONE)
  const tag = tagIn(words, bounds, i)
  const state = words.quoteState[i] ?? 0
  const own = (words.quotation[i] ?? -1) >= 0 && words.quotation[i] === scene.quotation ? 1 : 0
  const tagBefore = tagIn(words, bounds, i - 1)
  const tagAfter = tagIn(words, bounds, i + 1)
  put(sink, 0, side)
  put(sink, 1, lemma, side)
  put(sink, 2, words.word[i] ?? 0, side)
  put(sink, 3, tag, side)
  put(sink, 4, tag, tagBefore, side)
  put(sink, 5, tag, tagAfter, side)
  put(sink, 6, tagBefore * 32 + tag, tagAfter, side)
  put(sink, 7, distance, tag)
  put(sink, 8, scene.lemma, side)
  put(sink, 9, scene.lemma, side, tag)
  put(sink, 10, scene.lemma, distance)
  wayNodes(scene, way, e, { side, distance, tag, state, own }, sink)
  const before = lemmaIn(words, bounds, i - 1, NONE)
  const after = lemmaIn(words, bounds, i + 1, NONE)
  put(sink, 19, lemma, distance)
  put(sink, 20, before, side, lemma)
  put(sink, 21, after, side, lemma)
  put(sink, 22, before, side, tag)
  put(sink, 23, after, side, tag)
  put(sink, 29, words.shape[i] ?? 0, side, distance)
  put(sink, 30, i === bounds.first ? 1 : i === bounds.end - 1 ? 2 : 0, side, tag)
  put(sink, 33, scene.lemma, lemma, side)
  put(sink, 34, tag, tagBefore * 32 + tagIn(words, bounds, i - 2), side)
  put(sink, 35, tag, tagAfter * 32 + tagIn(words, bounds, i + 2), side)
}

type Spot = { side: number; distance: number; tag: number; state: number; own: number }

/** The token against the cue's own words, the quotations around, and what lies between. */
function wayNodes(scene: Scene, way: Way, e: number, spot: Spot, sink: Sink): void {
  const { side, distance, tag, state, own } = spot
  const q = state * 2 + own
  const commas = way.commas[e] ?? 0
  const verbs = way.verbs[e] ?? 0
  const that = way.that[e] ?? 0
  const phrases = way.phrases[e] ?? 0
  const joints = way.joints[e] ?? 0
  const quoted = scene.quoting * 16 + scene.closes * 4 + scene.opens
  put(sink, 11, q, side, scene.inQuotation)
  put(sink, 12, q, quoted, side)
  put(sink, 13, quoted, side, phrases * 8 + (tag === TAG.PUNCT ? 1 : 0))
  put(sink, 14, quoted, distance)
  put(sink, 15, side, commas * 8 + verbs, that * 8 + joints)
  put(sink, 16, scene.tag, side, commas * 8 + verbs)
  put(sink, 17, side, (way.marks[e] ?? 0) * 8 + phrases, commas)
  put(sink, 18, side, joints, that * 8 + state)
  put(sink, 24, scene.lemma, scene.next, side)
  put(sink, 25, scene.voice, side, tag)
  put(sink, 26, scene.voice, scene.lemma, side)
  put(sink, 27, scene.tag, distance)
  put(sink, 28, scene.tag, side * 8 + phrases, tag)
  put(sink, 31, scene.lemma, side, phrases)
  put(sink, 32, scene.lemma, side * 8 + commas, that)
  put(sink, 36, scene.inQuotation, side * 8 + state, scene.tag)
  put(sink, 37, scene.lemma, q, side)
  put(sink, 38, scene.next, side * 32 + tag, commas)
  put(sink, 39, scene.voice, side * 8 + phrases, verbs)
  put(sink, 40, scene.tag, side * 8 + verbs, joints * 2 + that)
}

/** A whole fragment: how it is quoted, how far it is from the cue's sentence, how it begins and ends. */
function fragmentNodes(words: Words, frame: Frame, scene: Scene, e: number, sink: Sink): void {
  const from = frame.from[e] ?? 0
  const to = frame.to[e] ?? from + 1
  const side = e < frame.anchorElement ? 0 : 1
  let away = 0
  for (let k = e; k >= 0 && k < frame.from.length && frame.isFragment[k]; k += side === 0 ? 1 : -1) away += 1
  const far = Math.min(away, 6) * 2 + side
  const q = quotedness(words, from, to)
  const own = sharesQuotation(words, frame, scene, from)
  const facing = e + (side === 0 ? 1 : -1)
  const touching = quotedness(words, frame.from[facing] ?? from, frame.to[facing] ?? to)
  const quoted = scene.quoting * 16 + scene.closes * 4 + scene.opens
  const { tokens } = words.reading
  const lastWord = tokens[to - 1]?.word ?? ''
  const samePlace = tokens[from]?.block === tokens[frame.anchor]?.block ? 1 : 0
  const continues = words.quotations[words.quotation[from] ?? -1]?.continues ? 1 : 0
  put(sink, 60, far)
  put(sink, 61, far, q)
  put(sink, 62, side, q * 8 + own, touching)
  put(sink, 63, far, quoted, q)
  put(sink, 64, side, scene.lemma, q)
  put(sink, 65, side, scene.tag, q * 8 + own)
  put(sink, 66, side, scene.inQuotation * 8 + q, own)
  put(sink, 67, side, words.lemma[from] ?? 0, q)
  put(sink, 68, side, Math.min(to - from, 6), q)
  put(sink, 69, side, samePlace * 2 + continues, q)
  put(sink, 70, side, scene.next, q)
  put(sink, 71, side * 2 + samePlace, quoted, own * 8 + q)
  put(sink, 72, side, (words.lemma[from] ?? 0) ^ (words.lemma[from + 1] ?? 0), q)
  put(sink, 73, side, lastWord.charCodeAt(0), q)
  put(sink, 74, far, speaks(words, from, to), q)
  put(sink, 75, side, words.tag[from] ?? 0, q)
}

/** How many verbs the fragment has outside quotation marks: 0, 1 or 2 for more. */
function speaks(words: Words, from: number, to: number): number {
  let verbs = 0
  for (let i = from; i < to && i < from + 40; i++) {
    if (words.tag[i] === TAG.VERB && (words.quotation[i] ?? -1) < 0) verbs += 1
  }
  return Math.min(verbs, 2)
}

/** 0 no quotation, 1 some words, 2 wholly quoted, 3 opens here, 4 ends here, 5 opens and ends. */
function quotedness(words: Words, from: number, to: number): number {
  const opens = words.quoteState[from] === 3
  const ends = words.quoteState[to - 1] === 4
  const inside = (words.quotation[from] ?? -1) >= 0 && words.quotation[from] === words.quotation[to - 1]
  if (inside) return opens ? (ends ? 5 : 3) : ends ? 4 : 2
  for (let i = from; i < to; i++) if ((words.quotation[i] ?? -1) >= 0) return 1
  return 0
}

/** Whether the fragment stands in a quotation that reaches into the cue's sentence (1), or in the cue's own (2). */
function sharesQuotation(words: Words, frame: Frame, scene: Scene, from: number): number {
  const index = words.quotation[from] ?? -1
  if (index < 0) return 0
  if (index === scene.quotation) return 2
  const near = from < frame.anchor ? scene.firstToken : scene.endToken - 1
  return words.quotation[near] === index ? 1 : 0
}

/** The step from the element before to this one. */
function edgeFeatures(words: Words, frame: Frame, scene: Scene, e: number, sink: Sink): void {
  const here = frame.from[e] ?? 0
  const before = here - 1
  const side =
    e === frame.anchorElement ? 1 : e === frame.anchorElement + 1 ? 3 : e < frame.anchorElement ? 0 : 4
  const kind = (frame.isFragment[e] ? 2 : 0) + (e > 0 && frame.isFragment[e - 1] ? 1 : 0)
  put(sink, 100, kind, side)
  if (kind === 3) {
    put(sink, 101, quotedness(words, here, frame.to[e] ?? here + 1), side)
    return
  }
  const t1 = kind & 1 ? 30 : before < scene.firstToken ? 31 : (words.tag[before] ?? 31)
  const t0 = kind & 2 ? 30 : (words.tag[here] ?? 31)
  const next = kind & 2 || here + 1 >= scene.endToken ? 31 : (words.tag[here + 1] ?? 31)
  const l1 = words.lemma[before] ?? NONE
  const l0 = words.lemma[here] ?? NONE
  const q1 = words.quoteState[before] ?? 0
  const q0 = words.quoteState[here] ?? 0
  put(sink, 102, t1 * 32 + t0, side)
  put(sink, 103, t1, side)
  put(sink, 104, t0, side)
  put(sink, 105, l0, side)
  put(sink, 106, l1, side)
  put(sink, 107, q1 * 8 + q0, side)
  put(sink, 108, q1 * 8 + q0, t1, t0)
  put(sink, 109, l1, l0)
  put(sink, 112, t1 * 32 + t0, next, side)
  put(sink, 113, l0, next, t1)
  if (side === 1 || side === 3) put(sink, 110, scene.lemma, side, t1 * 32 + t0)
  else put(sink, 111, scene.tag, side, t1 * 32 + t0)
}

/** The token against the other cues of its sentence, whose statements it may belong to instead. */
function cueNodes(
  words: Words,
  frame: Frame,
  scene: Scene,
  way: Way,
  cues: Cues,
  e: number,
  sink: Sink,
): void {
  const i = frame.from[e] ?? 0
  const side = i < frame.anchor ? 1 : i === frame.anchor ? 2 : 3
  const tag = words.tag[i] ?? 0
  const own = cues.own[e] ?? 0
  const passed = cues.passed[e] ?? 0
  const ahead = cues.ahead[e] ?? 0
  put(sink, 41, own, side, tag)
  put(sink, 42, passed, side * 8 + (way.verbs[e] ?? 0), tag)
  put(sink, 43, ahead, side, tag)
  put(sink, 44, passed * 16 + ahead, side * 8 + (way.joints[e] ?? 0), way.commas[e] ?? 0)
  put(sink, 45, scene.lemma, side, passed * 16 + own)
  put(sink, 46, cues.left * 8 + cues.right, side, tag)
  put(sink, 47, cues.left * 8 + cues.right, side * 8 + passed, ahead)
}

/** A whole fragment against the other cues: one of its own, or one on the way to it, may have its words. */
function fragmentCueNodes(words: Words, frame: Frame, cues: Cues, e: number, sink: Sink): void {
  const from = frame.from[e] ?? 0
  const q = quotedness(words, from, frame.to[e] ?? from + 1)
  const side = e < frame.anchorElement ? 0 : 1
  put(sink, 76, side, cues.own[e] ?? 0, q)
  put(sink, 77, side, (cues.passed[e] ?? 0) * 8 + (cues.own[e] ?? 0), q)
  put(sink, 78, side, cues.left * 8 + cues.right, q)
}

/** The step to this element against the other cues: a statement ends where the next one's source begins. */
function cueEdges(words: Words, frame: Frame, scene: Scene, cues: Cues, e: number, sink: Sink): void {
  const here = frame.from[e] ?? 0
  if (frame.isFragment[e]) return
  const side = e <= frame.anchorElement ? 0 : 1
  const t0 = words.tag[here] ?? 31
  const t1 = here - 1 < scene.firstToken ? 31 : (words.tag[here - 1] ?? 31)
  put(sink, 114, cues.ahead[e] ?? 0, t1 * 32 + t0, side)
  put(sink, 115, (cues.own[e - 1] ?? 0) * 8 + (cues.own[e] ?? 0), side)
  put(sink, 116, cues.passed[e] ?? 0, t1 * 32 + t0, side)
  put(sink, 117, cues.ahead[e] ?? 0, words.lemma[here] ?? 0, side)
}
