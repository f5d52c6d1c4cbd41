import { type Cell, USABLE } from './b-tree'
import type { PageFile } from './page-file'

/** A row's bytes, from its page and those that it goes on in; null when one of them cannot be read. */
export function payloadOf(pages: PageFile, cell: Cell): Buffer | null {
  const page = pages.page(cell.page)
  if (page === null) return null
  const local = localBytes(cell)
  if (cell.at + local > USABLE) return null
  const parts = [Buffer.from(page.subarray(cell.at, cell.at + local))]
  if (local === cell.size) return parts[0] ?? null
  let next = page.readUInt32BE(cell.at + local)
  for (let left = cell.size - local; left > 0; ) {
    const more = pages.page(next)
    if (more === null) return null
    const part = more.subarray(4, 4 + Math.min(left, USABLE - 4))
    parts.push(Buffer.from(part))
    left -= part.length
    next = more.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

/** How much of a row lies in its own page (https://www.sqlite.org/fileformat2.html#cell_payload_overflow_pages). */
function localBytes({ size, isIndex }: Cell): number {
  const most = isIndex ? Math.floor(((USABLE - 12) * 64) / 255) - 23 : USABLE - 35
  if (size <= most) return size
  const least = Math.floor(((USABLE - 12) * 32) / 255) - 23
  const fitting = least + ((size - least) % (USABLE - 4))
  return fitting <= most ? fitting : least
}
