import type { SpokenFailure } from '#contract/define'
import type { VaultStatus } from '#contract/vault'

export type LockScreenProps = {
  readonly name: string
  readonly onStatus: (status: VaultStatus) => void
  /** The passphrase was right and the library does not open: it is damaged. */
  readonly onDamaged: (failure: SpokenFailure) => void
  /** The passphrase is being tried: time to get the library's code ready. */
  readonly onOpening: () => void
  readonly onRestore: () => void
}
