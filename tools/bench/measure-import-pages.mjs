/** How many saved pages a second go through the whole import, against what most tools do: Readability alone over the same pages. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { atExit } from '../console/at-exit.mjs'
import { SetupFailure } from '../console/failure.mjs'
import { inProject } from '../console/project.mjs'
import { runCommand } from '../console/run.mjs'
import { writePages } from './import-pages/pages.mjs'
import { timedImport } from './timed-import.mjs'
import { runCli } from './vault.mjs'

/** @typedef {import('./report.mjs').Measure} Measure */

/** Times the pages a second of Readability on jsdom on one core: by how many cores the import has. */
const TARGETS = { one: 2.5, two: 4.5 }

/** The steps of an import, each from the file where it lives. */
const STEPS = {
  identify: 'electron/ingest/read-bytes.ts',
  document: 'electron/ingest/html/document.ts',
  metadata: 'electron/ingest/html/metadata.ts',
  body: 'electron/ingest/html/body.ts',
  read: 'electron/ingest/html/read.ts',
  context: 'electron/ingest/html/context.ts',
  draft: 'electron/ingest/draft.ts',
  checked: 'electron/library/draft.ts',
  packing: 'electron/library/packing.ts',
  library: 'electron/library/library.ts',
  storing: 'electron/library/storing.ts',
  database: 'electron/store/database.ts',
}

/**
 * @param {readonly string[]} args of a script in import-pages/, its name first
 * @returns {Promise<any>} what its last line says
 */
async function runOnOneCore([script = '', ...args]) {
  const path = join(import.meta.dirname, 'import-pages', script)
  const prefix = process.platform === 'linux' ? ['taskset', '-c', '0'] : []
  const [command = '', ...rest] = [...prefix, process.execPath, path, ...args]
  const { code, output } = await runCommand(command, rest)
  if (code !== 0) throw new SetupFailure(`${script} failed: ${output}`, 'run `npm test`.')
  return JSON.parse(output.trim().split('\n').at(-1) ?? '')
}

/** @returns {Promise<string>} a folder under out/, where the bundle finds its packages */
async function bundleSteps() {
  mkdirSync(inProject('out'), { recursive: true })
  const folder = mkdtempSync(inProject('out', 'bench-import-'))
  atExit(() => rmSync(folder, { recursive: true, force: true }))
  const input = Object.fromEntries(Object.entries(STEPS).map(([name, path]) => [name, inProject(path)]))
  await build({
    root: inProject('.'),
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rollupOptions: { input, output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' } },
    },
  })
  return folder
}

/**
 * Processor time of the pages alone: what the same import of one page takes, start-up and unlocking among it, is left out.
 *
 * @param {string} work
 * @param {string} pages
 * @param {string} cores
 * @returns {Promise<Work>}
 */
async function importOn(work, pages, cores) {
  const vault = join(mkdtempSync(join(work, 'vault-')), 'Bench.colophon')
  runCli(['create', vault])
  const one = await timedImport(vault, join(pages, '0.html'), cores)
  const all = await timedImport(vault, pages, cores)
  const { handled, rate, processor } = all
  return { pages: handled, seconds: handled / rate, processor: processor - one.processor }
}

/** @typedef {{ pages: number, seconds: number, processor: number }} Work */

/** Each side's turns: who comes later finds another machine. */
const ROUNDS = Number(process.env.COLOPHON_BENCH_ROUNDS ?? 2)

/** @returns {Promise<Measure[]>} */
export async function measureImportPages() {
  const work = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
  const clear = atExit(() => rmSync(work, { recursive: true, force: true }))
  const pages = join(work, 'pages')
  const { count, bytes, areReal } = writePages(pages)
  const bundle = await bundleSteps()
  /** @type {Record<'jsdom' | 'linkedom' | 'one' | 'two', () => Promise<Work>>} */
  const sides = {
    jsdom: () => runOnOneCore(['bare-loop.mjs', 'jsdom', pages]),
    linkedom: () => runOnOneCore(['bare-loop.mjs', 'linkedom', pages]),
    one: () => importOn(work, pages, '0'),
    two: () => importOn(work, pages, '0,1'),
  }
  const sums = await inTurns(sides)
  const steps = await runOnOneCore(['stage-times.mjs', bundle, pages])
  clear()
  const kind = `${count} ${areReal ? 'real' : 'invented'} pages of ${(bytes / count / 1024).toFixed(0)} KiB`
  return [
    oneCoreMeasure(kind, sums),
    twoCoresMeasure(kind, sums),
    stagesMeasure(steps, perPage(sums.one.processor, sums.one)),
  ]
}

