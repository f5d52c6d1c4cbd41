import type { Frame } from './frame'
import { mix } from './hashing'
import { TAG, type Words } from './words'

/** Rows of the weight tables that the elements of one frame touch. Buffers are reused from frame to frame. */
export type FrameRows = {
  nodes: Int32Array
  edges: Int32Array
  /** `nodes[nodeStart[e] .. nodeStart[e + 1])` are the rows of element `e`; likewise edges (from `e - 1` to `e`). */
  nodeStart: Int32Array
  edgeStart: Int32Array
}

export const NODE_BITS = 18
export const EDGE_BITS = 14
const NODE_MASK = (1 << NODE_BITS) - 1
const EDGE_MASK = (1 << EDGE_BITS) - 1
const MOST_NODES = 48
const MOST_EDGES = 16
const NONE = 0x2f6b

export function emptyRows(): FrameRows {
  return {
    nodes: new Int32Array(0),
    edges: new Int32Array(0),
    nodeStart: new Int32Array(0),
    edgeStart: new Int32Array(0),
  }
}

/** What lies between the cue and an element, counted outwards from the cue. */
type Way = {
  commas: Uint8Array
  verbs: Uint8Array
  that: Uint8Array
  /** Quotation boundaries crossed. */
  marks: Uint8Array
  /** Noun phrases begun. */
  phrases: Uint8Array
  /** Bit 1: a relative pronoun; bit 2: a colon or dash; bit 4: a conjunction. */
  joints: Uint8Array
}

export function frameRows(words: Words, frame: Frame, rows: FrameRows): void {
  const count = frame.from.length
  if (rows.nodeStart.length < count + 1) {
    rows.nodeStart = new Int32Array(count * 2 + 1)
    rows.edgeStart = new Int32Array(count * 2 + 1)
  }
  if (rows.nodes.length < count * MOST_NODES) {
    rows.nodes = new Int32Array(count * 2 * MOST_NODES)
    rows.edges = new Int32Array(count * 2 * MOST_EDGES)
  }
  const scene = sceneOf(words, frame)
  const way = wayOf(words, frame)
  let n = 0
  let m = 0
  for (let e = 0; e < count; e++) {
    rows.nodeStart[e] = n
    rows.edgeStart[e] = m
    n = frame.isFragment[e]
      ? fragmentNodes(words, frame, scene, e, rows.nodes, n)
      : tokenNodes(words, frame, scene, way, e, rows.nodes, n)
    m = edges(words, frame, scene, e, rows.edges, m)
  }
  rows.nodeStart[count] = n
  rows.edgeStart[count] = m
}

/** What is the same for every element: the cue's words and how quotations stand around it. */
type Scene = {
  lemma: number
  tag: number
  next: number
  /** Lemma class of what follows, and of the auxiliary before. */
  voice: number
  inQuotation: number
  quotation: number
  /** How the sentence is quoted: 0 not, 1 words, 2 a statement before the cue, 3 after, 4 both. */
  quoting: number
  /** A closing mark stands right before the cue (1), or two to six tokens before (2). */
  closes: number
  opens: number
  firstToken: number
  endToken: number
}

function sceneOf(words: Words, frame: Frame): Scene {
  const { anchor } = frame
  const { lemma, tag, quotation, quoteState, quotations } = words
  const sentence = words.reading.sentences[words.reading.tokens[anchor]?.sentence ?? 0]
  const firstToken = sentence?.firstToken ?? anchor
  const endToken = sentence?.endToken ?? anchor + 1
  const own = quotation[anchor] ?? -1
  let before = false
  let after = false
  let some = false
  for (let i = Math.max(firstToken, anchor - 70); i < Math.min(endToken, anchor + 70); i++) {
    const q = quotation[i] ?? -1
    if (q < 0 || q === own) continue
    some = true
    if ((quoteState[i] ?? 0) === 2 || quotations[q]?.double !== true) continue
    if (i < anchor) before = true
    else after = true
  }
  let closes = 0
  for (let i = anchor - 1; i >= firstToken && i >= anchor - 6 && closes === 0; i--) {
    if (quoteState[i] === 4) closes = anchor - i <= 1 ? 1 : 2
  }
  let opens = 0
  for (let i = anchor + 1; i < endToken && i <= anchor + 6 && opens === 0; i++) {
    if (quoteState[i] === 3) opens = i - anchor <= 2 ? 1 : 2
  }
  let k = anchor - 1
  let voice = 0
  while (k >= firstToken && (tag[k] === TAG.AUX || tag[k] === TAG.ADV || tag[k] === TAG.PART)) {
    if (tag[k] === TAG.AUX && voice === 0) voice = lemma[k] ?? 0
    k -= 1
  }
  return {
    lemma: lemma[anchor] ?? 0,
    tag: tag[anchor] ?? 0,
    next: anchor + 1 < endToken ? (lemma[anchor + 1] ?? NONE) : NONE,
    voice,
    inQuotation: own < 0 ? 0 : quoteState[anchor] === 2 ? 2 : 1,
    quotation: own,
    quoting: before && after ? 4 : after ? 3 : before ? 2 : some ? 1 : 0,
    closes,
    opens,
    firstToken,
    endToken,
  }
}

