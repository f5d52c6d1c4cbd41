import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftsOf } from './read-file'
import { buildProcess } from './testing/built-process'
import { fuzz } from './testing/fuzz/fuzz'
import { SEEDS } from './testing/fuzz/seeds'

/** The first of the 10,000 mutations of each in `fuzz.hard.test.ts`. */
const MUTATIONS = 100
const LONGEST = 180_000

const folder = mkdtempSync(join(tmpdir(), 'colophon-fuzz-'))
const entry = join(folder, 'fuzz.mjs')
beforeAll(() => buildProcess('electron/ingest/testing/fuzz/fuzz-process.ts', folder, 'fuzz.mjs'), LONGEST)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a mutated file is read or refused: no reader throws, hangs or answers what the library would not take', () => {
  it.each(SEEDS)('$name', { timeout: LONGEST }, async ({ name }) => {
    const { read, refused, failures } = await fuzz(entry, { seed: name, from: 0, to: MUTATIONS })
    expect(failures).toEqual([])
    expect(read + refused).toBe(MUTATIONS)
  })

  it.each(SEEDS)('and $name is one that is read', async ({ bytes, fileName, packed }) => {
    for await (const { result } of draftsOf({ bytes: packed?.(bytes) ?? bytes, fileName })) {
      expect(result.ok).toBe(true)
    }
  })

  it('or the check says so', { timeout: LONGEST }, async () => {
    const threw = await fuzz(entry, { seed: 'planted: throw', from: 0, to: 2 })
    expect(threw.failures).toHaveLength(2)
    const hung = await fuzz(entry, { seed: 'planted: hang', from: 0, to: 1 }, 1000)
    expect(hung.failures).toEqual(['planted: hang 0: hung'])
  })
})
