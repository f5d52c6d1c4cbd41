import type { Db } from './database'
import type { Value } from './pages/record'
import { TABLE_COLUMNS, type TableName } from './pages/table-columns'

/** A row's values in the order of `TABLE_COLUMNS`. */
export type Row = readonly Value[]

/** Tables whose rows belong to a capture without beginning with its key. */
export type OfCapture = 'correction' | 'extraction' | 'picture_file'

/** Rows as they are stored, from SQLite or from its pages: null when one of them cannot be read. */
export type RowSource = {
  /** Those whose first column is `key`, in the order of the others. */
  readonly byKey: (table: TableName, key: number) => Row[] | null
  /** Those of a capture, in the order of their keys. */
  readonly byCapture: (table: OfCapture, capture: number) => Row[] | null
}

/** The rows of an open database. */
export function rowsOfDatabase(db: Db): RowSource {
  const where = (table: TableName, column: string, key: number) => {
    // What an original holds is known by its hash; its bytes need not be read for that.
    const columns = TABLE_COLUMNS[table].map((name) =>
      table === 'original' && name === 'bytes' ? 'NULL AS bytes' : name,
    )
    return db
      .prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE ${column} = $key ORDER BY 1, 2`)
      .all<Record<string, Value>>({ key })
      .map((row) => Object.values(row))
  }
  return {
    byKey: (table, key) => where(table, TABLE_COLUMNS[table][0], key),
    byCapture: (table, capture) => where(table, 'capture', capture),
  }
}
