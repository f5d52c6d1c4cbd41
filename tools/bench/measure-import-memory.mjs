/** Whether an import of thousands of pages holds more and more memory. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atExit } from '../console/at-exit.mjs'
import { SetupFailure } from '../console/failure.mjs'
import { looksAtImport } from './import-pages/memory-run.mjs'
import { inventedPage } from './import-pages/pages.mjs'
import { median } from './median.mjs'
import { runCli } from './vault.mjs'

/** @typedef {import('./report.mjs').Measure} Measure */
/** @typedef {import('./import-pages/memory-run.mjs').Look} Look */

const PAGES = Number(process.env.COLOPHON_BENCH_IMPORT_PAGES ?? 10_000)
/** From the thousandth page to the last. */
const FROM = 1_000
const TARGET_GROWTH = 1.2
/** Pages whose looks are one figure: a look between two collections of garbage says little. */
const SPAN = 500
/** List entries around each article: fewer than on real pages, so that 10,000 are through in minutes. */
const LINKS = 60

/**
 * @param {readonly Look[]} looks
 * @param {number} files the last of the span
 * @param {'library' | 'parser'} side
 */
function heldAt(looks, files, side) {
  const near = looks.filter((look) => look.files > files - SPAN && look.files <= files)
  return median(near.map((look) => look[side]))
}

/** @returns {Promise<Measure[]>} */
export async function measureImportMemory() {
  const work = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
  const clear = atExit(() => rmSync(work, { recursive: true, force: true }))
  const pages = join(work, 'pages')
  mkdirSync(pages)
  for (let number = 0; number < PAGES; number += 1)
    writeFileSync(join(pages, `${String(number).padStart(5, '0')}.html`), inventedPage(number, LINKS))
  const vault = join(work, 'Bench.colophon')
  runCli(['create', vault])
  const looks = await looksAtImport(vault, pages)
  const last = looks.at(-1)?.files ?? 0
  if (last < PAGES - SPAN) {
    throw new SetupFailure(`${last} of ${PAGES} pages were imported.`, 'import some with `npm run colophon`.')
  }
  clear()
  return [growthMeasure('library', looks, last), growthMeasure('parser', looks, last)]
}

/**
 * @param {'library' | 'parser'} side
 * @param {readonly Look[]} looks
 * @param {number} last
 * @returns {Measure}
 */
function growthMeasure(side, looks, last) {
  const [before, after] = [heldAt(looks, FROM, side), heldAt(looks, last, side)]
  const most = Math.max(...looks.map((look) => look[side]))
  return {
    name: `import-memory-${side}`,
    title: `memory (RSS) of the ${side} process at page ${last.toLocaleString('en')} of an import, against page ${FROM.toLocaleString('en')}`,
    value: after / before,
    shown: `${(after / before).toFixed(2)} = ${after.toFixed(0)} / ${before.toFixed(0)} MiB (at most ${most.toFixed(0)})`,
    target: `≤ ${TARGET_GROWTH}`,
    met: after / before <= TARGET_GROWTH,
    details: { before, after, most },
  }
}