/**
 * @template {string} Side
 * @param {Record<Side, () => Promise<Work>>} sides
 * @returns {Promise<Record<Side, Work>>} the sums of their turns
 */
async function inTurns(sides) {
  const names = /** @type {Side[]} */ (Object.keys(sides))
  const sums = /** @type {Record<Side, Work>} */ (
    Object.fromEntries(names.map((name) => [name, { pages: 0, seconds: 0, processor: 0 }]))
  )
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const { pages, seconds, processor } = await sides[name]()
      const sum = sums[name]
      sum.pages += pages
      sum.seconds += seconds
      sum.processor += processor
    }
  }
  return sums
}

/**
 * @param {number} seconds
 * @param {Work} work
 * @returns {number} milliseconds a page
 */
function perPage(seconds, work) {
  return (1000 * seconds) / work.pages
}

/**
 * By processor time, which is what one core that has nothing else to do would give; the clock's ratio stands beside it.
 *
 * @param {string} kind
 * @param {Record<'jsdom' | 'linkedom' | 'one', Work>} sums
 * @returns {Measure}
 */
function oneCoreMeasure(kind, { jsdom, linkedom, one }) {
  const [ours, theirs, bare] = [one, jsdom, linkedom].map((work) => perPage(work.processor, work))
  const ratio = (theirs ?? 0) / (ours ?? 0)
  const byClock = perPage(jsdom.seconds, jsdom) / perPage(one.seconds, one)
  return {
    name: 'import-pages-one-core',
    title: `whole import of ${kind} on one core, against Readability on jsdom: processor time of a page`,
    value: ratio,
    shown: `${ratio.toFixed(2)} = ${theirs?.toFixed(1)} ms / ${ours?.toFixed(1)} ms (by the clock ${byClock.toFixed(2)}; Readability on linkedom ${bare?.toFixed(1)} ms)`,
    target: `≥ ${TARGETS.one}`,
    met: ratio >= TARGETS.one,
    details: { byClock, processor: { import: ours, jsdom: theirs, linkedom: bare } },
  }
}

/**
 * By the clock: what two cores are worth shows in nothing else. Another program on the machine spoils it.
 *
 * @param {string} kind
 * @param {Record<'jsdom' | 'two', Work>} sums
 * @returns {Measure}
 */
function twoCoresMeasure(kind, { jsdom, two }) {
  const rates = { import: two.pages / two.seconds, jsdom: jsdom.pages / jsdom.seconds }
  const ratio = rates.import / rates.jsdom
  /** How many cores the import kept busy, of two. */
  const cores = two.processor / two.seconds
  return {
    name: 'import-pages-two-cores',
    title: `whole import of ${kind} on two cores, against Readability on jsdom on one: pages a second`,
    value: ratio,
    shown:
      `${ratio.toFixed(2)} = ${rates.import.toFixed(1)} / ${rates.jsdom.toFixed(1)} a second ` +
      `(processor time a page ${perPage(two.processor, two).toFixed(1)} ms, ${cores.toFixed(2)} cores busy)`,
    target: `≥ ${TARGETS.two}`,
    met: ratio >= TARGETS.two,
    details: { rates, cores },
  }
}

/**
 * @param {{ pages: number, stages: Record<string, number> }} steps milliseconds a page
 * @param {number} whole processor time of a page in the import itself, of which the steps are what a warm process needs
 * @returns {Measure}
 */
function stagesMeasure({ stages }, whole) {
  const total = Object.values(stages).reduce((sum, time) => sum + time, 0)
  const shares = Object.entries(stages).map(([step, time]) => `${step} ${time.toFixed(1)}`)
  shares.push(
    `in the import besides (messages, warming up, collecting garbage) ${(whole - total).toFixed(1)}`,
  )
  return {
    name: 'import-pages-steps',
    title: 'processor time of one page, step by step, ms',
    value: total,
    shown: `${total.toFixed(1)} = ${shares.join(' + ')}`,
    target: '–',
    met: undefined,
    details: { stages },
  }
}
