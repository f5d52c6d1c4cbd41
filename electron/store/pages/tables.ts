import type { Row } from '../rows'
import type { Cell } from './b-tree'
import type { PageFile } from './page-file'
import { payloadOf } from './payload'
import { readFirstValue, readRecord, type Value } from './record'
import { looksLike, TABLE_COLUMNS, type TableName } from './table-columns'

/** The rows of our tables as they lie in the pages, whatever pages are damaged. */
export type Tables = {
  /** Each row in the order of its key; `row` is null where a part of it cannot be read. */
  readonly rows: (table: TableName) => Generator<{ readonly key: number; readonly row: Row | null }>
  /**
   * The rows whose first column is `key`. Null when one of them cannot be read; empty when none is there, or none was
   * found because its page is lost.
   */
  readonly of: (table: TableName, key: number) => Row[] | null
  /** Pages that cannot be read. */
  readonly damagedPages: readonly number[]
  readonly pageCount: number
}

/** Neighbouring rows in one page, from the first cell up to and without the last, beginning with the key `first`. */
type Run = { readonly page: number; readonly from: number; readonly to: number; readonly first: number }
type Runs = Record<TableName, Run[]>

/** Pages looked at between two turns of others. */
const SLICE = 500

const NAMES = Object.keys(TABLE_COLUMNS) as TableName[]

/**
 * Finds the rows of our tables: along their trees where those are whole, and for pages that hang on a lost one by what
 * their rows look like. `turn` is awaited now and then and may throw to end it.
 */
export async function readTables(pages: PageFile, turn: () => Promise<void>): Promise<Tables> {
  const damagedPages: number[] = []
  const unvisited = new Set<number>()
  for (let number = 1; number <= pages.pageCount; number += 1) {
    if (number % SLICE === 0) await turn()
    if (pages.page(number) === null) damagedPages.push(number)
    else if (pages.tree(number) !== null) unvisited.add(number)
  }
  const runs = assignPages(pages, unvisited)
  return {
    damagedPages,
    pageCount: pages.pageCount,
    rows: function* (table) {
      for (const run of runs[table]) {
        for (const { key, row } of rowsOfRun(pages, run)) yield { key, row: row && filledUp(table, row) }
      }
    },
    of: (table, key) => {
      const found: Row[] = []
      const all = runs[table]
      for (let index = lastBefore(all, key); index < all.length; index += 1) {
        const run = all[index]
        if (run === undefined || run.first > key) break
        for (const cell of cellsOf(pages, run)) {
          if (keyOf(pages, cell) !== key) continue
          const row = rowOf(pages, cell)
          if (row === null) return null
          found.push(filledUp(table, row))
        }
      }
      return found
    },
  }
}

/** A row that is older than its table's last columns ends before them: they are NULL. */
function filledUp(table: TableName, row: Row): Row {
  const missing = TABLE_COLUMNS[table].length - row.length
  return missing > 0 ? [...row, ...Array<null>(missing).fill(null)] : row
}

/** The index of the run where `key` may begin: of those that begin with the greatest key before it, the first. */
function lastBefore(runs: readonly Run[], key: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.first ?? 0) < key) low = middle + 1
    else high = middle
  }
  let index = Math.max(0, low - 1)
  // Runs that begin with one key are in no order: a single row of an inner page, and the leaf after it.
  while (index > 0 && runs[index - 1]?.first === runs[index]?.first) index -= 1
  return index
}

function assignPages(pages: PageFile, unvisited: Set<number>): Runs {
  const runs = Object.fromEntries(NAMES.map((name) => [name, [] as Run[]])) as Runs
  const schemaRuns = walk(pages, 1, unvisited)
  // With the first page gone, the leaves of the schema are found by their looks, and the other trees by the schema.
  if (pages.page(1) === null) schemaRuns.push(...[...unvisited].flatMap((page) => leafRun(pages, page)))
  for (const { name, root } of schemaRuns.flatMap((run) => rootsIn(pages, run))) {
    const table = NAMES.find((known) => known === name)
    const found = walk(pages, root, unvisited)
    if (table !== undefined) runs[table].push(...found)
  }
  // Free pages are wiped, so what is left hangs on a page that is lost.
  for (const run of [...unvisited].flatMap((page) => leafRun(pages, page))) {
    const [first] = cellsOf(pages, run)
    const row = first === undefined ? null : valuesOf(pages, first)
    const table = row === null ? undefined : NAMES.find((name) => looksLike(name, row, first?.key !== null))
    if (table !== undefined) runs[table].push(run)
  }
  for (const each of Object.values(runs)) each.sort((a, b) => a.first - b.first || a.page - b.page)
  return runs
}

/** The runs of a tree as far as its pages can be read; takes its pages out of `unvisited`. */
function walk(pages: PageFile, root: number, unvisited: Set<number>): Run[] {
  const found: Run[] = []
  const open = [root]
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (!unvisited.delete(number)) continue
    const tree = pages.tree(number)
    if (tree === null) continue
    found.push(...leafRun(pages, number))
    open.push(...tree.children)
  }
  return found
}

/** The rows that a page holds itself. Inner pages of a table without rowid hold single rows between their children. */
function leafRun(pages: PageFile, number: number): Run[] {
  const tree = pages.tree(number)
  if (tree === null || tree.cells.length === 0) return []
  const runs = tree.isLeaf
    ? [{ from: 0, to: tree.cells.length }]
    : tree.cells.map((_, index) => ({ from: index, to: index + 1 }))
  return runs.map((run) => {
    const cell = tree.cells[run.from]
    return { ...run, page: number, first: cell === undefined ? 0 : keyOf(pages, cell) }
  })
}

function* rowsOfRun(pages: PageFile, run: Run): Generator<{ key: number; row: Row | null }> {
  for (const cell of cellsOf(pages, run)) yield { key: keyOf(pages, cell), row: rowOf(pages, cell) }
}

function rowOf(pages: PageFile, cell: Cell): Row | null {
  const values = valuesOf(pages, cell)
  // An integer primary key is stored as NULL: it is the rowid.
  if (values !== null && cell.key !== null) values[0] = cell.key
  return values
}

function cellsOf(pages: PageFile, run: Run): readonly Cell[] {
  return pages.tree(run.page)?.cells.slice(run.from, run.to) ?? []
}

function keyOf(pages: PageFile, cell: Cell): number {
  if (cell.key !== null) return cell.key
  const page = pages.page(cell.page)
  // The first column is a number in every table without rowid, and lies in the row's own page.
  return page === null ? 0 : Number(readFirstValue(page, cell.at) ?? 0)
}

function valuesOf(pages: PageFile, cell: Cell): Value[] | null {
  const payload = payloadOf(pages, cell)
  return payload === null ? null : readRecord(payload)
}

/** Root pages by name, from rows of `sqlite_schema`: type, name, table, root page, text. */
function rootsIn(pages: PageFile, run: Run): { name: string; root: number }[] {
  return [...rowsOfRun(pages, run)].flatMap(({ row }) => {
    const [kind, name, , root] = row ?? []
    const isKnown =
      row?.length === 5 && (kind === null || typeof kind === 'string' || typeof kind === 'number')
    return isKnown && typeof name === 'string' && typeof root === 'number' && root > 0 ? [{ name, root }] : []
  })
}
