/** Canaries: words that stand nowhere else, put into a session so that every trace of them can be recognised. */

/**
 * The canaries of one trial. All begin with the same twelve letters, the trial's mark, so that one search finds any of them;
 * their last four letters tell which it was. Letters only: a text index keeps them whole.
 *
 * The function stands alone, because its source is also run inside the page: what a test types must not come to the
 * main process by way of the debugging protocol that drives the page.
 *
 * @param {number} seed of the trial
 * @param {number} count
 * @returns {{ mark: string, words: string[] }}
 */
export function canariesOf(seed, count) {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0
  const letter = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    // No vowels: no stemmer takes an ending off, no language has the word.
    return 'bcdfghjklmnpqrtvwxz'[(state >>> 16) % 19] ?? 'x'
  }
  const mark = Array.from({ length: 12 }, letter).join('')
  const words = Array.from({ length: count }, (_, at) => {
    const digits = [at % 19, Math.floor(at / 19) % 19, Math.floor(at / 361) % 19]
    return `${mark}${digits.map((digit) => 'bcdfghjklmnpqrtvwxz'[digit]).join('')}q`
  })
  return { mark, words }
}
