import {
  MOST_SALVAGED_NAMED,
  type Salvaged,
  type SalvageProgress,
  type SalvageReport,
} from '#contract/salvaging'
import type { PageFile } from '../../store/pages/page-file'
import { rowsOfPages } from '../../store/pages/row-source'
import { readTables } from '../../store/pages/tables'
import type { DraftParser } from '../import-file'
import type { Library } from '../library'
import { verifyLibrary } from '../verifying'
import { readLedger } from '../verifying/ledger'
import type { Rescue, Wreck } from './rescue'
import { rescueCaptures } from './rescue-captures'
import { closeRescue, rescueJournal } from './rescue-journal'
import { rescueNotes } from './rescue-notes'
import { rescueStrays } from './rescue-strays'

/** Reads what there is of a damaged library. `turn` is awaited now and then and may throw to end it. */
export async function openWreck(
  pages: PageFile,
  journalKey: Uint8Array,
  turn: () => Promise<void>,
): Promise<Wreck> {
  const tables = await readTables(pages, turn)
  const lines = [...tables.rows('journal')].map(({ row }) => row)
  return { tables, rows: rowsOfPages(tables), ledger: readLedger(lines, journalKey), journalKey }
}

/** Brings all that can be read over into an empty library, and checks what came of it. */
export async function rescueAll(
  library: Library,
  wreck: Wreck,
  parser: DraftParser,
  turn: () => Promise<void>,
  onProgress?: (progress: SalvageProgress) => void,
): Promise<SalvageReport> {
  const items: Salvaged[] = []
  const told = new Set<string>()
  let done = 0
  const rescue: Rescue = {
    wreck,
    library,
    parser,
    turn,
    articles: new Map(),
    captures: new Map(),
    kept: { articles: new Set(), captures: new Set(), notes: new Set() },
    tell: ({ articleId = null, captureId = null, noteId = null, title = null, kind, outcome }) => {
      const key = `${kind} ${noteId ?? captureId ?? articleId}`
      if (told.has(key)) return
      told.add(key)
      if (items.length < MOST_SALVAGED_NAMED)
        items.push({ kind, outcome, articleId, captureId, noteId, title })
    },
  }
  const journalEntries = rescueJournal(rescue)
  const total = Math.max(1, wreck.ledger.captures.size)
  await rescueCaptures(rescue, () => {
    done += 1
    onProgress?.({ done: Math.min(done, total), total })
  })
  await rescueStrays(rescue)
  await rescueNotes(rescue)
  closeRescue(rescue)
  const checked = await verifyLibrary(library, 'whole')
  return {
    articles: rescue.kept.articles.size,
    captures: rescue.kept.captures.size,
    notes: rescue.kept.notes.size,
    journalEntries,
    damagedPages: wreck.tables.damagedPages.length,
    pages: wreck.tables.pageCount,
    complete: told.size === 0 && wreck.ledger.broken.length === 0,
    verified: checked.ok && checked.value.damages.every(({ kind }) => kind === 'original'),
    items,
    itemCount: told.size,
  }
}
