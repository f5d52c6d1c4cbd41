import { PAGE_BYTES, RESERVED_BYTES } from './page-cipher'
import { readVarint } from './record'

/** SQLite's b-tree pages (https://www.sqlite.org/fileformat2.html#b_tree_pages). */
export const USABLE = PAGE_BYTES - RESERVED_BYTES
const INNER_INDEX = 2
const INNER_TABLE = 5
const LEAF_INDEX = 10
const LEAF_TABLE = 13
/** The database's own header stands before the first page's b-tree. */
const FILE_HEADER_BYTES = 100

/** A row where it lies: `key` is its rowid, or null in a table without. */
export type Cell = {
  readonly key: number | null
  readonly size: number
  readonly page: number
  readonly at: number
  readonly isIndex: boolean
}

export type TreePage = {
  readonly kind: 'table' | 'index'
  readonly isLeaf: boolean
  readonly children: readonly number[]
  readonly cells: readonly Cell[]
}

/** What a plain page holds as a page of a b-tree; null when it is none: part of a long row, free, or senseless. */
export function treePage(page: Buffer, number: number): TreePage | null {
  const start = number === 1 ? FILE_HEADER_BYTES : 0
  const type = page[start]
  if (type !== INNER_INDEX && type !== INNER_TABLE && type !== LEAF_INDEX && type !== LEAF_TABLE) return null
  const isLeaf = type === LEAF_INDEX || type === LEAF_TABLE
  const isIndex = type === LEAF_INDEX || type === INNER_INDEX
  const count = page.readUInt16BE(start + 3)
  const pointers = start + (isLeaf ? 8 : 12)
  if (pointers + 2 * count > USABLE) return null
  const children: number[] = []
  const cells: Cell[] = []
  for (let index = 0; index < count; index += 1) {
    let at = page.readUInt16BE(pointers + 2 * index)
    if (at + 4 > USABLE) return null
    if (!isLeaf) {
      children.push(page.readUInt32BE(at))
      at += 4
    }
    // The inner pages of a table hold keys alone; those of an index hold rows too.
    const cell = type === INNER_TABLE ? null : cellAt(page, number, at, isIndex)
    if (cell !== null) cells.push(cell)
  }
  if (!isLeaf) children.push(page.readUInt32BE(start + 8))
  return { kind: isIndex ? 'index' : 'table', isLeaf, children, cells }
}

function cellAt(page: Buffer, number: number, at: number, isIndex: boolean): Cell | null {
  const size = readVarint(page, at)
  if (size === null) return null
  if (isIndex) return { key: null, size: size.value, page: number, at: size.end, isIndex }
  const key = readVarint(page, size.end)
  return key === null ? null : { key: key.value, size: size.value, page: number, at: key.end, isIndex }
}
