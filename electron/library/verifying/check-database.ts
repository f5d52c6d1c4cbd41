import type { Db } from '../../store/database'
import { danglingRows, missingGuards, structureProblems, tableNames } from '../../store/integrity'
import { indexIsSound } from '../../store/tables/vocabulary'
import type { IndexTerms } from './index-terms'
import type { Tally } from './tally'

/**
 * SQLite's own checks, table by table, and the search indexes against the texts. Only for a database whose pages can all be
 * read: at the first that cannot, SQLCipher gives the whole connection up.
 *
 * `isQuiet` says whether nothing was changed since the texts were counted; without that the indexes are not compared, and
 * the answer is false.
 */
export async function checkDatabase(
  db: Db,
  terms: IndexTerms,
  tally: Tally,
  turn: () => Promise<void>,
  isQuiet: () => boolean,
): Promise<boolean> {
  let problems = danglingRows(db) + missingGuards(db)
  for (const table of tableNames(db)) {
    await turn()
    problems += structureProblems(db, table)
  }
  tally.damaged({ kind: 'structure', count: problems })
  const unsound = (['text_index', 'note_index'] as const).filter((index) => !indexIsSound(db, index)).length
  const differences = unsound > 0 ? 0 : await terms.differences(db, turn)
  if (!isQuiet()) return false
  tally.damaged({ kind: 'index', count: unsound + differences })
  return true
}
