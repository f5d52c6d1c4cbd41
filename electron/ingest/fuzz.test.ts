import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identify } from './read-bytes'
import { draftsOf } from './read-file'
import { READERS } from './readers'
import { buildProcess } from './testing/built-process'
import { Fuzzer } from './testing/fuzz/fuzz'
import { fileOf } from './testing/fuzz/seed'
import { SEEDS } from './testing/fuzz/seeds'

/** The first of the 10,000 mutations of each in `fuzz.hard.test.ts`. */
const MUTATIONS = 100
const LONGEST = 180_000

const folder = mkdtempSync(join(tmpdir(), 'colophon-fuzz-'))
const fuzzer = new Fuzzer(join(folder, 'fuzz.mjs'))
beforeAll(() => buildProcess('electron/ingest/testing/fuzz/fuzz-process.ts', folder, 'fuzz.mjs'), LONGEST)
afterAll(() => {
  fuzzer.end()
  rmSync(folder, { recursive: true, force: true })
})

describe('a mutated file is read or refused: no reader throws, hangs or answers what the library would not take', () => {
  it.each(SEEDS)('$name', { timeout: LONGEST }, async ({ name }) => {
    const { read, refused, failures } = await fuzzer.fuzz({ seed: name, from: 0, to: MUTATIONS })
    expect(failures).toEqual([])
    expect(read + refused).toBe(MUTATIONS)
  })

  it.each(SEEDS)('and $name as it is comes to what it should', async (seed) => {
    let pictures = 0
    for await (const { result } of draftsOf({ bytes: fileOf(seed), fileName: seed.fileName })) {
      expect(result.ok ? undefined : result.failure.code).toBe(seed.refusal)
      if (result.ok) pictures += result.value.pictureFiles.length
    }
    expect(pictures).toBe(seed.pictures ?? 0)
  })

  it('and every reader has one', () => {
    const tried = SEEDS.map((seed) => {
      const known = identify(fileOf(seed), seed.fileName)
      if (!known.ok) throw new Error(`${seed.name}: ${known.failure.code}`)
      return known.value.kind === 'format' ? known.value.format : known.value.kind
    })
    expect(tried).toEqual(expect.arrayContaining(['plain-text', 'html', ...Object.keys(READERS)]))
  })

  it('or the check says so', { timeout: LONGEST }, async () => {
    const threw = await fuzzer.fuzz({ seed: 'planted: throw', from: 0, to: 2 })
    expect(threw.failures).toHaveLength(2)
    const hung = await fuzzer.fuzz({ seed: 'planted: hang', from: 0, to: 1 }, 1000)
    expect(hung.failures).toEqual(['planted: hang 0: hung'])
  })
})
