import { z } from 'zod'
import { method } from './define'
import { note, noteColor, noteStyle, range } from './schemas'

const NOTE_LIMIT = 1_000_000
const markdown = z.string().max(NOTE_LIMIT)
const tags = z.array(z.string().trim().min(1).max(200)).max(200)

/** The reader's own highlights, notes and tags. */
export const notes = {
  /** A highlight on `range` of the capture's text. */
  add: method(
    'unlocked',
    z.object({
      captureId: z.string(),
      range,
      color: noteColor,
      style: noteStyle,
      markdown,
      tags,
      sourceId: z.string().nullable(),
    }),
    note,
  ),
  /** Changes what is given and leaves the rest. */
  change: method(
    'unlocked',
    z.object({
      noteId: z.string(),
      color: noteColor.optional(),
      style: noteStyle.optional(),
      markdown: markdown.optional(),
      tags: tags.optional(),
      sourceId: z.string().nullable().optional(),
    }),
    note,
  ),
  remove: method('unlocked', z.object({ noteId: z.string() }), z.null()),
  /** All tags in use, most used first. */
  tags: method('unlocked', z.void(), z.array(z.object({ tag: z.string(), notes: z.int() }))),
}
