import type { VaultStatus } from '#contract/vault'

export function LibraryRoom({
  name,
}: {
  readonly name: string
  readonly onStatus: (status: VaultStatus) => void
}) {
  return <p>{name}</p>
}
