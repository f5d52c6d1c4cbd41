/** How long a change of passphrase takes, in a small library and in a large one, beside the two bare hashes that it cannot do without. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atExit } from '../console/at-exit.mjs'
import { LARGE_LIBRARY, writeArticles } from './articles.mjs'
import { median } from './median.mjs'
import { loadModules, succeeded, timed } from './modules.mjs'
import { PASSPHRASE, runCli } from './vault.mjs'

/** @typedef {import('./report.mjs').Measure} Measure */

/** Short ones: the database is not opened, and importing long ones takes many minutes. */
const WORDS = 60
/** Even, so that the vault ends with the passphrase that it began with. */
const TRIALS = 6
const MOST_SECONDS = 3
const OTHER = 'quartz ribbon harbor velvet saddle pepper'

/** @returns {Promise<Measure[]>} */
export async function measurePassphrase() {
  const work = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
  const clear = atExit(() => rmSync(work, { recursive: true, force: true }))
  const { keyFromPassphrase, changePassphrase } = await loadModules('passphrase', [
    'electron/vault/kdf.ts',
    'electron/vault/change-passphrase.ts',
  ])
  /** @type {Measure[]} */
  const measures = []
  for (const articles of [1, LARGE_LIBRARY]) {
    const folder = join(work, `${articles}.colophon`)
    const files = join(work, `${articles}`)
    mkdirSync(files)
    writeArticles(files, articles, WORDS)
    runCli(['create', folder])
    runCli(['import', folder, files])
    measures.push(await measureIn(folder, articles, { keyFromPassphrase, changePassphrase }))
  }
  clear()
  return measures
}

/**
 * @param {string} folder
 * @param {number} articles
 * @param {any} vault the functions that are measured
 * @returns {Promise<Measure>}
 */
async function measureIn(folder, articles, { keyFromPassphrase, changePassphrase }) {
  const kdfNow = () => JSON.parse(readFileSync(join(folder, 'header.json'), 'utf8')).slots[0].kdf
  const bare = []
  const whole = []
  let [passphrase, newPassphrase] = [PASSPHRASE, OTHER]
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const before = kdfNow()
    const request = { folder, passphrase, newPassphrase }
    whole.push(await timed(async () => void succeeded(await changePassphrase(request))))
    // The hash that unlocks, and that of the new slot with what it was calibrated to.
    const hashes = [before, kdfNow()].map((kdf) => async () => {
      succeeded(await keyFromPassphrase(PASSPHRASE, kdf))
    })
    let both = 0
    for (const hash of hashes) both += await timed(hash)
    bare.push(both)
    ;[passphrase, newPassphrase] = [newPassphrase, passphrase]
  }
  const seconds = median(whole) / 1000
  const ratio = median(whole) / median(bare)
  const megabytes = statSync(join(folder, 'library.db')).size / 1_000_000
  return {
    name: `passphrase-${articles}`,
    title: `seconds to change the passphrase of ${articles} articles`,
    value: seconds,
    shown:
      `${seconds.toFixed(2)} s (${ratio.toFixed(2)} × two bare hashes of ${(median(bare) / 1000).toFixed(2)} s; ` +
      `database ${megabytes.toFixed(1)} MB; medians of ${TRIALS})`,
    target: `< ${MOST_SECONDS} s`,
    met: seconds < MOST_SECONDS,
    details: { articles, seconds, ratio, bareMs: median(bare), megabytes },
  }
}
