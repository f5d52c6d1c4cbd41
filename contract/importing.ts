import { z } from 'zod'
import { FAILURE_CODES } from '#domain/failure'
import { method } from './define'

export const IMPORT_OUTCOMES = ['imported', 'new-capture', 'already-there', 'refused'] as const

/** What became of one article of one file. `file` is its name as the person gave it. */
export const importedFile = z.object({
  file: z.string(),
  /** Which article of a file that holds several, in the file's words; null when the file is the article. */
  part: z.string().nullable(),
  outcome: z.enum(IMPORT_OUTCOMES),
  articleId: z.string().nullable(),
  captureId: z.string().nullable(),
  code: z.enum(FAILURE_CODES).nullable(),
  /** A sentence for a person: why it was refused, or null. */
  message: z.string().nullable(),
})
export type ImportedFile = z.output<typeof importedFile>

export const importProgress = z.object({
  /** Files, of which each may hold several articles. */
  done: z.int(),
  total: z.int(),
  /** The outcomes since the last report, in order. */
  files: z.array(importedFile),
  finished: z.boolean(),
  cancelled: z.boolean(),
})
export type ImportProgress = z.output<typeof importProgress>

/** Bringing files in. Progress comes as the event `importing:progress`. */
export const importing = {
  /** Asks for files, then imports them. False when the person cancelled the dialog. */
  choose: method('unlocked', z.object({ kind: z.enum(['files', 'folder']) }), z.boolean()),
  /** Imports files and folders that were dropped on the window. */
  paths: method('unlocked', z.object({ paths: z.array(z.string().min(1)).min(1).max(10_000) }), z.null()),
  samples: method('unlocked', z.void(), z.null()),
  cancel: method('unlocked', z.void(), z.null()),
}
