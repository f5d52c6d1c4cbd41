import type { PageFile } from './page-file'
import { payloadOf } from './payload'
import { readRecord } from './record'
import type { TableName } from './table-columns'

/** The rowid of a table's last row, read down its tree; 0 for an empty table, null when a page on the way is damaged. */
export function lastRowid(pages: PageFile, table: TableName): number | null {
  let number = rootOf(pages, table)
  while (number !== null) {
    const tree = pages.tree(number)
    if (tree === null) return null
    if (tree.isLeaf) return tree.cells.at(-1)?.key ?? 0
    number = tree.children.at(-1) ?? null
  }
  return null
}

function rootOf(pages: PageFile, table: TableName): number | null {
  const open = [1]
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    const tree = pages.tree(number)
    for (const cell of tree?.isLeaf ? tree.cells : []) {
      const payload = payloadOf(pages, cell)
      // Columns of sqlite_schema: type, name, table, root page, text.
      const [kind, name, , root] = (payload === null ? null : readRecord(payload)) ?? []
      if (kind === 'table' && name === table && typeof root === 'number') return root
    }
    open.push(...(tree?.children ?? []))
  }
  return null
}
