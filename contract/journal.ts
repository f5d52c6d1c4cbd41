import { z } from 'zod'
import { method } from './define'

export const JOURNAL_KINDS = [
  'vault-created',
  'imported',
  'new-capture',
  'article-removed',
  'capture-moved',
  'note-moved',
  'article-joined',
  'note-added',
  'note-changed',
  'note-removed',
  'corrected',
  'correction-undone',
  'reanalysed',
  'exported',
  'backed-up',
  'restored',
  'salvaged',
  'lost',
  'keys-renewed',
] as const

/** One line of the append-only journal: what happened, when, to what. */
export const journalEntry = z.object({
  id: z.int(),
  at: z.string(),
  kind: z.enum(JOURNAL_KINDS),
  articleId: z.string().nullable(),
  captureId: z.string().nullable(),
  noteId: z.string().nullable(),
  /** For an export: its manifest's files. For a backup: the backup. Else null. */
  files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.int() })).nullable(),
})
export type JournalEntry = z.output<typeof journalEntry>

export const journal = {
  /** Newest first. */
  list: method(
    'unlocked',
    z.object({ before: z.int().nullable(), limit: z.int().min(1).max(500) }),
    z.array(journalEntry),
  ),
}
