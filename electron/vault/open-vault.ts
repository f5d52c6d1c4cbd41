import { join, resolve } from 'node:path'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { changeOwnPassphrase, type PassphraseChange } from './change-passphrase'
import type { Header } from './header'
import { DATABASE_FILE, readHeaders, writeHeaders } from './header-files'
import { forget, subkey } from './keys'
import { takeVault, unlockHeader } from './unlock-header'
import { isInUse, type VaultLock } from './vault-lock'

/** The keys of an opened vault: 32 bytes each, in memory only. */
export type VaultKeys = {
  readonly databasePath: string
  /** Raw SQLCipher key. */
  readonly databaseKey: Buffer
  readonly journalKey: Buffer
  readonly integrityKey: Buffer
}

/** An opened vault. */
export type OpenVault = VaultKeys & {
  readonly folder: string
  readonly name: string
  /** 16 random bytes as hex, the same for the vault's whole life. */
  readonly vaultId: string
  readonly generation: number
  /** Whether both copies of the header were well, or one was mended from the other, or could not be mended. */
  readonly header: 'whole' | 'mended' | 'one-copy-left'
  /** As `changePassphrase`, for a vault that this process has open. The keys above stay the same. */
  readonly changePassphrase: (change: PassphraseChange) => Promise<Result<void>>
  /** Zeroes the keys and gives the vault free. May be called twice, and while the process is ending. */
  readonly close: () => void
}

/**
 * What is known of a vault without its passphrase.
 *
 * Failures: `vault-not-found`, `vault-not-a-vault`, `vault-header-damaged`, `vault-from-the-future`, `file-unreadable`.
 */
export async function readHeader(
  folder: string,
): Promise<Result<{ readonly name: string; readonly vaultId: string; readonly inUse: boolean }>> {
  const found = await readHeaders(folder)
  if (!found.ok) return found
  const { name, vaultId } = found.value.header
  return ok({ name, vaultId, inUse: isInUse(folder) })
}

/**
 * Opens a vault: one Argon2id, then the slot. A passphrase is right when the unwrap succeeds; with a wrong one no byte
 * is touched and no file made. Only after it succeeded is the vault taken for this process, and a damaged copy of the
 * header mended from the other.
 *
 * Failures: those of `readHeader`, `passphrase-missing`, `wrong-passphrase`, `vault-parameters-refused`,
 * `vault-in-use`, `vault-not-writable`, `not-enough-memory`, `disk-full`.
 */
export async function openVault(request: {
  readonly folder: string
  readonly passphrase: string
}): Promise<Result<OpenVault>> {
  const folder = resolve(request.folder)
  const found = await readHeaders(folder)
  if (!found.ok) return found
  const { header, whole } = found.value
  if (isInUse(folder)) return failed(failure('vault-in-use'))

  const unlocked = await unlockHeader(header, request.passphrase)
  if (!unlocked.ok) return unlocked
  const { vaultKey } = unlocked.value
  const lock = await takeVault(folder, header)
  if (!lock.ok) {
    forget(vaultKey)
    return lock
  }
  const mended = whole || (await writeHeaders(folder, header)).ok
  const state = whole ? 'whole' : mended ? 'mended' : 'one-copy-left'
  const keys = vaultKeys(folder, vaultKey)
  forget(vaultKey)
  return ok(openedVault(folder, header, keys, lock.value, state))
}

/** The derived keys. The vault key itself is not needed while the vault is open: the caller forgets it. */
export function vaultKeys(folder: string, vaultKey: Buffer): VaultKeys {
  return {
    databasePath: join(folder, DATABASE_FILE),
    databaseKey: subkey(vaultKey, 'database'),
    journalKey: subkey(vaultKey, 'journal'),
    integrityKey: subkey(vaultKey, 'integrity'),
  }
}

export function openedVault(
  folder: string,
  header: Header,
  keys: VaultKeys,
  lock: VaultLock,
  state: OpenVault['header'],
): OpenVault {
  return {
    ...keys,
    folder,
    name: header.name,
    vaultId: header.vaultId,
    generation: header.generation,
    header: state,
    changePassphrase: (change) => changeOwnPassphrase(folder, change),
    close: () => {
      forget(keys.databaseKey, keys.journalKey, keys.integrityKey)
      lock.release()
    },
  }
}
