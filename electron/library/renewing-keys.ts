import type { Result } from '#domain/result'
import { reencryptStore } from '../store/re-encrypt'
import { appendEntry } from './journal'
import type { LibraryKeys } from './library'

export type Renewal = {
  /** How far it has come, in pages of the database. */
  readonly onProgress: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/**
 * Makes a closed library anew under other keys, at the path of the second: made to be `reencrypt` of a vault's rotation. The
 * journal goes on in the same chain, with a line that tells of it.
 *
 * Fails as `reencryptStore` does; the old library is untouched.
 */
export async function reencryptLibrary(
  from: LibraryKeys,
  to: LibraryKeys,
  { onProgress, signal }: Renewal,
): Promise<Result<void>> {
  return reencryptStore({
    from: { path: from.databasePath, key: from.databaseKey },
    to: { path: to.databasePath, key: to.databaseKey },
    amend: (db) => {
      appendEntry({ db, journalKey: to.journalKey }, { kind: 'keys-renewed' })
    },
    onProgress,
    signal,
  })
}
