import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Damage, VerifyProgress, VerifyReport } from '#contract/verifying'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import type { Db } from '../../store/database'
import type { PageFile } from '../../store/pages/page-file'
import { rowsOfPages } from '../../store/pages/row-source'
import { readTables, type Tables } from '../../store/pages/tables'
import type { RowSource } from '../../store/rows'
import { lastJournalRow } from '../../store/tables/journal'
import type { JournalEnd } from '../journal-head'
import { checkDatabase } from './check-database'
import { checkList, type ListCheck } from './check-list'
import { countIndexTerms, type IndexTerms } from './index-terms'
import { type JudgedCapture, judgeCapture } from './judge-capture'
import { noteHolds } from './judge-note'
import { type Ledger, readLedger } from './ledger'
import { createTally, type Tally } from './tally'

/** What is checked: the pages as they lie on the disk, and the open database where it can be opened. */
export type Subject = {
  readonly pages: PageFile
  readonly journalKey: Uint8Array
  /** The journal's end as it was recorded outside the database. */
  readonly recorded: JournalEnd | null
  readonly header: 'whole' | 'mended' | 'one-copy-left'
  readonly db: Db | null
}

export type VerifyOptions = {
  readonly onProgress?: (progress: VerifyProgress) => void
  readonly signal?: AbortSignal
}

/**
 * Checks a whole library and names what is damaged; it does not stop at the first damage, since it reads the pages itself
 * where SQLite would give up. Changes nothing.
 *
 * Fails with `cancelled`.
 */
export async function verify(subject: Subject, options: VerifyOptions = {}): Promise<Result<VerifyReport>> {
  const { signal } = options
  const tally = createTally(subject.pages.pageCount, options.onProgress)
  const turn = async () => {
    await nextTurn()
    if (signal?.aborted) throw new Cancelled()
  }
  try {
    return ok(await checked(subject, tally, turn))
  } catch (error) {
    if (error instanceof Cancelled) return failed(failure('cancelled'))
    throw error
  }
}

class Cancelled extends Error {}

/** What is under way: the rows that are walked, and what is gathered of them. */
type Walk = {
  readonly tables: Tables
  readonly rows: RowSource
  readonly ledger: Ledger
  readonly journalKey: Uint8Array
  readonly tally: Tally
  readonly terms: IndexTerms
  readonly list: ListCheck
  /** Ids of what is there. */
  readonly seen: Readonly<Record<'articles' | 'captures' | 'notes', Set<string>>>
  readonly turn: () => Promise<void>
}

async function checked(subject: Subject, tally: Tally, turn: () => Promise<void>): Promise<VerifyReport> {
  const { journalKey, db } = subject
  if (subject.header === 'one-copy-left') tally.damaged({ kind: 'header' })
  const tables = await readTables(subject.pages, turn)
  const rows = rowsOfPages(tables)
  const ledger = readLedger(rowsOnly(tables, 'journal'), journalKey)
  tally.damaged({ kind: 'pages', count: tables.damagedPages.length })
  tally.damaged({ kind: 'journal', count: ledger.broken.length })
  tally.damaged({ kind: 'changes-missing', count: missing(ledger, subject.recorded) })

  const seen = { articles: new Set<string>(), captures: new Set<string>(), notes: new Set<string>() }
  const gathered = { terms: countIndexTerms(), list: checkList(rows), seen }
  const walk: Walk = { ...{ tables, rows, ledger, journalKey, tally, turn }, ...gathered }
  tally.begin('captures', ledger.captures.size)
  await walkCaptures(walk)
  await walkNotes(walk)
  nameMissing(walk)
  for (const line of walk.list.differing()) tally.damaged({ kind: 'list', ...line })
  tally.begin('database', ledger.captures.size)
  const isQuiet = () => db === null || lastJournalRow(db)?.id === ledger.entries
  const isReadable = tables.damagedPages.length === 0 && db !== null
  const indexCompared = isReadable && (await checkDatabase(db, walk.terms, tally, turn, isQuiet))
  return tally.report({
    articles: seen.articles.size,
    captures: seen.captures.size,
    notes: seen.notes.size,
    pages: tables.pageCount,
    journal: { entries: ledger.entries, mark: ledger.hash.slice(0, MARK_LETTERS) },
    headerMended: subject.header === 'mended',
    indexCompared,
  })
}