function wayOf(words: Words, frame: Frame): Way {
  const count = frame.from.length
  const way: Way = {
    commas: new Uint8Array(count),
    verbs: new Uint8Array(count),
    that: new Uint8Array(count),
    marks: new Uint8Array(count),
    phrases: new Uint8Array(count),
    joints: new Uint8Array(count),
  }
  for (const direction of [-1, 1]) {
    let [commas, verbs, that, marks, phrases, joints] = [0, 0, 0, 0, 0, 0]
    let inPhrase = false
    for (
      let e = frame.anchorElement + direction;
      e >= 0 && e < count && !frame.isFragment[e];
      e += direction
    ) {
      const i = frame.from[e] ?? 0
      const tag = words.tag[i] ?? 0
      const lower = words.reading.tokens[i]?.lower ?? ''
      const nominal =
        tag === TAG.NOUN ||
        tag === TAG.PROPN ||
        tag === TAG.PRON ||
        tag === TAG.DET ||
        tag === TAG.ADJ ||
        tag === TAG.NUM
      if (nominal && !inPhrase) phrases = Math.min(phrases + 1, 6)
      inPhrase = nominal
      if (words.quoteState[i] === 3 || words.quoteState[i] === 4) marks = Math.min(marks + 1, 4)
      // The joints count from the far side of the word that makes them.
      way.commas[e] = commas
      way.verbs[e] = verbs
      way.that[e] = that
      way.marks[e] = marks
      way.phrases[e] = phrases
      way.joints[e] = joints
      if (lower === ',') commas = Math.min(commas + 1, 4)
      if (tag === TAG.VERB || tag === TAG.AUX) verbs = Math.min(verbs + 1, 3)
      if (lower === 'that') that = 1
      if (lower === 'who' || lower === 'which' || lower === 'whose' || lower === 'where') joints |= 1
      if (lower === ':' || lower === '—' || lower === '–' || lower === ';' || lower === '--') joints |= 2
      if (tag === TAG.CCONJ || tag === TAG.SCONJ) joints |= 4
    }
  }
  return way
}

/** Signed distance on a scale that grows coarser. */
function bucket(distance: number): number {
  const size = Math.abs(distance)
  const step = size <= 6 ? size : size <= 9 ? 7 : size <= 14 ? 8 : size <= 22 ? 9 : size <= 35 ? 10 : 11
  return distance < 0 ? -step : step
}

function tokenNodes(
  words: Words,
  frame: Frame,
  scene: Scene,
  way: Way,
  e: number,
  out: Int32Array,
  start: number,
): number {
  let n = start
  const add = (template: number, a: number, b = 0, c = 0) => {
    out[n++] = mix(template, a, b, c) & NODE_MASK
  }
  const i = frame.from[e] ?? 0
  const { lemma, word, tag, shape, quoteState, quotation } = words
  const { firstToken, endToken } = scene
  const lemmaAt = (k: number): number => (k < firstToken || k >= endToken ? NONE : (lemma[k] ?? NONE))
  const tagAt = (k: number): number => (k < firstToken || k >= endToken ? 31 : (tag[k] ?? 31))
  const side = i < scene.firstToken ? 0 : i < frame.anchor ? 1 : i === frame.anchor ? 2 : 3
  const distance = bucket(i - frame.anchor)
  const l0 = lemmaAt(i)
  const t0 = tagAt(i)
  const q0 = quoteState[i] ?? 0
  const own = (quotation[i] ?? -1) >= 0 && quotation[i] === scene.quotation ? 1 : 0
  const q = q0 * 2 + own
  const commas = way.commas[e] ?? 0
  const verbs = way.verbs[e] ?? 0
  const that = way.that[e] ?? 0
  const marks = way.marks[e] ?? 0
  const phrases = way.phrases[e] ?? 0
  const joints = way.joints[e] ?? 0
  const quoted = scene.quoting * 16 + scene.closes * 4 + scene.opens
  add(0, side)
  add(1, l0, side)
  add(2, word[i] ?? 0, side)
  add(3, t0, side)
  add(4, t0, tagAt(i - 1), side)
  add(5, t0, tagAt(i + 1), side)
  add(6, tagAt(i - 1) * 32 + t0, tagAt(i + 1), side)
  add(7, distance, t0)
  add(8, scene.lemma, side)
  add(9, scene.lemma, side, t0)
  add(10, scene.lemma, distance)
  add(11, q, side, scene.inQuotation)
  add(12, q, quoted, side)
  add(13, quoted, side, phrases * 8 + (t0 === TAG.PUNCT ? 1 : 0))
  add(14, quoted, distance)
  add(15, side, commas * 8 + verbs, that * 8 + joints)
  add(16, scene.tag, side, commas * 8 + verbs)
  add(17, side, marks * 8 + phrases, commas)
  add(18, side, joints, that * 8 + q0)
  add(19, l0, distance)
  add(20, lemmaAt(i - 1), side, l0)
  add(21, lemmaAt(i + 1), side, l0)
  add(22, lemmaAt(i - 1), side, t0)
  add(23, lemmaAt(i + 1), side, t0)
  add(24, scene.lemma, scene.next, side)
  add(25, scene.voice, side, t0)
  add(26, scene.voice, scene.lemma, side)
  add(27, scene.tag, distance)
  add(28, scene.tag, side * 8 + phrases, t0)
  add(29, shape[i] ?? 0, side, distance)
  add(30, i === firstToken ? 1 : i === endToken - 1 ? 2 : 0, side, t0)
  add(31, scene.lemma, side, phrases)
  add(32, scene.lemma, side * 8 + commas, that)
  add(33, scene.lemma, l0, side)
  add(34, t0, tagAt(i - 1) * 32 + tagAt(i - 2), side)
  add(35, t0, tagAt(i + 1) * 32 + tagAt(i + 2), side)
  add(36, scene.inQuotation, side * 8 + q0, scene.tag)
  add(37, scene.lemma, q, side)
  add(38, scene.next, side * 32 + t0, commas)
  add(39, scene.voice, side * 8 + phrases, verbs)
  add(40, scene.tag, side * 8 + verbs, joints * 2 + that)
  return n
}

