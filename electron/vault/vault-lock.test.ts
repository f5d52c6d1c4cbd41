import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isInUse, LOCK_FILE, lockVault } from './vault-lock'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const leaveLock = (holder: object) =>
  writeFile(
    join(folder, LOCK_FILE),
    JSON.stringify({ token: 'theirs', pid: process.pid, started: null, since: Date.now(), ...holder }),
  )

describe('the lock', () => {
  it('is taken once, given back, and leaves nothing behind', async () => {
    const first = lockVault(folder)
    if (!first.ok) throw new Error(first.failure.code)
    expect(isInUse(folder)).toBe(true)
    expect(lockVault(folder)).toMatchObject({ failure: { code: 'vault-in-use' } })
    first.value.release()
    first.value.release()
    expect(await readdir(folder)).toEqual([])
    expect(lockVault(folder).ok).toBe(true)
  })

  it('gives back only its own', async () => {
    const lock = lockVault(folder)
    if (!lock.ok) throw new Error(lock.failure.code)
    await leaveLock({})
    lock.value.release()
    expect(await readdir(folder)).toEqual([LOCK_FILE])
  })

  it('of a running process holds; of a killed one it is no obstacle', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await once(other, 'spawn')
    if (other.pid === undefined) throw new Error('no process')
    await leaveLock({ pid: other.pid })
    expect(lockVault(folder)).toMatchObject({ failure: { code: 'vault-in-use' } })
    other.kill('SIGKILL')
    await once(other, 'exit')
    expect(isInUse(folder)).toBe(false)
    expect(lockVault(folder).ok).toBe(true)
    expect(await readdir(folder)).toEqual([LOCK_FILE])
  })

  it('from before the machine was started is no obstacle, whoever has that number now', async () => {
    await leaveLock({ since: Date.UTC(2000, 0, 1) })
    expect(lockVault(folder).ok).toBe(true)
  })

  it.skipIf(process.platform !== 'linux')(
    'of a process whose number went to another one is no obstacle (/proc tells; Linux only)',
    async () => {
      await leaveLock({ started: '1' })
      expect(lockVault(folder).ok).toBe(true)
    },
  )

  it('half-written by a crash is no obstacle', async () => {
    await writeFile(join(folder, LOCK_FILE), '{"token":"th')
    expect(lockVault(folder).ok).toBe(true)
    expect(JSON.parse(await readFile(join(folder, LOCK_FILE), 'utf8'))).toMatchObject({ pid: process.pid })
  })
})
