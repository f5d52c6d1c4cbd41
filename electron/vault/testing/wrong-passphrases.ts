import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { ok } from '#domain/result'
import { createVault } from '../create-vault'
import { openVault } from '../open-vault'
import { newRecoveryCode } from '../recovery-code'

const PASSPHRASE = 'ferry-onion-lantern-quilt-mosaic'

/** Near misses and far ones. */
const TRIES = [
  `${PASSPHRASE} `,
  PASSPHRASE.toUpperCase(),
  PASSPHRASE.slice(1),
  PASSPHRASE.replaceAll('-', ' '),
  '비밀번호',
  'hunter2',
  '\u0000',
  'x'.repeat(1024),
]

/**
 * Tries a vault with `count` passphrases that are not its own. Nothing of it may change, not even a time, and its database may
 * not be looked at: in its place there is a folder, which nothing can open without saying so.
 */
export async function wrongPassphrases(count: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'colophon-wrong-'))
  const folder = join(home, 'one.colophon')
  try {
    const made = await createVault({
      folder,
      name: 'one',
      passphrase: PASSPHRASE,
      recoveryCode: newRecoveryCode(),
      fill: async ({ databasePath }) => {
        mkdirSync(databasePath)
        writeFileSync(`${databasePath}-wal`, 'what a crash left')
        return ok(undefined)
      },
    })
    if (!made.ok) throw new Error(made.failure.code)
    made.value.close()
    const before = stateOf(folder)
    const answers = new Set<string>()
    for (let at = 0; at < count; at += 1) {
      const passphrase = `${TRIES[at % TRIES.length]}${at < TRIES.length ? '' : at}`
      answers.add(JSON.stringify(await openVault({ folder, passphrase })))
      expect(stateOf(folder)).toEqual(before)
    }
    expect([...answers]).toEqual([JSON.stringify({ ok: false, failure: { code: 'wrong-passphrase' } })])
    const right = await openVault({ folder, passphrase: PASSPHRASE })
    expect(right.ok).toBe(true)
    if (right.ok) right.value.close()
  } finally {
    rmSync(home, { recursive: true })
  }
}

/** Names, bytes and times of the folder and of everything in it. */
function stateOf(folder: string): string[] {
  const names = (readdirSync(folder, { recursive: true }) as string[]).sort()
  return ['', ...names].map((name) => {
    const path = join(folder, name)
    const { mtimeMs, ctimeMs, size, mode } = statSync(path)
    const bytes = statSync(path).isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : ''
    return [name, mtimeMs, ctimeMs, size, mode, bytes].join(' ')
  })
}