async function walkCaptures(walk: Walk): Promise<void> {
  const { rows, ledger, journalKey, seen, tally } = walk
  for (const head of rowsOnly(walk.tables, 'capture')) {
    if (head === null) continue
    const judged = judgeCapture(rows, ledger, journalKey, head)
    const articleId = articleIdOf(rows, judged.article)
    seen.captures.add(judged.id)
    if (articleId !== null) seen.articles.add(articleId)
    if (judged.body !== null) walk.terms.addCapture(judged.body)
    walk.list.addCapture(judged)
    nameDamages(walk, judged, articleId)
    tally.captureDone(judged.original?.length ?? 0)
    await walk.turn()
  }
}

async function walkNotes(walk: Walk): Promise<void> {
  const { rows, ledger, journalKey } = walk
  for (const note of rowsOnly(walk.tables, 'note')) {
    if (note === null) continue
    const noteId = String(note[1])
    const article = Number(note[2])
    walk.seen.notes.add(noteId)
    walk.terms.addNote(String(note[5]), tagsOf(rows, Number(note[0])))
    walk.list.addNote(article)
    if (!noteHolds(rows, ledger, journalKey, note)) {
      const named = { articleId: articleIdOf(rows, article), title: titleOf(rows, article) }
      walk.tally.damaged({ kind: 'note', noteId, ...named })
    }
    await walk.turn()
  }
}

function articleIdOf(rows: RowSource, article: number): string | null {
  const id = rows.byKey('article', article)?.[0]?.[1]
  return typeof id === 'string' ? id : null
}

/** Letters of a hash that a person writes down: 64 bits, which nobody finds a second journal for. */
const MARK_LETTERS = 16

function* rowsOnly(tables: Tables, table: Parameters<Tables['rows']>[0]) {
  for (const { row } of tables.rows(table)) yield row
}

/** How many changes that were once committed are not there. */
function missing(ledger: Ledger, recorded: JournalEnd | null): number {
  if (recorded === null || ledger.hashAt(recorded.entries) === recorded.hash) return 0
  return Math.max(1, recorded.entries - ledger.entries)
}

function nameDamages({ tally, rows }: Walk, judged: JudgedCapture, articleId: string | null): void {
  const headline = judged.body?.analysis.facts.headline?.value ?? null
  const named = {
    articleId,
    captureId: judged.id,
    title: titleOf(rows, judged.article) ?? headline,
  }
  if (!judged.sealHolds) tally.damaged({ kind: 'capture', ...named })
  if (judged.original === null) tally.damaged({ kind: 'original', ...named })
  if (!judged.picturesHold) tally.damaged({ kind: 'pictures', ...named })
  tally.damaged({ kind: 'range', count: judged.rangesOutside, ...named })
}

/** What the journal tells of and no page has. A capture goes unnamed where its whole article is lost. */
function nameMissing({ tally, ledger, seen }: Walk): void {
  for (const articleId of ledger.articles) {
    if (!seen.articles.has(articleId)) tally.damaged({ kind: 'article', articleId })
  }
  for (const [captureId, { articleId }] of ledger.captures) {
    if (seen.captures.has(captureId) || !seen.articles.has(articleId)) continue
    tally.damaged({ kind: 'capture', captureId, articleId })
  }
  for (const [noteId, { articleId }] of ledger.notes) {
    if (!seen.notes.has(noteId)) tally.damaged({ kind: 'note', noteId, articleId })
  }
}

/** An article's headline as the library's list has it. */
export function titleOf(rows: RowSource, article: number): Damage['title'] {
  const title = rows.byKey('listing', article)?.[0]?.[3]
  return typeof title === 'string' ? title : null
}

export function tagsOf(rows: RowSource, note: number): string[] {
  return (rows.byKey('note_tag', note) ?? []).flatMap((row) => {
    const name = rows.byKey('tag', Number(row[2]))?.[0]?.[1]
    return typeof name === 'string' ? [name] : []
  })
}
