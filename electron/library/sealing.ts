import { createHash, createHmac } from 'node:crypto'
import type { JournalEntry } from '#contract/journal'
import type { Db } from '../store/database'
import { type Row, type RowSource, rowsOfDatabase } from '../store/rows'
import { capturesAfter } from '../store/tables/captures'
import { lastJournalRow } from '../store/tables/journal'
import { notesAfter } from '../store/tables/notes'
import {
  type CaptureSeal,
  captureKey,
  captureSealOf,
  noteKey,
  notesIn,
  putCaptureSeal,
  putNoteSeal,
} from '../store/tables/seals'
import { readState, writeState } from '../store/tables/state'

/**
 * Seals: a keyed hash over a capture or a note as it is stored, with the number of the journal's line that last told of it.
 * The cipher proves that each page was written by us, not that it is the newest; the seal, with its line in a journal
 * whose end is recorded, does.
 */

/** Raise when a seal covers other columns than before: all seals are then made anew at the next opening. */
const SEAL_RULES = '1'
const STATE = 'seal-rules'
const STEP = 100

type Sealed = { readonly db: Db; readonly journalKey: Uint8Array }
type Told = Pick<JournalEntry, 'id' | 'kind' | 'captureId' | 'noteId'>

const PARTS = [
  'capture_body',
  'source',
  'attribution',
  'notice',
  'credit',
  'picture',
  'date_mention',
] as const
const KEPT_BESIDE = ['correction', 'extraction'] as const

/** Seals what a new line of the journal tells of. Call in its transaction, after everything else. */
export function sealSubject({ db, journalKey }: Sealed, { id, kind, captureId, noteId }: Told): void {
  if (noteId !== null) {
    const note = noteKey(db, noteId)
    if (note !== undefined) sealNote(db, journalKey, note, id)
    return
  }
  const capture = captureId === null ? undefined : captureKey(db, captureId)
  if (capture === undefined) return
  const samePictures = kind === 'corrected' || kind === 'correction-undone'
  sealCapture(db, journalKey, capture, id, samePictures)
  // Notes may have got a place in it, or another source.
  for (const note of notesIn(db, capture)) sealNote(db, journalKey, note, id)
}

/** Seals notes that lost a place with what the line `entry` tells of. */
export function sealNotes({ db, journalKey }: Sealed, notes: readonly number[], entry: number): void {
  for (const note of notes) sealNote(db, journalKey, note, entry)
}

/** Remembers that everything is sealed by the present rules. */
export function markSealed(db: Db): void {
  writeState(db, STATE, SEAL_RULES)
}

/** Seals everything, for a library whose seals are missing or follow older rules. */
export function sealAllIfNeeded(library: Sealed): void {
  if (readState(library.db, STATE) !== SEAL_RULES) sealAll(library, lastJournalRow(library.db)?.id ?? 0)
}

/** Seals everything as it is, as told of by the line `entry`. */
export function sealAll({ db, journalKey }: Sealed, entry: number): void {
  for (
    let after = 0, keys = capturesAfter(db, 0, STEP);
    keys.length > 0;
    keys = capturesAfter(db, after, STEP)
  ) {
    for (const capture of keys) sealCapture(db, journalKey, capture, entry, false)
    after = keys.at(-1) ?? after
  }
  for (
    let after = 0, notes = notesAfter(db, 0, STEP);
    notes.length > 0;
    notes = notesAfter(db, after, STEP)
  ) {
    for (const { pk } of notes) sealNote(db, journalKey, pk, entry)
    after = notes.at(-1)?.pk ?? after
  }
  markSealed(db)
}

function sealCapture(db: Db, key: Uint8Array, capture: number, entry: number, samePictures: boolean): void {
  const rows = rowsOfDatabase(db)
  const known = samePictures ? captureSealOf(db, capture)?.pictures : undefined
  const pictures = known ?? picturesMac(rows, key, capture)
  const mac = pictures === null ? null : captureMac(rows, key, capture, { entry, pictures })
  if (mac !== null && pictures !== null) putCaptureSeal(db, capture, { entry, pictures, mac })
}

function sealNote(db: Db, key: Uint8Array, note: number, entry: number): void {
  const mac = noteMac(rowsOfDatabase(db), key, note, entry)
  if (mac !== null) putNoteSeal(db, note, { entry, mac })
}

/**
 * Whether a capture with its text, findings and corrections is as its seal says: what may be asked at every opening. Whether the
 * seal is the newest, and the pictures, are left to the check of the library.
 */
export function isAsSealed({ db, journalKey }: Sealed, capture: number): boolean {
  const seal = captureSealOf(db, capture)
  return seal !== undefined && seal.mac === captureMac(rowsOfDatabase(db), journalKey, capture, seal)
}

/** The seal's MAC of a capture as `rows` tell it; null when a part of it cannot be read. */
export function captureMac(
  rows: RowSource,
  key: Uint8Array,
  capture: number,
  { entry, pictures }: Omit<CaptureSeal, 'mac'>,
): string | null {
  const head = rows.byKey('capture', capture)
  const original = rows.byKey('original', Number(head?.[0]?.[3] ?? 0))
  const parts = PARTS.map((table) => rows.byKey(table, capture))
  const beside = KEPT_BESIDE.map((table) => rows.byCapture(table, capture))
  // A row's own key and that of the original are places in this database and nothing that it says.
  const file = original?.map(([, sha256, size]) => [sha256, size])
  const all = [head, file, ...parts, ...beside]
  return all.some((part) => part === null) ? null : mac(key, 'capture', [entry, pictures, ...all])
}

export function picturesMac(rows: RowSource, key: Uint8Array, capture: number): string | null {
  const files = rows.byCapture('picture_file', capture)
  // The bytes by their hash: they may be many megabytes, and JSON has no bytes.
  const hashed = files?.map((row) =>
    row.map((value) => (value instanceof Uint8Array ? sha256(value) : value)),
  )
  return hashed === undefined ? null : mac(key, 'pictures', hashed)
}

/** The seal's MAC of a note, with its places and tags. */
export function noteMac(rows: RowSource, key: Uint8Array, note: number, entry: number): string | null {
  const own = rows.byKey('note', note)
  const anchors = rows.byKey('note_anchor', note)
  const tags = rows.byKey('note_tag', note)?.map((row): Row | null => {
    const tag = rows.byKey('tag', Number(row[2]))?.[0]
    return tag === undefined ? null : [row[1] ?? null, tag[1] ?? null]
  })
  const all = [own, anchors, tags ?? null]
  return all.some((part) => part === null) ? null : mac(key, 'note', [entry, ...all])
}

function mac(key: Uint8Array, purpose: string, content: readonly unknown[]): string {
  return createHmac('sha256', key).update(`seal ${purpose} `).update(JSON.stringify(content)).digest('hex')
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
