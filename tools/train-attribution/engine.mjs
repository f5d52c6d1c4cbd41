// The engine's own modules, bundled from domain/ so that training makes exactly the features that reading makes.

import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PARTS = /** @type {const} */ ({
  reading: 'domain/analysis/language/reading.ts',
  words: 'domain/analysis/attribution/words.ts',
  features: 'domain/analysis/attribution/features.ts',
  cues: 'domain/analysis/attribution/cue-features.ts',
  cueLevels: 'domain/analysis/attribution/cue-levels.ts',
  frames: 'domain/analysis/attribution/frame.ts',
  frameFeatures: 'domain/analysis/attribution/frame-features.ts',
  crf: 'domain/analysis/attribution/crf.ts',
  candidates: 'domain/analysis/attribution/candidates.ts',
  accept: 'domain/analysis/attribution/accept-features.ts',
  choose: 'domain/analysis/attribution/choose.ts',
})

/** Builds the modules into a folder under out/ (so that their packages are found) and imports them. */
export async function loadEngine() {
  mkdirSync(join(ROOT, 'out'), { recursive: true })
  const folder = mkdtempSync(join(ROOT, 'out', 'train-attribution-'))
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(PARTS).map(([name, path]) => [name, join(ROOT, path)])),
    platform: 'node',
    external: [/^wink-/],
  })
  await bundle.write({
    dir: folder,
    format: 'es',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunk-[hash].mjs',
  })
  await bundle.close()
  const part = (/** @type {string} */ name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href)
  const parts = await Promise.all(Object.keys(PARTS).map(part))
  return { folder, ...Object.assign({}, ...parts) }
}
