import { mix } from './hashing'
import type { Words } from './words'

/** A feature as it was made: its template and up to three values. */
export type Made = readonly [template: number, a: number, b: number, c: number]

const PARTS = 4

/**
 * Where features are written. `put` only notes what each is made of, which is there for whoever has to explain a finding;
 * `settle` finds their rows in a table of `mask + 1` rows, all in one tight loop.
 */
export type Sink = {
  /** Four numbers a feature: template and values. The first `count` features are valid. */
  made: Int32Array
  count: number
  /** Rows of the table; the first `settled` are valid. */
  rows: Int32Array
  settled: number
  readonly mask: number
}

/** A sink for a table of `2 ** bits` rows, with room for `room` features. */
export function sinkFor(bits: number, room: number): Sink {
  return {
    made: new Int32Array(room * PARTS),
    count: 0,
    rows: new Int32Array(room),
    settled: 0,
    mask: (1 << bits) - 1,
  }
}

export function empty(sink: Sink): void {
  sink.count = 0
  sink.settled = 0
}

/**
 * Adds the feature `template` with its values. Numbers of templates and the order of features are part of what was learned:
 * after a change the model must be learned anew.
 */
export function put(sink: Sink, template: number, a: number, b = 0, c = 0): void {
  const { made } = sink
  const at = sink.count * PARTS
  made[at] = template
  made[at + 1] = a
  made[at + 2] = b
  made[at + 3] = c
  sink.count += 1
}

/** Finds the rows of the features that were put since the last time. */
export function settle(sink: Sink): void {
  const { made, rows, mask, count } = sink
  for (let k = sink.settled; k < count; k++) {
    const at = k * PARTS
    const [template, a] = [made[at] as number, made[at + 1] as number]
    rows[k] = mix(template, a, made[at + 2] as number, made[at + 3] as number) & mask
  }
  sink.settled = count
}

/** What feature `k` is made of, for whoever has to explain a finding. */
export function madeAt({ made }: Sink, k: number): Made {
  const at = k * PARTS
  return [made[at] ?? 0, made[at + 1] ?? 0, made[at + 2] ?? 0, made[at + 3] ?? 0]
}

/** Makes room for `more` features. */
export function makeRoom(sink: Sink, more: number): void {
  const needed = sink.count + more
  if (sink.rows.length >= needed) return
  const [made, rows] = [new Int32Array(needed * 2 * PARTS), new Int32Array(needed * 2)]
  made.set(sink.made)
  rows.set(sink.rows)
  sink.made = made
  sink.rows = rows
}

/** Tokens `[first, end)`, outside of which a feature does not look. */
export type Bounds = { readonly first: number; readonly end: number }

/** The sentence of token `i`. */
export function boundsAt(words: Words, i: number): Bounds {
  const sentence = words.reading.sentences[words.reading.tokens[i]?.sentence ?? 0]
  return { first: sentence?.firstToken ?? i, end: sentence?.endToken ?? i + 1 }
}

const NO_TAG = 31

/** Lemma of token `k`, or `none` outside the bounds. */
export function lemmaIn(words: Words, bounds: Bounds, k: number, none: number): number {
  return k < bounds.first || k >= bounds.end ? none : (words.lemma[k] ?? none)
}

/** Tag of token `k`, or a number that no tag has. */
export function tagIn(words: Words, bounds: Bounds, k: number): number {
  return k < bounds.first || k >= bounds.end ? NO_TAG : (words.tag[k] ?? NO_TAG)
}
