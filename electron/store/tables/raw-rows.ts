import type { Db } from '../database'
import { TABLE_COLUMNS, type TableName } from '../pages/table-columns'
import type { Row } from '../rows'

/** Writes a row as it was read elsewhere; a first column `pk` of null is given anew. Returns its rowid. */
export function insertRow(db: Db, table: TableName, row: Row): number {
  const columns: readonly string[] = TABLE_COLUMNS[table]
  const values = Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))
  return db
    .prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `$${column}`).join(', ')})`,
    )
    .run(values).lastInsertRowid
}
