import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildProcess } from './testing/built-process'
import { Fuzzer } from './testing/fuzz/fuzz'
import { SEEDS } from './testing/fuzz/seeds'

/** Mutations of each seed, and where in their row to begin: each is made by its number and can be done again alone. */
const MUTATIONS = Number(process.env.COLOPHON_TRIALS ?? 10_000)
const FIRST = Number(process.env.COLOPHON_FIRST_TRIAL ?? 0)

const folder = mkdtempSync(join(tmpdir(), 'colophon-fuzz-'))
const fuzzer = new Fuzzer(join(folder, 'fuzz.mjs'))
beforeAll(() => buildProcess('electron/ingest/testing/fuzz/fuzz-process.ts', folder, 'fuzz.mjs'))
afterAll(() => {
  fuzzer.end()
  rmSync(folder, { recursive: true, force: true })
})

describe(`${MUTATIONS} mutated files are read or refused`, () => {
  it.each(SEEDS)('$name', async ({ name }) => {
    const { read, refused, longest, failures } = await fuzzer.fuzz({
      seed: name,
      from: FIRST,
      to: FIRST + MUTATIONS,
    })
    console.log(
      `fuzz: ${name}: ${read} read, ${refused} refused, ${failures.length} failed; longest ${longest.toFixed(0)} ms`,
    )
    for (const failure of failures) console.log(failure)
    expect(failures).toEqual([])
    expect(read + refused).toBe(MUTATIONS)
  })
})