function fragmentNodes(
  words: Words,
  frame: Frame,
  scene: Scene,
  e: number,
  out: Int32Array,
  start: number,
): number {
  let n = start
  const add = (template: number, a: number, b = 0, c = 0) => {
    out[n++] = mix(template, a, b, c) & NODE_MASK
  }
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
  add(60, far)
  add(61, far, q)
  add(62, side, q * 8 + own, touching)
  add(63, far, quoted, q)
  add(64, side, scene.lemma, q)
  add(65, side, scene.tag, q * 8 + own)
  add(66, side, scene.inQuotation * 8 + q, own)
  add(67, side, words.lemma[from] ?? 0, q)
  add(68, side, Math.min(to - from, 6), q)
  add(69, side, samePlace * 2 + continues, q)
  add(70, side, scene.next, q)
  add(71, side * 2 + samePlace, quoted, own * 8 + q)
  add(72, side, (words.lemma[from] ?? 0) ^ (words.lemma[from + 1] ?? 0), q)
  add(73, side, lastWord.charCodeAt(0), q)
  add(74, far, speaks(words, from, to), q)
  add(75, side, words.tag[from] ?? 0, q)
  return n
}

/** Whether the fragment has a verb of its own outside quotation marks, and a colon at its end. */
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

function edges(words: Words, frame: Frame, scene: Scene, e: number, out: Int32Array, start: number): number {
  let n = start
  const add = (template: number, a: number, b = 0, c = 0) => {
    out[n++] = mix(template, a, b, c) & EDGE_MASK
  }
  const here = frame.from[e] ?? 0
  const before = here - 1
  const side =
    e === frame.anchorElement ? 1 : e === frame.anchorElement + 1 ? 3 : e < frame.anchorElement ? 0 : 4
  const kind = (frame.isFragment[e] ? 2 : 0) + (e > 0 && frame.isFragment[e - 1] ? 1 : 0)
  add(100, kind, side)
  if (kind === 3) {
    add(101, quotedness(words, here, frame.to[e] ?? here + 1), side)
    return n
  }
  const t1 = kind & 1 ? 30 : before < scene.firstToken ? 31 : (words.tag[before] ?? 31)
  const t0 = kind & 2 ? 30 : (words.tag[here] ?? 31)
  const l1 = words.lemma[before] ?? NONE
  const l0 = words.lemma[here] ?? NONE
  const q1 = words.quoteState[before] ?? 0
  const q0 = words.quoteState[here] ?? 0
  add(102, t1 * 32 + t0, side)
  add(103, t1, side)
  add(104, t0, side)
  add(105, l0, side)
  add(106, l1, side)
  add(107, q1 * 8 + q0, side)
  add(108, q1 * 8 + q0, t1, t0)
  add(109, l1, l0)
  if (side === 1 || side === 3) add(110, scene.lemma, side, t1 * 32 + t0)
  else add(111, scene.tag, side, t1 * 32 + t0)
  return n
}
