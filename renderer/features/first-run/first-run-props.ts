import type { SpokenFailure } from '#contract/define'
import type { VaultStatus } from '#contract/vault'

export type FirstRunProps = {
  readonly suggestedFolder: string
  readonly failure: SpokenFailure | null
  readonly onStatus: (status: VaultStatus) => void
  readonly onOpening: () => void
  readonly onRestore: () => void
}

/** What the form asks for: the library, before it has a recovery code. */
export type NewLibrary = {
  readonly name: string
  readonly passphrase: string
  readonly withSamples: boolean
}
