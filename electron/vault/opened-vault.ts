import type { Result } from '#domain/result'
import { changePassphrase, type PassphraseChange } from './change-passphrase'
import type { Header } from './header'
import { type RecoveryChange, replaceRecoveryCode } from './recovery'
import { type Rotation, rotateVaultKey } from './rotate-vault-key'
import { forgetKeys, type VaultKeys } from './vault-keys'
import type { VaultLock } from './vault-lock'

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
  /** As the function of that name, for a vault that this process has open. */
  readonly replaceRecoveryCode: (change: RecoveryChange) => Promise<Result<void>>
  /**
   * New keys for everything; the database must be closed. Returns the vault with its new keys, still held; this one is done
   * with. After a failure this one is as it was, unless `onCommit` was called: then close it, and open it anew.
   */
  readonly rotate: (rotation: Rotation) => Promise<Result<OpenVault>>
  /** Zeroes the keys and gives the vault free. May be called twice, and while the process is ending. */
  readonly close: () => void
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
    changePassphrase: (change) => changePassphrase({ folder, ...change }, 'held'),
    replaceRecoveryCode: (change) => replaceRecoveryCode({ folder, ...change }, 'held'),
    rotate: async (rotation) => {
      const rotated = await rotateVaultKey(folder, rotation)
      if (!rotated.ok) return rotated
      forgetKeys(keys)
      const after = openedVault(folder, rotated.value.header, rotated.value.keys, lock, 'whole')
      return { ok: true, value: after }
    },
    close: () => {
      forgetKeys(keys)
      lock.release()
    },
  }
}
