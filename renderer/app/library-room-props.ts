import type { VaultStatus } from '#contract/vault'

export type LibraryRoomProps = {
  readonly name: string
  readonly onStatus: (status: VaultStatus) => void
}
