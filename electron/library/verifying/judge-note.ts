import type { Row, RowSource } from '../../store/rows'
import { noteMac } from '../sealing'
import type { Ledger } from './ledger'

/** Whether a note with its places and tags is as the journal's last line about it left it. */
export function noteHolds(rows: RowSource, ledger: Ledger, journalKey: Uint8Array, note: Row): boolean {
  const pk = Number(note[0])
  const [seal] = rows.byKey('note_seal', pk) ?? []
  const entry = Number(seal?.[1] ?? -1)
  const isNewest = entry >= (ledger.notes.get(String(note[1]))?.entry ?? Number.POSITIVE_INFINITY)
  return isNewest && seal?.[2] === noteMac(rows, journalKey, pk, entry)
}
