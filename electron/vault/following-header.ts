import { FORMAT, type Header, type HeaderNow, type Slot, VERSION } from './header'
import { forget, randomBytes, sealHeader } from './keys'
import { recordKeyOf, wrapRecordKey } from './record-key'

const DATABASE_ID_LENGTH = 8

/** What in a header belongs to one vault key and is made anew with the next. */
type OfVaultKey = Pick<HeaderNow, 'database' | 'records'>

/** For a vault key under which nothing was written yet. */
export function ofNewVaultKey(recordKey: Buffer, vaultKey: Buffer, vaultId: string): OfVaultKey {
  const database = randomBytes(DATABASE_ID_LENGTH).toString('hex')
  return { database, records: wrapRecordKey(recordKey, vaultKey, vaultId) }
}

/**
 * The next header of the same vault under the same vault key, sealed. A header of an older version becomes one of ours by
 * this, and by nothing else: a vault that is only read stays as it is.
 */
export function followingHeader(header: Header, vaultKey: Buffer, slots: readonly Slot[]): HeaderNow {
  if (header.version === VERSION) return nextHeader(header, vaultKey, slots, header)
  const recordKey = recordKeyOf(header, vaultKey)
  const own = ofNewVaultKey(recordKey, vaultKey, header.vaultId)
  forget(recordKey)
  return nextHeader(header, vaultKey, slots, own)
}

/** The next header of the same vault under another vault key, sealed. */
export function renewedHeader(
  header: Header,
  oldKey: Buffer,
  newKey: Buffer,
  slots: readonly Slot[],
): HeaderNow {
  const recordKey = recordKeyOf(header, oldKey)
  const own = ofNewVaultKey(recordKey, newKey, header.vaultId)
  forget(recordKey)
  return nextHeader(header, newKey, slots, own)
}

function nextHeader(
  { vaultId, name, generation }: Header,
  vaultKey: Buffer,
  slots: readonly Slot[],
  { database, records }: OfVaultKey,
): HeaderNow {
  const content = { vaultId, name, generation: generation + 1, database, records, slots: [...slots] }
  return sealHeader({ format: FORMAT, version: VERSION, ...content }, vaultKey)
}
