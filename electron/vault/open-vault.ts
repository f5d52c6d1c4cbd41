import { resolve } from 'node:path'
import type { Secret } from '#contract/secrets'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { writeFailure } from '#electron/disk/disk-failure'
import { isUnsettled, settleDatabase } from './database-place'
import type { Header } from './header'
import { readHeaders, writeHeaders } from './header-files'
import { forget } from './keys'
import { type OpenVault, openedVault } from './opened-vault'
import { takeVault, unlockByRecoveryCode, unlockHeader } from './unlock-header'
import { vaultKeys } from './vault-keys'
import { isInUse } from './vault-lock'

/** What is known of a vault without its passphrase. */
export type VaultFacts = {
  readonly name: string
  readonly vaultId: string
  readonly inUse: boolean
  /** Grows with every change of the header. */
  readonly generation: number
  readonly hasRecoveryCode: boolean
}

/**
 * What is known of a vault without its passphrase.
 *
 * Failures: `vault-not-found`, `vault-not-a-vault`, `vault-header-damaged`, `vault-from-the-future`, `file-unreadable`.
 */
export async function readHeader(folder: string): Promise<Result<VaultFacts>> {
  const found = await readHeaders(folder)
  if (!found.ok) return found
  const { name, vaultId, generation, slots } = found.value.header
  const hasRecoveryCode = slots.some((slot) => slot.kind === 'recovery')
  return ok({ name, vaultId, inUse: isInUse(folder), generation, hasRecoveryCode })
}

/**
 * Opens a vault: one Argon2id (none for a recovery code), then the slot. A secret is right when the unwrap succeeds; with a wrong
 * one no byte is touched and no file made. Only after it succeeded is the vault taken for this process, and a damaged copy of the
 * header mended from the other.
 *
 * Failures: those of `readHeader`, `unlockHeader` and `unlockByRecoveryCode`, `vault-in-use`, `vault-not-writable`, `disk-full`.
 */
export async function openVault(request: { readonly folder: string } & Secret): Promise<Result<OpenVault>> {
  const folder = resolve(request.folder)
  const found = await readHeaders(folder)
  if (!found.ok) return found
  const { header, whole } = found.value
  if (isInUse(folder)) return failed(failure('vault-in-use'))

  const unlocked =
    'recoveryCode' in request
      ? unlockByRecoveryCode(header, request.recoveryCode)
      : await unlockHeader(header, request.passphrase)
  if (!unlocked.ok) return unlocked
  const { vaultKey } = unlocked.value
  const lock = await takeVault(folder, header)
  if (!lock.ok) {
    forget(vaultKey)
    return lock
  }
  const settled = await settle(folder, header, whole)
  if (!settled.ok) {
    forget(vaultKey)
    lock.value.release()
    return settled
  }
  const keys = vaultKeys(folder, header, vaultKey)
  forget(vaultKey)
  return ok(openedVault(folder, header, keys, lock.value, settled.value))
}

/**
 * Mends what a crash or the disk left of the header and, after both copies are in place, of a change of the vault key.
 * Without the second copy the vault opens all the same, unless a new database waits: that must not be put in its place while
 * a damaged first copy would leave us with one that opens the old.
 */
async function settle(folder: string, header: Header, whole: boolean): Promise<Result<OpenVault['header']>> {
  const mended = whole ? ok(undefined) : await writeHeaders(folder, header)
  try {
    if (mended.ok) await settleDatabase(folder, header)
    else if (await isUnsettled(folder, header)) return mended
  } catch (error) {
    return failed(writeFailure(error, 'vault-not-writable'))
  }
  if (!mended.ok) return ok('one-copy-left')
  return ok(whole ? 'whole' : 'mended')
}
