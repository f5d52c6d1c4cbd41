import type { Row } from '../../store/rows'
import type { JournalRow } from '../../store/tables/journal'
import { chainWalk } from '../journal'

/** What the journal says is there, and by which line each was last told of. */
export type Ledger = {
  readonly articles: ReadonlySet<string>
  /** Captures by id: their article, and the last line that sealed them. */
  readonly captures: ReadonlyMap<string, { readonly articleId: string; readonly entry: number }>
  readonly notes: ReadonlyMap<string, { readonly articleId: string; readonly entry: number }>
  readonly entries: number
  /** Hash of the last line. */
  readonly hash: string
  /** Hashes by line, for the line that was recorded outside. */
  readonly hashAt: (entry: number) => string | null
  /** Lines that do not follow from the one before. */
  readonly broken: readonly number[]
}

type Place = { articleId: string; entry: number }

/** Reads the journal's rows, in order, as a ledger, and walks its chain. */
export function readLedger(rows: Iterable<Row | null>, journalKey: Uint8Array): Ledger {
  const walk = chainWalk(journalKey)
  const articles = new Set<string>()
  const captures = new Map<string, Place>()
  const notes = new Map<string, Place>()
  const hashes = new Map<number, string>()
  let lost = 0
  for (const row of rows) {
    const line = row === null ? null : lineOf(row)
    if (line === null) {
      lost += 1
      continue
    }
    walk.add(line)
    hashes.set(line.id, line.hash)
    enter(line, articles, captures, notes)
  }
  const { entries, broken, hash } = walk.end()
  return {
    articles,
    captures,
    notes,
    entries,
    hash,
    hashAt: (entry) => hashes.get(entry) ?? null,
    broken: lost > 0 && broken.length === 0 ? [entries] : broken,
  }
}

function enter(
  { id: entry, kind, articleId, captureId, noteId }: JournalRow,
  articles: Set<string>,
  captures: Map<string, Place>,
  notes: Map<string, Place>,
): void {
  if (articleId === null) return
  const isOfArticle = captureId === null && noteId === null
  if (kind === 'article-removed' || kind === 'article-joined' || (kind === 'lost' && isOfArticle)) {
    articles.delete(articleId)
    for (const all of [captures, notes]) {
      for (const [id, place] of all) if (place.articleId === articleId) all.delete(id)
    }
    return
  }
  if (kind === 'lost') {
    if (noteId !== null) notes.delete(noteId)
    else if (captureId !== null) captures.delete(captureId)
    return
  }
  articles.add(articleId)
  if (noteId !== null) {
    if (kind === 'note-removed') notes.delete(noteId)
    else notes.set(noteId, { articleId, entry })
  } else if (captureId !== null) captures.set(captureId, { articleId, entry })
}

/** A row of the journal as a line; null when it is none. */
export function lineOf(row: Row): JournalRow | null {
  const [id, at, kind, articleId, captureId, noteId, files, hash] = row
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  if (typeof id !== 'number' || text(at) === null || text(kind) === null || text(hash) === null) return null
  return {
    id,
    at: String(at),
    kind: String(kind),
    articleId: text(articleId ?? null),
    captureId: text(captureId ?? null),
    noteId: text(noteId ?? null),
    files: text(files ?? null),
    hash: String(hash),
  }
}
