// Reads the training split of PolNeAR where it lies: texts, and attributions as ranges of characters.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** @typedef {[number, number]} Range */
/** @typedef {{ source: Range[], cue: Range[], content: Range[] }} Gold */
/** @typedef {{ name: string, text: string, story: Range[], gold: Gold[] }} Article */

const ROLES = /** @type {const} */ (['source', 'cue', 'content'])

/**
 * Every article of the archive, sorted by name. The archive is unpacked into a temporary folder that is removed
 * again: its text never enters the project.
 * @param {string} archive path of attribution-train.tar.xz
 * @returns {Article[]}
 */
export function readCorpus(archive) {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-attribution-'))
  try {
    const tar = spawnSync('tar', ['-xJf', archive, '-C', folder], { encoding: 'utf8' })
    if (tar.error || tar.status !== 0)
      throw new Error(`cannot unpack ${archive}: ${tar.error?.message ?? tar.stderr}`)
    const root = join(folder, 'attribution-train')
    return readdirSync(join(root, 'attributions'))
      .map((file) => ({ file, name: file.replace(/_[^_]+\.ann$/, '') }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ file, name }) => {
        const text = readFileSync(join(root, 'text', `${name}.txt`), 'utf8')
        const gold = readGold(readFileSync(join(root, 'attributions', file), 'utf8'))
        return { name, text, story: paragraphsOf(text), gold }
      })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Runs of lines between blank lines, which is how a plain text is read into blocks.
 * @param {string} text
 * @returns {Range[]}
 */
export function paragraphsOf(text) {
  return [...text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map((match) => {
    const end = match.index + match[0].trimEnd().length
    return [match.index, end]
  })
}

/**
 * Brat standoff: `T1<tab>Source 4 9;12 20<tab>words` and `E1<tab>Attribution:T5 Source:T1 Cue:T2 Content:T3`.
 * Events that mark nothing are leftovers of the annotation tool and dropped.
 * @param {string} file
 * @returns {Gold[]}
 */
function readGold(file) {
  /** @type {Map<string, Range[]>} */
  const spans = new Map()
  /** @type {[string, string][][]} */
  const events = []
  for (const line of file.split(/\r\n|\r|\n/)) {
    const span = /^(T\d+)\t\w+ ([\d; ]+)\t/.exec(line)
    if (span?.[1] && span[2]) spans.set(span[1], span[2].split(';').map(toRange))
    const event = /^E\d+\t(.*)$/.exec(line)
    if (event?.[1]) events.push(event[1].split(/\s+/).filter(Boolean).map(toArgument))
  }
  return events
    .map((event) => {
      const of = (/** @type {string} */ role) =>
        merged(
          event
            .filter(([name]) => name.replace(/\d+$/, '').toLowerCase() === role)
            .flatMap(([, id]) => spans.get(id) ?? []),
        )
      return { source: of('source'), cue: of('cue'), content: of('content') }
    })
    .filter((gold) => ROLES.some((role) => gold[role].length > 0))
}

/** @param {string} words @returns {Range} */
function toRange(words) {
  const [start = 0, end = 0] = words.trim().split(/\s+/).map(Number)
  return [start, end]
}

/** @param {string} words @returns {[string, string]} */
function toArgument(words) {
  const [name = '', id = ''] = words.split(':')
  return [name, id]
}

/**
 * Ranges in order, overlapping and touching ones joined.
 * @param {readonly (readonly [number, number])[]} ranges
 * @returns {Range[]}
 */
export function merged(ranges) {
  /** @type {Range[]} */
  const out = []
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1]
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else if (end > start) out.push([start, end])
  }
  return out
}
