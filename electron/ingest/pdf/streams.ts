import { type InflationBudget, inflated } from '../inflation'
import { latin1 } from '../sniff'

/** How far before a stream its dictionary is looked for, in bytes. */
const DICTIONARY = 2048
/** Streams packed more than once: no program does so in earnest. */
const TWICE = /\/(?:FlateDecode|Fl)\b[^>]*\/(?:FlateDecode|Fl)\b/

/**
 * Whether the streams of a PDF, unpacked, stay inside the budget. pdf.js itself has no limit, and its memory is not on the
 * heap that the parser process is held to; so each stream is unpacked once beforehand, at a few hundred MiB a second.
 * What does not inflate is encrypted, damaged or packed otherwise, and grows little.
 */
export function staysWithin(bytes: Uint8Array, budget: InflationBudget): boolean {
  const file = latin1(bytes)
  const begins = /stream\r?\n/g
  for (let begin = begins.exec(file); begin !== null; begin = begins.exec(file)) {
    if (file.slice(begin.index - 3, begin.index) === 'end') continue
    const start = begin.index + begin[0].length
    const end = file.indexOf('endstream', start)
    const unpacked = inflated(bytes.subarray(start, end < 0 ? undefined : end), 'deflate', budget)
    if (unpacked === 'over-limits') return false
    const dictionary = file.slice(Math.max(0, begin.index - DICTIONARY), begin.index)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj'))
    if (unpacked !== 'damaged' && TWICE.test(own) && inflated(unpacked, 'deflate', budget) === 'over-limits')
      return false
    if (end >= 0) begins.lastIndex = end + 'endstream'.length
  }
  return true
}
