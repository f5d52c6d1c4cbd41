/** How large the page's code and styles are, compressed as a package manager or an update would. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { inProject } from '../console/project.mjs'

/** @typedef {import('./report.mjs').Measure} Measure */

const TARGET_BYTES = 350_000
const BYTES_PER_KB = 1_000
const BEST_COMPRESSION = 9

/** @param {string} path */
function compressedSize(path) {
  return gzipSync(readFileSync(path), { level: BEST_COMPRESSION }).length
}

/**
 * @param {string} folder
 * @returns {string[]} absolute paths of code and styles in it
 */
function codeAndStyles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(js|css)$/.test(path))
    .map((path) => join(folder, path))
}

/**
 * What the page loads before anything is clicked: what index.html names, and what that imports statically.
 *
 * @param {string} folder of the built page
 * @returns {Promise<string[]>} absolute paths
 */
async function initialFiles(folder) {
  const { parseSync } = await import('oxc-parser')
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const queue = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path = '']) =>
    join(folder, path),
  )
  for (const path of queue) {
    if (!path.endsWith('.js')) continue
    const { module } = parseSync(path, readFileSync(path, 'utf8'))
    const requests = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.map(({ moduleRequest }) => moduleRequest?.value),
      ),
    ]
    for (const request of requests) {
      const file = request && join(path, '..', request)
      if (file && !queue.includes(file)) queue.push(file)
    }
  }
  return queue
}

/** @returns {Promise<Measure>} */
export async function measureBundle() {
  const folder = inProject('out/renderer')
  /** @param {readonly string[]} files */
  const total = (files) => files.reduce((sum, path) => sum + compressedSize(path), 0)
  const all = codeAndStyles(folder)
  const allBytes = total(all)
  const initialBytes = total(await initialFiles(folder))
  /** @param {number} bytes */
  const kB = (bytes) => `${(bytes / BYTES_PER_KB).toFixed(0)} kB`
  return {
    name: 'bundle',
    title: "the page's code and styles, gzipped, without fonts",
    value: allBytes,
    shown: `${kB(allBytes)}, of which the first screen ${kB(initialBytes)}`,
    target: `≤ ${kB(TARGET_BYTES)}`,
    met: allBytes <= TARGET_BYTES,
    details: { bytes: allBytes, initialBytes, files: all.length },
  }
}
