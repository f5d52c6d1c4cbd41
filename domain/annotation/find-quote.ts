import type { Range } from '../article/range'
import { failure } from '../failure'
import { failed, ok, type Result } from '../result'
import { folded, placesOf, unfolded } from './folding'

/** Places counted before a quote is said to be too common. */
const MOST_PLACES = 100

/**
 * Finds the words a person gave. Straight and curly quotation marks are the same, so are any runs of white
 * space and the two ways of writing a Korean syllable (composed or not); letters must be the same letters.
 *
 * Fails with `quote-not-found`, or with `quote-ambiguous` (`detail.times`) when the words stand there more
 * than once and no single place has them to the letter.
 */
export function findQuote(text: string, quote: string): Result<Range> {
  const verbatim = placesOf(text, quote.trim(), 2)
  const [only] = verbatim
  if (only !== undefined && verbatim.length === 1) return ok([only, only + quote.trim().length])
  const foldedText = folded(text)
  for (const wording of new Set([quote, quote.normalize('NFC'), quote.normalize('NFD')])) {
    const needle = folded(wording).text.trim()
    const places = placesOf(foldedText.text, needle, MOST_PLACES)
    const [place] = places
    if (place === undefined) continue
    if (places.length > 1) return failed(failure('quote-ambiguous', { times: places.length }))
    return ok(unfolded(foldedText, place, place + needle.length))
  }
  return failed(failure('quote-not-found'))
}
