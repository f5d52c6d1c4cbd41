import type { BackupReport } from '#contract/backups'
import { inTransaction } from '../../store/database'
import { journalAfter } from '../../store/tables/journal'
import { readState, writeState } from '../../store/tables/state'
import { appendEntry } from '../journal'
import type { Library } from '../library'

const STATE = 'last-backup'

/** When the library was last backed up, and when it was made: ISO 8601, UTC. For the reminder. */
export function backupState({ db }: Library): { lastAt: string | null; libraryMadeAt: string } {
  const [first] = journalAfter(db, 0, 1)
  return { lastAt: readState(db, STATE) ?? null, libraryMadeAt: first?.at ?? new Date().toISOString() }
}

/** Tells the journal of a backup that was made and verified, and remembers when. Throws the database's error. */
export function rememberBackup(
  library: Library,
  { file, sha256, bytes, madeAt }: Pick<BackupReport, 'file' | 'sha256' | 'bytes' | 'madeAt'>,
): void {
  inTransaction(library.db, () => {
    appendEntry(library, { kind: 'backed-up', files: [{ name: file, sha256, bytes }] })
    writeState(library.db, STATE, madeAt)
  })
}
