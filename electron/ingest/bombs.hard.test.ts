import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOMBS } from './testing/bombs/all-bombs'
import { expectHarmless } from './testing/bombs/expect-harmless'
import { type Blast, throwBomb } from './testing/bombs/throw-bomb'
import { buildProcess } from './testing/built-process'

const folder = mkdtempSync(join(tmpdir(), 'colophon-bombs-'))
const entry = join(folder, 'process.mjs')
beforeAll(() => buildProcess('electron/ingest/process.ts', folder, 'process.mjs'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('every hostile file is refused or read within the limits, and the next file is read', () => {
  it('there are forty at the least', () => expect(BOMBS.length).toBeGreaterThanOrEqual(40))

  it.each(BOMBS)('$name', async (bomb) => {
    const blast = await throwBomb(bomb, entry)
    console.log(row(blast))
    expectHarmless(bomb, blast)
  })
})

/** One line of the table: bomb, what became of it, milliseconds, MiB. */
function row({ name, endings, ms, peak }: Blast): string {
  const became = Object.entries(endings).map(([ending, count]) =>
    count === 1 ? ending : `${count} × ${ending}`,
  )
  return `| ${name} | ${became.join(', ')} | ${ms.toFixed(0)} | ${peak.toFixed(0)} |`
}
