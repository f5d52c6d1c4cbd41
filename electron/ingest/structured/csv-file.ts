import { parse } from 'csv-parse/sync'
import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { decode } from '../charset'
import { isoDate } from '../html/metadata/dates'
import { type ContainerReader, whole } from '../member'
import { isObject } from './json-value'
import { type Listed, membersOfTold } from './told-members'
import { ofWallabag } from './wallabag'

/** Characters of one row: more than any page that may be read. */
const LONGEST_ROW = 20_000_000

/** Wallabag's CSV: each row that brings its text. */
export const readTable: ContainerReader = function* (input, inside) {
  const { bytes, fileName } = input
  const decoded = decode(bytes)
  const rows = decoded.ok ? rowsOf(decoded.value.text) : null
  if (rows === null) {
    yield whole(() => failed(failure('file-damaged', { file: fileName })))
    return
  }
  if (rows.length === 0) yield whole(() => failed(failure('file-not-an-article', { file: fileName })))
  else yield* membersOfTold(rows, input, inside)
}

/** Null when it is no table. */
function rowsOf(text: string): Listed[] | null {
  const head = /^[^\r\n]*\r?\n/.exec(text)?.[0] ?? ''
  const columns = (names: string[]) => names.map((name) => name.trim().toLowerCase())
  try {
    const records: unknown = parse(text, {
      columns,
      delimiter: ';',
      bom: true,
      raw: true,
      relax_column_count: true,
      max_record_size: LONGEST_ROW,
    })
    return (Array.isArray(records) ? records : []).flatMap((row: unknown): Listed[] => {
      if (!isObject(row) || !isObject(row.record)) return []
      const { record, raw } = row
      const article = ofWallabag({ ...record, created_at: savedOn(record['creation date']) })
      return article === null ? [] : [{ article, alone: () => Buffer.from(`${head}${String(raw).trim()}\n`) }]
    })
  } catch {
    // Every error of the library means that the text is no table.
    return null
  }
}

/** "04/01/2024 07:15:00", the day first; the hours are of a clock of twelve that does not say which half, so only the day is told. */
function savedOn(written: unknown): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(typeof written === 'string' ? written : '')
  return match === null ? null : isoDate(`${match[3]}-${match[2]}-${match[1]}`)
}
