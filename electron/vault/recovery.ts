import { ok, type Result } from '#domain/result'
import { measuredPace } from './calibration'
import { changeSlots, type Holding } from './change-slots'
import { readHeaders } from './header-files'
import { forget } from './keys'
import { acceptedPassphrase } from './passphrase'
import { passphraseSlot, recoverySlot } from './slots'
import { unlockByRecoveryCode, unlockHeader } from './unlock-header'

/**
 * Whether a recovery code opens the vault. Touches nothing.
 *
 * Failures: those of `readHeader` and of `unlockByRecoveryCode`.
 */
export async function checkRecoveryCode(request: {
  readonly folder: string
  readonly recoveryCode: string
}): Promise<Result<void>> {
  const found = await readHeaders(request.folder)
  if (!found.ok) return found
  const unlocked = unlockByRecoveryCode(found.value.header, request.recoveryCode)
  if (!unlocked.ok) return unlocked
  forget(unlocked.value.vaultKey)
  return ok(undefined)
}

/**
 * Gives a closed vault a new passphrase by its recovery code. Every passphrase that it had stops working; the code goes on.
 *
 * Failures: `passphrase-missing`, `passphrase-too-weak`, those of `checkRecoveryCode` and of `changePassphrase`.
 */
export async function recoverVault(request: {
  readonly folder: string
  readonly recoveryCode: string
  readonly newPassphrase: string
}): Promise<Result<void>> {
  const accepted = await acceptedPassphrase(request.newPassphrase)
  if (!accepted.ok) return accepted
  return changeSlots(request.folder, 'closed', {
    unlock: async (header) => unlockByRecoveryCode(header, request.recoveryCode),
    slots: async (header, { vaultKey }) => {
      const pace = await measuredPace()
      if (!pace.ok) return pace
      const made = await passphraseSlot(vaultKey, header.vaultId, request.newPassphrase, pace.value)
      if (!made.ok) return made
      return ok([made.value, ...header.slots.filter((slot) => slot.kind !== 'passphrase')])
    },
  })
}

export type RecoveryChange = {
  readonly passphrase: string
  /** Null: no recovery code from now on. */
  readonly recoveryCode: string | null
}

/**
 * Puts another recovery code in the place of the one there was, if any, which stops working.
 *
 * Failures: those of `openVault`, `recovery-code-mistyped`.
 */
export async function replaceRecoveryCode(
  request: { readonly folder: string } & RecoveryChange,
  holding: Holding = 'closed',
): Promise<Result<void>> {
  const { recoveryCode } = request
  return changeSlots(request.folder, holding, {
    unlock: (header) => unlockHeader(header, request.passphrase),
    slots: async (header, { vaultKey }) => {
      const others = header.slots.filter((slot) => slot.kind !== 'recovery')
      if (recoveryCode === null) return ok(others)
      const made = recoverySlot(vaultKey, header.vaultId, recoveryCode)
      return made.ok ? ok([...others, made.value]) : made
    },
  })
}
