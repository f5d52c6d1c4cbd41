import { rm } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { withoutControls } from '#domain/visible-controls'
import { measuredPace } from './calibration'
import { ofNewVaultKey } from './following-header'
import { FORMAT, type HeaderNow, NAME_LIMIT, VERSION } from './header'
import { writeHeaders } from './header-files'
import { forget, newKey, randomBytes, sealHeader } from './keys'
import { type OpenVault, openedVault } from './opened-vault'
import { acceptedPassphrase } from './passphrase'
import { newSlots } from './slots'
import { forgetKeys, type VaultKeys, vaultKeys } from './vault-keys'
import { lockVault } from './vault-lock'
import { makePlace, moveInPlace, removePlace, somethingIsThere } from './vault-place'

const VAULT_ID_LENGTH = 16

export type VaultToCreate = {
  /** The vault's own folder, not there yet or empty; by custom its name ends in `.colophon`. */
  readonly folder: string
  readonly name: string
  readonly passphrase: string
  /** A code drawn by `newRecoveryCode` that opens it too; null or absent: a forgotten passphrase is the end of it. */
  readonly recoveryCode?: string | null
  /**
   * Puts the first content into the vault while it still lies in a temporary folder, for example an empty database. It
   * must have closed all files of the vault when it resolves; a failure undoes the creation.
   */
  readonly fill?: (keys: VaultKeys) => Promise<Result<void>>
}

/**
 * Creates a vault and opens it. It is built in a temporary folder beside its place and renamed when it is complete:
 * whatever fails, nothing is left behind, and a half-made vault is never seen.
 *
 * Failures: `vault-exists`, `vault-not-writable`, `disk-full`, `passphrase-missing`, `passphrase-too-weak`,
 * `recovery-code-mistyped`, `not-enough-memory`, and those of `fill`.
 */
export async function createVault(request: VaultToCreate): Promise<Result<OpenVault>> {
  const { passphrase } = request
  const folder = resolve(request.folder)
  const accepted = await acceptedPassphrase(passphrase)
  if (!accepted.ok) return accepted
  const taken = await somethingIsThere(folder)
  if (!taken.ok) return taken
  if (taken.value) return failed(failure('vault-exists', { file: basename(folder) }))

  const vaultKey = newKey()
  const place = await makePlace(folder)
  if (!place.ok) return place
  const { part } = place.value
  let opened: Result<OpenVault> | null = null
  try {
    opened = await build({ ...request, folder }, part, vaultKey)
    return opened
  } finally {
    forget(vaultKey)
    if (opened?.ok !== true) await removePlace(place.value, folder)
  }
}

/** Fills the temporary folder, puts it in its place, and opens it there. */
async function build(request: VaultToCreate, part: string, vaultKey: Buffer): Promise<Result<OpenVault>> {
  const { folder } = request
  const header = await newHeader(request, vaultKey)
  if (!header.ok) return header
  const written = await writeHeaders(part, header.value)
  if (!written.ok) return written
  if (request.fill !== undefined) {
    const keys = vaultKeys(part, header.value, vaultKey)
    const filled = await request.fill(keys)
    forgetKeys(keys)
    if (!filled.ok) return filled
  }
  const moved = await moveInPlace(part, folder)
  if (!moved.ok) return moved
  const lock = lockVault(folder)
  if (!lock.ok) {
    await rm(folder, { recursive: true, force: true })
    return lock
  }
  return ok(openedVault(folder, header.value, vaultKeys(folder, header.value, vaultKey), lock.value, 'whole'))
}

async function newHeader(request: VaultToCreate, vaultKey: Buffer): Promise<Result<HeaderNow>> {
  const vaultId = randomBytes(VAULT_ID_LENGTH).toString('hex')
  const pace = await measuredPace()
  if (!pace.ok) return pace
  const secrets = { passphrase: request.passphrase, recoveryCode: request.recoveryCode ?? null }
  const slots = await newSlots(vaultKey, vaultId, secrets, pace.value)
  if (!slots.ok) return slots
  const name = plainName(request.name) || plainName(basename(request.folder, '.colophon')) || 'Colophon'
  const recordKey = newKey()
  const own = ofNewVaultKey(recordKey, vaultKey, vaultId)
  forget(recordKey)
  const content = { vaultId, name, generation: 1, ...own, slots: slots.value }
  return ok(sealHeader({ format: FORMAT, version: VERSION, ...content }, vaultKey))
}

function plainName(name: string): string {
  const plain = withoutControls(name.normalize('NFC')).trim().slice(0, NAME_LIMIT)
  // By way of UTF-8: half a character, from the cut or from outside, becomes U+FFFD.
  return Buffer.from(plain).toString()
}
