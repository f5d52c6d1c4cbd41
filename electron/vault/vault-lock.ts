import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { systemCode, writeFailure } from '#electron/disk/disk-failure'
import { PRIVATE_FILE } from '#electron/disk/whole-file'

export const LOCK_FILE = 'in-use.json'

/** Who has the vault open. `started` tells a process from a later one that was given the same number. */
const holderSchema = z.object({
  token: z.string(),
  pid: z.int().min(1),
  /** Linux: clock ticks from boot to the start of the process. Null where it cannot be read. */
  started: z.string().nullable(),
  /** Milliseconds since 1970. */
  since: z.number(),
})
type Holder = z.output<typeof holderSchema>

/** A vault held by this process until `release`. */
export type VaultLock = { readonly release: () => void }

/** Whether a running process has the vault open. Touches nothing. */
export function isInUse(folder: string): boolean {
  const holder = readHolder(join(folder, LOCK_FILE))
  return holder !== null && isAlive(holder)
}

/**
 * Takes the vault for this process. A lock whose process is gone (crash, power cut, reboot) is no obstacle.
 * Synchronous, so that `release` works while the process is ending.
 *
 * Failures: `vault-in-use`, `vault-not-writable`, `disk-full`.
 */
export function lockVault(folder: string): Result<VaultLock> {
  const path = join(folder, LOCK_FILE)
  const token = randomBytes(16).toString('hex')
  try {
    if (!createLock(path, token)) {
      const holder = readHolder(path)
      if (holder !== null && isAlive(holder)) return failed(failure('vault-in-use'))
      if (!clearStale(path, holder) || !createLock(path, token)) return failed(failure('vault-in-use'))
    }
  } catch (error) {
    return failed(writeFailure(error, 'vault-not-writable'))
  }
  const release = () => {
    if (readHolder(path)?.token === token) rmSync(path, { force: true })
  }
  return ok({ release })
}

/** False when there is a lock already. A lock that cannot be written whole is taken back. */
function createLock(path: string, token: string): boolean {
  const holder: Holder = { token, pid: process.pid, started: startOf(process.pid), since: Date.now() }
  const file = openNew(path)
  if (file === null) return false
  try {
    writeSync(file, JSON.stringify(holder))
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  return true
}

function openNew(path: string): number | null {
  try {
    return openSync(path, 'wx', PRIVATE_FILE)
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return null
    throw error
  }
}

/**
 * Moves a stale lock aside before removing it: of two programs that do this at once, the one that moved the other's
 * fresh lock sees a strange token and puts it back.
 */
function clearStale(path: string, stale: Holder | null): boolean {
  const aside = `${path}.${randomBytes(8).toString('hex')}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return true
    throw error
  }
  if (readHolder(aside)?.token !== stale?.token) {
    renameSync(aside, path)
    return false
  }
  rmSync(aside, { force: true })
  return true
}

/** Null when there is no lock, or a crash left it half-written. */
function readHolder(path: string): Holder | null {
  try {
    return holderSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

/** Clocks are set by hand and drift: a lock counts as made before the last start only by this many milliseconds. */
const CLOCK_SLACK = 5_000

function isAlive(holder: Holder): boolean {
  const startedUp = Date.now() - uptime() * 1000
  if (holder.since < startedUp - CLOCK_SLACK) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
  const started = startOf(holder.pid)
  return started === null || holder.started === null || started === holder.started
}

const ENDED = 'ended'

/** Ticks from boot to the start of a process (proc(5), field 22 of `stat`); a process that has ended but was not
 * waited for is `ended`; null where there is no such file system. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the command's name in brackets and may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? ENDED : (fields[19] ?? null)
  } catch {
    return null
  }
}
