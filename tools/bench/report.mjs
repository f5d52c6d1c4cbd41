/** What a benchmark comes to, and how it is printed. */

/**
 * @typedef {object} Measure
 * @property {string} name of `--only`
 * @property {string} title what was measured
 * @property {number} value the figure that the target is about
 * @property {string} shown the figure for a person, with what it was made from
 * @property {string} target
 * @property {boolean | undefined} met undefined when there is no target
 * @property {Record<string, unknown>} details
 */

/**
 * @param {readonly Measure[]} measures
 * @returns {string} a table
 */
export function table(measures) {
  const rows = measures.map(({ title, shown, target, met }) => [title, shown, target, verdict(met)])
  const all = [['measured', 'result', 'target', ''], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}

/** @param {boolean | undefined} met */
function verdict(met) {
  if (met === undefined) return '–'
  return met ? 'met' : 'MISSED'
}

/**
 * @param {readonly Measure[]} measures
 * @returns {string} one line of JSON
 */
export function jsonLine(measures) {
  return JSON.stringify(
    Object.fromEntries(
      measures.map(({ name, value, met, details }) => [name, { value, met: met ?? null, ...details }]),
    ),
  )
}
