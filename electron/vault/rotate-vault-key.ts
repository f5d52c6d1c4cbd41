import { failed, ok, type Result } from '#domain/result'
import { writeFailure } from '#electron/disk/disk-failure'
import { incomingDatabase, removeIncoming, settleDatabase } from './database-place'
import { renewedHeader } from './following-header'
import type { Header, HeaderNow } from './header'
import { readHeaders, writeHeaders } from './header-files'
import { forget, newKey } from './keys'
import { newSlots } from './slots'
import { unlockHeader } from './unlock-header'
import { forgetKeys, type VaultKeys, vaultKeys } from './vault-keys'

export type Rotation = {
  readonly passphrase: string
  /** The new recovery code; the old one stops working. Null: none from now on. */
  readonly recoveryCode: string | null
  /**
   * Makes the database anew under the second keys, at their own path, from the one under the first. When it resolves, both
   * files are closed and the new one is checked and on the disk. A failure undoes the rotation.
   */
  readonly reencrypt: (from: VaultKeys, to: VaultKeys) => Promise<Result<void>>
  /** Told before the header takes up the new key: from here the rotation is through, whatever happens. */
  readonly onCommit?: () => void
}

/** The vault after a rotation. */
export type Rotated = { readonly header: HeaderNow; readonly keys: VaultKeys }

/**
 * Gives a vault that this process holds, with its database closed, a new vault key: every key and every byte of the database
 * is new, and copies of old headers open nothing of it. Protocol and crash points: docs/technical/vault-format.md.
 *
 * Failures: those of `unlockHeader`, `recovery-code-mistyped`, `disk-full`, `vault-not-writable`, and those of
 * `reencrypt`.
 */
export async function rotateVaultKey(folder: string, rotation: Rotation): Promise<Result<Rotated>> {
  const found = await readHeaders(folder)
  if (!found.ok) return found
  const { header } = found.value
  const unlocked = await unlockHeader(header, rotation.passphrase)
  if (!unlocked.ok) return unlocked
  const vaultKey = newKey()
  try {
    // Only the ways in whose secrets were given can be kept.
    const slots = await newSlots(vaultKey, header.vaultId, rotation, unlocked.value.pace)
    if (!slots.ok) return slots
    const next = renewedHeader(header, unlocked.value.vaultKey, vaultKey, slots.value)
    const from = vaultKeys(folder, header, unlocked.value.vaultKey)
    const to = vaultKeys(folder, next, vaultKey, incomingDatabase(folder, next.database))
    const made = await makeDatabase(folder, rotation, from, to)
    if (!made.ok) return made
    rotation.onCommit?.()
    return await takeUp(folder, header, next, vaultKey)
  } finally {
    forget(vaultKey, unlocked.value.vaultKey)
  }
}

/** Makes the new database, and leaves nothing of it behind when that fails. Overwrites the keys. */
async function makeDatabase(
  folder: string,
  rotation: Rotation,
  from: VaultKeys,
  to: VaultKeys,
): Promise<Result<void>> {
  let made: Result<void> | null = null
  try {
    await removeIncoming(folder, null)
    made = await rotation.reencrypt(from, to)
    return made
  } finally {
    forgetKeys(from)
    forgetKeys(to)
    if (made?.ok !== true) await removeIncoming(folder, null)
  }
}

/** The header first, then the database: at every moment the header that counts has its database beside it. */
async function takeUp(
  folder: string,
  old: Header,
  next: HeaderNow,
  vaultKey: Buffer,
): Promise<Result<Rotated>> {
  const written = await writeHeaders(folder, next)
  if (!written.ok) {
    // Where only the spare could not be written the new header counts, and the next opening goes on from there.
    const counting = await readHeaders(folder)
    if (counting.ok && counting.value.header.generation === old.generation) await removeIncoming(folder, null)
    return written
  }
  try {
    await settleDatabase(folder, next)
  } catch (error) {
    return failed(writeFailure(error, 'vault-not-writable'))
  }
  return ok({ header: next, keys: vaultKeys(folder, next, vaultKey) })
}
