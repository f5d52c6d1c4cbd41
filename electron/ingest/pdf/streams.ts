import { type InflationBudget, inflated } from '../inflation'
import { latin1 } from '../sniff'
import { fromBase85, fromHex, lzwLength, runLength } from './growth'

/** How far before a stream its dictionary is looked for, in bytes. */
const DICTIONARY = 2048
/** Names of filters, long and short. */
const FILTER =
  /\/(?:(FlateDecode|Fl)|(LZWDecode|LZW)|(RunLengthDecode|RL)|(ASCIIHexDecode|AHx)|(ASCII85Decode|A85))\b/g
const FILTERS = ['flate', 'lzw', 'runs', 'hex', 'base85'] as const
type Filter = (typeof FILTERS)[number]

/**
 * Whether the streams of a PDF, unpacked, stay inside the budget. pdf.js itself has no limit, and its memory is not on the
 * heap that the parser process is held to; so each stream is unpacked or measured once beforehand, at a few hundred MiB a
 * second. What does not inflate is encrypted or damaged, and grows little.
 */
export function staysWithin(bytes: Uint8Array, budget: InflationBudget): boolean {
  const file = latin1(bytes)
  const begins = /stream\r?\n/g
  for (let begin = begins.exec(file); begin !== null; begin = begins.exec(file)) {
    if (file.slice(begin.index - 3, begin.index) === 'end') continue
    const start = begin.index + begin[0].length
    const end = file.indexOf('endstream', start)
    const packed = bytes.subarray(start, end < 0 ? undefined : end)
    const dictionary = file.slice(Math.max(0, begin.index - DICTIONARY), begin.index)
    if (!staysWithinBy(filtersIn(dictionary.slice(dictionary.lastIndexOf(' obj'))), packed, budget))
      return false
    if (end >= 0) begins.lastIndex = end + 'endstream'.length
  }
  return true
}

/** The filters of a stream in the order in which they are undone; Flate where its dictionary names them elsewhere. */
function filtersIn(dictionary: string): readonly Filter[] {
  const named = [...dictionary.matchAll(FILTER)].map(
    (match) => FILTERS[match.slice(1).findIndex(Boolean)] ?? 'flate',
  )
  return named.length === 0 ? ['flate'] : named
}

function staysWithinBy(filters: readonly Filter[], packed: Uint8Array, budget: InflationBudget): boolean {
  let bytes = packed
  for (const filter of filters) {
    if (filter === 'hex') bytes = fromHex(bytes)
    else if (filter === 'base85') bytes = fromBase85(bytes)
    else if (filter === 'flate') {
      const unpacked = inflated(bytes, 'deflate', budget)
      if (unpacked === 'over-limits') return false
      if (unpacked === 'damaged') return true
      bytes = unpacked
    } else {
      // What was packed in this way is not packed again by any program.
      const length = filter === 'lzw' ? lzwLength : runLength
      return budget.spend(length(bytes, budget.left))
    }
  }
  return true
}
