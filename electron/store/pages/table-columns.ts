import type { Value } from './record'

/**
 * The tables whose rows are read from pages, with their columns in stored order. A test holds them to the schema. Lists, tallies
 * and indexes are not among them: they follow from these.
 */
export const TABLE_COLUMNS = {
  article: ['pk', 'id', 'added_at'],
  original: ['pk', 'sha256', 'size', 'packing', 'bytes'],
  capture: [
    'pk',
    'id',
    'article',
    'original',
    'file_name',
    'media_type',
    'charset',
    'url_key',
    'imported_at',
    'part',
  ],
  capture_body: ['capture', 'text', 'blocks', 'marks', 'block_roles', 'facts', 'byline', 'engine', 'pack'],
  picture_file: ['pk', 'capture', 'picture', 'media_type', 'bytes'],
  source: ['capture', 'ordinal', 'found', 'identification', 'reason_class'],
  attribution: ['capture', 'ordinal', 'found'],
  notice: ['capture', 'ordinal', 'found'],
  credit: ['capture', 'ordinal', 'found'],
  picture: ['capture', 'ordinal', 'found'],
  date_mention: ['capture', 'ordinal', 'found'],
  correction: ['pk', 'id', 'capture', 'made_at', 'act'],
  extraction: ['pk', 'capture', 'engine', 'kept_at', 'analysis'],
  note: ['pk', 'id', 'article', 'color', 'style', 'markdown', 'created_at', 'modified_at'],
  note_anchor: [
    'note',
    'capture',
    'exact',
    'prefix',
    'suffix',
    'range_start',
    'range_end',
    'orphaned',
    'source_id',
  ],
  tag: ['pk', 'name', 'terms'],
  note_tag: ['note', 'ordinal', 'tag'],
  listing: [
    'article',
    'capture',
    'imported_at',
    'title',
    'stand_in',
    'publisher',
    'published',
    'language',
    'named_sources',
    'unnamed_sources',
    'notes',
    'captures',
    'strip',
  ],
  capture_seal: ['capture', 'entry', 'mac', 'pictures'],
  note_seal: ['note', 'entry', 'mac'],
  journal: ['id', 'at', 'kind', 'article_id', 'capture_id', 'note_id', 'files', 'hash'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type TableName = keyof typeof TABLE_COLUMNS
export type ColumnsOf<T extends TableName> = (typeof TABLE_COLUMNS)[T][number]

/** How many columns a table had before it was given more: rows of that time are stored without them. */
const SHORTER_ONCE: Partial<Record<TableName, number>> = { capture: 9 }

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/
const HASH = /^[0-9a-f]{64}$/

/** The kinds of findings cannot be told from their columns alone: by a member that only one of them has. */
const MEMBERS = {
  attribution: '"directness"',
  notice: '"kind"',
  credit: '"lineRange"',
  picture: '"filePhoto"',
  date_mention: '"words"',
} as const

/**
 * Whether a row that no tree leads to is one of this table's. Short rows of numbers alone (`note_tag`) look like entries of
 * an index and are left.
 */
export function looksLike(table: TableName, values: readonly Value[], hasRowid: boolean): boolean {
  if (values.length !== TABLE_COLUMNS[table].length && values.length !== SHORTER_ONCE[table]) return false
  const text = (index: number) => String(values[index] ?? '')
  switch (table) {
    case 'article':
      return hasRowid && UUID.test(text(1)) && INSTANT.test(text(2))
    case 'original':
      return hasRowid && HASH.test(text(1)) && (text(3) === 'none' || text(3) === 'deflate')
    case 'capture':
      return hasRowid && UUID.test(text(1)) && INSTANT.test(text(8))
    case 'capture_body':
      return hasRowid && text(2).startsWith('[') && text(3).startsWith('[')
    case 'picture_file':
      return hasRowid && values[4] instanceof Uint8Array && text(3).includes('/')
    case 'correction':
      return hasRowid && UUID.test(text(1)) && text(4).startsWith('{')
    case 'extraction':
      return hasRowid && INSTANT.test(text(3)) && text(4).startsWith('{')
    case 'note':
      return hasRowid && UUID.test(text(1)) && INSTANT.test(text(6)) && INSTANT.test(text(7))
    case 'note_anchor':
      return !hasRowid && typeof values[2] === 'string' && typeof values[5] === 'number'
    case 'tag':
      return hasRowid && typeof values[1] === 'string' && !UUID.test(text(1))
    case 'listing':
      return hasRowid && INSTANT.test(text(2)) && text(12).startsWith('[')
    case 'journal':
      return hasRowid && INSTANT.test(text(1)) && HASH.test(text(7))
    case 'capture_seal':
    case 'note_seal':
      return hasRowid && HASH.test(text(2))
    case 'source':
      return !hasRowid && text(2).startsWith('{')
    case 'note_tag':
      return false
    default:
      return !hasRowid && text(2).startsWith('{') && text(2).includes(MEMBERS[table])
  }
}
