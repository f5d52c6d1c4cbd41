import type { SpokenFailure } from '#contract/define'
import type { VaultStatus } from '#contract/vault'

export type FirstRunProps = {
  readonly suggestedFolder: string
  readonly failure: SpokenFailure | null
  readonly onStatus: (status: VaultStatus) => void
  readonly onOpening: () => void
  readonly onRestore: () => void
}
