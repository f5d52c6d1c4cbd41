import learned from './attribution.model.json'
import type { Weights } from './candidates'

/** All that was learned, ready to be read with. */
export type AttributionModel = {
  readonly cue: Weights
  readonly node: Weights
  readonly edge: Weights
  readonly accept: Weights
  /** Tokens less probable than this to head a cue are not looked at. */
  readonly leastCue: number
  /** Statements less probable than this to be right as a whole are not reported. */
  readonly least: number
}

let loaded: AttributionModel | null = null

/** The model that ships, decoded by the first call (about 15 ms). */
export function attributionModel(): AttributionModel {
  loaded ??= {
    cue: weightsOf(learned.tables.cue),
    node: weightsOf(learned.tables.node),
    edge: weightsOf(learned.tables.edge),
    accept: weightsOf(learned.tables.accept),
    leastCue: learned.leastCue,
    least: learned.least,
  }
  return loaded
}

type StoredTable = { readonly scale: number; readonly size: number; readonly base64: string }

function weightsOf({ scale, size, base64 }: StoredTable): Weights {
  const table = bytesOf(base64, size)
  return { table, scale, packed: new Int32Array(table.buffer, 0, table.length >> 2) }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Decodes base64 to signed bytes. Domain code has neither `atob` (DOM) nor `Buffer` (Node). */
function bytesOf(base64: string, size: number): Int8Array {
  const value = new Uint8Array(128)
  for (let i = 0; i < ALPHABET.length; i++) value[ALPHABET.charCodeAt(i)] = i
  const bytes = new Int8Array(size)
  let at = 0
  for (let i = 0; i + 3 < base64.length; i += 4) {
    const word =
      ((value[base64.charCodeAt(i)] as number) << 18) |
      ((value[base64.charCodeAt(i + 1)] as number) << 12) |
      ((value[base64.charCodeAt(i + 2)] as number) << 6) |
      (value[base64.charCodeAt(i + 3)] as number)
    bytes[at++] = word >> 16
    bytes[at++] = word >> 8
    bytes[at++] = word
  }
  return bytes
}
