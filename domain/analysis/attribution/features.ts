import { mix } from './hashing'
import type { Words } from './words'

/** A feature as it was made: its template and up to three values. */
export type Made = readonly [template: number, a: number, b: number, c: number]

/** Where features are written: rows of a table of `mask + 1` rows. The first `count` are valid. */
export type Sink = {
  rows: Int32Array
  count: number
  readonly mask: number
  /** What each row was made of, for whoever has to explain a finding; null while nobody asks. */
  made: Made[] | null
}

/** A sink for a table of `2 ** bits` rows, with room for `room` features. */
export function sinkFor(bits: number, room: number): Sink {
  return { rows: new Int32Array(room), count: 0, mask: (1 << bits) - 1, made: null }
}

/**
 * Adds the feature `template` with its values. Numbers of templates and the order of features are part of what was learned:
 * after a change the model must be learned anew.
 */
export function put(sink: Sink, template: number, a: number, b = 0, c = 0): void {
  sink.rows[sink.count] = mix(template, a, b, c) & sink.mask
  if (sink.made !== null) sink.made[sink.count] = [template, a, b, c]
  sink.count += 1
}

/** Makes room for `more` features. */
export function makeRoom(sink: Sink, more: number): void {
  if (sink.rows.length >= sink.count + more) return
  const rows = new Int32Array((sink.count + more) * 2)
  rows.set(sink.rows)
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
