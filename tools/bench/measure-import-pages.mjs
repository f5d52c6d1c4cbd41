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
/** @typedef {import('./import-pages/bare-loop.mjs').BareLoop} BareLoop */
/** @typedef {import('./timed-import.mjs').TimedImport} TimedImport */

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
 * @returns {Promise<TimedImport>}
 */
async function importOn(work, pages, cores) {
  const vault = join(work, `On-${cores}.colophon`)
  runCli(['create', vault])
  const one = await timedImport(vault, join(pages, '0.html'), cores)
  const all = await timedImport(vault, pages, cores)
  return { ...all, processor: all.processor - one.processor }
}

/** @returns {Promise<Measure[]>} */
export async function measureImportPages() {
  const work = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
  const clear = atExit(() => rmSync(work, { recursive: true, force: true }))
  const pages = join(work, 'pages')
  const { count, bytes, areReal } = writePages(pages)
  const bundle = await bundleSteps()
  /** @type {BareLoop} */
  const jsdom = await runOnOneCore(['bare-loop.mjs', 'jsdom', pages])
  /** @type {BareLoop} */
  const linkedom = await runOnOneCore(['bare-loop.mjs', 'linkedom', pages])
  const one = await importOn(work, pages, '0')
  const two = await importOn(work, pages, '0,1')
  const steps = await runOnOneCore(['stage-times.mjs', bundle, pages])
  clear()
  const kind = `${count} ${areReal ? 'real' : 'invented'} pages of ${(bytes / count / 1024).toFixed(0)} KiB`
  return [
    ratioMeasure('one core', kind, one, jsdom, linkedom, TARGETS.one),
    ratioMeasure('two cores', kind, two, jsdom, linkedom, TARGETS.two),
    stagesMeasure(steps),
  ]
}

/**
 * @param {string} cores
 * @param {string} kind
 * @param {TimedImport} whole
 * @param {BareLoop} jsdom
 * @param {BareLoop} linkedom
 * @param {number} target
 * @returns {Measure}
 */
function ratioMeasure(cores, kind, whole, jsdom, linkedom, target) {
  const rates = { jsdom: jsdom.pages / jsdom.seconds, linkedom: linkedom.pages / linkedom.seconds }
  const ratio = whole.rate / rates.jsdom
  const each = (/** @type {{ processor: number }} */ { processor }, /** @type {number} */ pages) =>
    (1000 * processor) / pages
  const processor = {
    import: each(whole, whole.imported),
    jsdom: each(jsdom, jsdom.pages),
    linkedom: each(linkedom, linkedom.pages),
  }
  return {
    name: `import-pages-${cores.replace(' ', '-')}`,
    title: `whole import of ${kind} on ${cores}, against Readability on jsdom on one`,
    value: ratio,
    shown:
      `${ratio.toFixed(2)} = ${whole.rate.toFixed(1)} / ${rates.jsdom.toFixed(1)} pages a second (linkedom ${rates.linkedom.toFixed(1)}); ` +
      `processor time a page ${processor.import.toFixed(1)} / ${processor.jsdom.toFixed(1)} ms (linkedom ${processor.linkedom.toFixed(1)})`,
    target: `≥ ${target}`,
    met: ratio >= target,
    details: { rate: whole.rate, rates, processor },
  }
}

/**
 * @param {{ pages: number, stages: Record<string, number> }} steps milliseconds a page
 * @returns {Measure}
 */
function stagesMeasure({ stages }) {
  const total = Object.values(stages).reduce((sum, time) => sum + time, 0)
  const shares = Object.entries(stages).map(([step, time]) => `${step} ${time.toFixed(1)}`)
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
