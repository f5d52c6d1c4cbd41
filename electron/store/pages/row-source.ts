import type { OfCapture, Row, RowSource } from '../rows'
import { TABLE_COLUMNS } from './table-columns'
import type { Tables } from './tables'

/** The rows that were found in pages, as the open database would give them. */
export function rowsOfPages(tables: Tables): RowSource {
  const byCapture = new Map<OfCapture, Map<number, number[]>>()
  const keysOf = (table: OfCapture) => {
    const known = byCapture.get(table) ?? keysByCapture(tables, table)
    byCapture.set(table, known)
    return known
  }
  const byKey: RowSource['byKey'] = (table, key) => tables.of(table, key)?.sort(bySecond) ?? null
  return {
    byKey,
    byCapture: (table, capture) => {
      const rows: Row[] = []
      for (const key of keysOf(table).get(capture) ?? []) {
        const found = tables.of(table, key)
        if (found === null) return null
        rows.push(...found)
      }
      return rows
    },
  }
}

function bySecond(a: Row, b: Row): number {
  return typeof a[1] === 'number' && typeof b[1] === 'number' ? a[1] - b[1] : 0
}

/** A row that cannot be read belongs to nobody here; the seal of its capture then does not hold. */
function keysByCapture(tables: Tables, table: OfCapture): Map<number, number[]> {
  const column = (TABLE_COLUMNS[table] as readonly string[]).indexOf('capture')
  const keys = new Map<number, number[]>()
  for (const { key, row } of tables.rows(table)) {
    const capture = row?.[column]
    if (typeof capture !== 'number') continue
    const known = keys.get(capture)
    if (known === undefined) keys.set(capture, [key])
    else known.push(key)
  }
  return keys
}
