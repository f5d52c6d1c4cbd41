import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOMBS } from './testing/bombs/all-bombs'
import { expectHarmless } from './testing/bombs/expect-harmless'
import { throwBomb } from './testing/bombs/throw-bomb'
import { buildProcess } from './testing/built-process'

/** A bomb may take its minute until the process is ended, and the process behind it has to start. */
const LONGEST = 180_000

const folder = mkdtempSync(join(tmpdir(), 'colophon-bombs-'))
const entry = join(folder, 'process.mjs')
beforeAll(() => buildProcess('electron/ingest/process.ts', folder, 'process.mjs'), LONGEST)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The few of the table in `bombs.hard.test.ts` that are quick. */
const QUICK = BOMBS.filter((bomb) => bomb.quick)

describe('a hostile file is refused or read within the limits, and the next file is read', () => {
  it.each(QUICK)('$name', { timeout: LONGEST }, async (bomb) => {
    expectHarmless(bomb, await throwBomb(bomb, entry))
  })

  it('or the check says so', async () => {
    const bomb = { name: 'planted', fileName: 'a.txt', make: () => new Uint8Array(), ends: ['read'] } as const
    const blast = await throwBomb(bomb, entry)
    expect(blast.endings).toEqual({ 'file-empty': 1 })
    expect(() => expectHarmless(bomb, blast)).toThrow(/file-empty/)
  })
})
