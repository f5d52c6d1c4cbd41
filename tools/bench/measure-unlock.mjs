/** How long unlocking takes beside the bare Argon2id of the same parameters: what we add to what is wanted. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atExit } from '../console/at-exit.mjs'
import { median } from './median.mjs'
import { loadModules, succeeded, timed } from './modules.mjs'
import { PASSPHRASE, runCli } from './vault.mjs'

/** @typedef {import('./report.mjs').Measure} Measure */

const TRIALS = 9
const MOST_RATIO = 1.1
const MIB = 1024 * 1024

/** @returns {Promise<Measure>} */
export async function measureUnlock() {
  const work = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
  const clear = atExit(() => rmSync(work, { recursive: true, force: true }))
  const { keyFromPassphrase, openVault, openLibrary } = await loadModules('unlock', [
    'electron/vault/kdf.ts',
    'electron/vault/open-vault.ts',
    'electron/library/library.ts',
  ])
  const folder = join(work, 'Bench.colophon')
  runCli(['create', folder])
  const { kdf } = JSON.parse(readFileSync(join(folder, 'header.json'), 'utf8')).slots[0]
  const bare = []
  const whole = []
  // In turns, so that what else the machine does falls on both.
  for (let trial = 0; trial < TRIALS; trial += 1) {
    bare.push(await timed(async () => void succeeded(await keyFromPassphrase(PASSPHRASE, kdf))))
    whole.push(
      await timed(async () => {
        const vault = succeeded(await openVault({ folder, passphrase: PASSPHRASE }))
        succeeded(await openLibrary({ vault })).close()
        vault.close()
      }),
    )
  }
  clear()
  const ratio = median(whole) / median(bare)
  return {
    name: 'unlock',
    title: 'unlocking beside the bare Argon2id of the same parameters',
    value: ratio,
    shown:
      `${ratio.toFixed(2)} × (${(median(whole) / 1000).toFixed(2)} s beside ${(median(bare) / 1000).toFixed(2)} s; ` +
      `${kdf.memory / MIB} MiB, ${kdf.passes} passes; medians of ${TRIALS})`,
    target: `≤ ${MOST_RATIO} ×`,
    met: ratio <= MOST_RATIO,
    details: { wholeMs: median(whole), bareMs: median(bare), memory: kdf.memory, passes: kdf.passes },
  }
}
