import { failure } from '#domain/failure'
import { failed, type Result } from '#domain/result'
import { followingHeader } from './following-header'
import type { Header, Slot } from './header'
import { readHeaders, writeHeaders } from './header-files'
import { forget } from './keys'
import { takeVault, type Unlocked } from './unlock-header'
import { isInUse } from './vault-lock'

/** Whether the vault is closed and must be taken for the change, or this process holds it already. */
export type Holding = 'closed' | 'held'

/** A change of the ways in: how the header is unlocked for it, and the slots that shall be there after. */
export type SlotChange<U extends Unlocked> = {
  readonly unlock: (header: Header) => Promise<Result<U>>
  readonly slots: (header: Header, unlocked: U) => Promise<Result<readonly Slot[]>>
}

/**
 * Changes the slots of a vault and nothing else: the vault key and so the database stay as they are, whatever the
 * vault's size. A crash leaves the old slots or the new ones.
 *
 * Failures: `vault-in-use`, those of the change's own steps, and those of reading and writing headers.
 */
export async function changeSlots<U extends Unlocked>(
  folder: string,
  holding: Holding,
  change: SlotChange<U>,
): Promise<Result<void>> {
  if (holding === 'closed' && isInUse(folder)) return failed(failure('vault-in-use'))
  const found = await readHeaders(folder)
  if (!found.ok) return found
  const { header } = found.value
  const unlocked = await change.unlock(header)
  if (!unlocked.ok) return unlocked
  const { vaultKey } = unlocked.value
  try {
    const slots = await change.slots(header, unlocked.value)
    if (!slots.ok) return slots
    const next = followingHeader(header, vaultKey, slots.value)
    if (holding === 'held') return await writeHeaders(folder, next)
    const lock = await takeVault(folder, header)
    if (!lock.ok) return lock
    try {
      return await writeHeaders(folder, next)
    } finally {
      lock.value.release()
    }
  } finally {
    forget(vaultKey)
  }
}
