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
  paused: z.boolean(),
  /** Articles a second, and seconds until all files are read, by the last of them; null until that can be said. */
  rate: z.number().nullable(),
  secondsLeft: z.number().nullable(),
})
export type ImportProgress = z.output<typeof importProgress>

const path = z.string().min(1)
/** Text of a selection or the clipboard is never longer than a page that is read from a file, in UTF-16 code units. */
const TEXT_LIMIT = 20_000_000

/** Bringing articles in. Progress comes as the event `importing:progress`. */
export const importing = {
  /** Asks for files, then imports them. False when the person cancelled the dialog. */
  choose: method('unlocked', z.object({ kind: z.enum(['files', 'folder']) }), z.boolean()),
  /** Imports files and folders that were dropped on the window; `apart` as articles of their own, whatever is there. */
  paths: method(
    'unlocked',
    z.object({ paths: z.array(path).min(1).max(10_000), apart: z.boolean().optional() }),
    z.null(),
  ),
  samples: method('unlocked', z.void(), z.null()),
  /** Imports a copied or dropped selection: as the page it was cut from when it is HTML, else as plain text. */
  text: method(
    'unlocked',
    z.object({ form: z.enum(['html', 'plain']), text: z.string().min(1).max(TEXT_LIMIT) }),
    z.null(),
  ),
  cancel: method('unlocked', z.void(), z.null()),
  /** Holds an import before its next file, or lets it go on. */
  pause: method('unlocked', z.object({ paused: z.boolean() }), z.null()),
  /** Tries the refused files of the last import again. */
  retry: method('unlocked', z.void(), z.null()),
  /** An import that a lock or a crash ended: how many files and folders were given to it. Null when there is none. */
  unfinished: method('unlocked', z.void(), z.object({ given: z.int() }).nullable()),
  /** Goes on with it, or forgets it. */
  resume: method('unlocked', z.void(), z.null()),
  forget: method('unlocked', z.void(), z.null()),
  /** Asks where, and writes what became of each file of the last import. Null when the person cancelled the dialog. */
  'save-report': method('unlocked', z.void(), z.object({ name: z.string() }).nullable()),
}
