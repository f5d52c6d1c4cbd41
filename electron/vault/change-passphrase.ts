import { ok, type Result } from '#domain/result'
import { changeSlots, type Holding } from './change-slots'
import { acceptedPassphrase } from './passphrase'
import { passphraseSlot } from './slots'
import { unlockHeader } from './unlock-header'

export type PassphraseChange = { readonly passphrase: string; readonly newPassphrase: string }

/**
 * Gives a vault a new passphrase: rewrites the one slot that the old one opens. Two Argon2id, whatever the vault's
 * size. A crash leaves the old passphrase or the new one.
 *
 * Failures: those of `openVault`, `passphrase-too-weak`.
 */
export async function changePassphrase(
  request: { readonly folder: string } & PassphraseChange,
  holding: Holding = 'closed',
): Promise<Result<void>> {
  const accepted = await acceptedPassphrase(request.newPassphrase)
  if (!accepted.ok) return accepted
  return changeSlots(request.folder, holding, {
    unlock: (header) => unlockHeader(header, request.passphrase),
    slots: async (header, { vaultKey, slot, pace }) => {
      const made = await passphraseSlot(vaultKey, header.vaultId, request.newPassphrase, pace)
      return made.ok ? ok(header.slots.map((other) => (other === slot ? made.value : other))) : made
    },
  })
}
