/**
 * One line for each thing that a tool does, with its duration, so that a slow or failing set-up
 * shows at a glance where.
 */

/** Width of the title column; the longest title we use is a little shorter. */
const TITLE_WIDTH = 18

/**
 * Runs one piece of work and prints one line for it: title, what came of it, how long it took.
 *
 * @template T
 * @param {string} title two or three words
 * @param {() => Promise<{ note: string, value: T }>} work does it, and says in a few words what came of it
 * @returns {Promise<T>} what the work returned
 */
export async function step(title, work) {
  const started = performance.now()
  try {
    const { note, value } = await work()
    console.log(stepLine('✓', title, note, performance.now() - started))
    return value
  } catch (error) {
    console.log(stepLine('✗', title, 'failed', performance.now() - started))
    throw error
  }
}

/**
 * @param {string} mark
 * @param {string} title
 * @param {string} note
 * @param {number} milliseconds
 * @returns {string} the line, without its newline
 */
export function stepLine(mark, title, note, milliseconds) {
  return `${mark} ${title.padEnd(TITLE_WIDTH)} ${note} (${duration(milliseconds)})`
}

/**
 * @param {number} milliseconds
 * @returns {string} such as `0.3 s` or `2 min 05 s`
 */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}
