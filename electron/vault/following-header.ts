import { FORMAT, type Header, type HeaderNow, type Slot, VERSION } from './header'
import { randomBytes, sealHeader } from './keys'

const DATABASE_ID_LENGTH = 8

/** Tells the database of one vault key from that of the next. */
export function newDatabaseId(): string {
  return randomBytes(DATABASE_ID_LENGTH).toString('hex')
}

/**
 * The next header of the same vault, sealed. A header of an older version becomes one of ours by this, and by nothing
 * else: a vault that is only read stays as it is.
 */
export function followingHeader(
  header: Header,
  vaultKey: Buffer,
  change: { readonly slots: readonly Slot[]; readonly database?: string },
): HeaderNow {
  const { vaultId, name, generation } = header
  const before = header.version === VERSION ? header.database : newDatabaseId()
  const next = {
    format: FORMAT,
    version: VERSION,
    vaultId,
    name,
    generation: generation + 1,
    database: change.database ?? before,
    slots: [...change.slots],
  } as const
  return sealHeader({ ...next, slots: [...change.slots] }, vaultKey)
}
