import { z } from 'zod'
import { method } from './define'

export const THEMES = ['system', 'light', 'dark', 'sepia'] as const
/** How often a backup is asked for. */
export const BACKUP_REMINDERS = ['never', 'weekly', 'monthly'] as const
export const LOCALES = ['system', 'en', 'ko'] as const

const fields = {
  theme: z.enum(THEMES),
  locale: z.enum(LOCALES),
  /** Text size of the article in px. */
  textSize: z.int().min(12).max(32),
  /** Line height of the article, a multiple of the text size. */
  lineHeight: z.number().min(1.2).max(2.2),
  /** Width of the article's column in characters. */
  columnWidth: z.int().min(45).max(100),
  face: z.enum(['serif', 'sans']),
  justify: z.boolean(),
  /** Minutes without input after which the vault locks; null for never. */
  lockAfterMinutes: z.int().min(1).max(240).nullable(),
  backupReminder: z.enum(BACKUP_REMINDERS),
  /** Covers the window while another one has the focus. */
  coverWhenAway: z.boolean(),
  /** Lets screenshots and recordings see the window, where the system can keep them from it (macOS, Windows). */
  allowScreenshots: z.boolean(),
}

/** How the window looks. Kept outside the vault, so that the lock screen has it too; holds no content. */
export const settingsSchema = z.object({
  theme: fields.theme.default('system'),
  locale: fields.locale.default('system'),
  textSize: fields.textSize.default(19),
  lineHeight: fields.lineHeight.default(1.6),
  columnWidth: fields.columnWidth.default(68),
  face: fields.face.default('serif'),
  justify: fields.justify.default(false),
  lockAfterMinutes: fields.lockAfterMinutes.default(5),
  backupReminder: fields.backupReminder.default('monthly'),
  // Off: who writes beside an article looks at both windows.
  coverWhenAway: fields.coverWhenAway.default(false),
  // Off: a system that takes pictures of the screen by itself would keep articles outside the vault.
  allowScreenshots: fields.allowScreenshots.default(false),
})
export type Settings = z.output<typeof settingsSchema>

/** A change names what it changes: without the defaults, which a partial schema would fill in and so reset the rest. */
const settingsChange = z.object(fields).partial()

export const settings = {
  read: method('always', z.void(), settingsSchema),
  change: method('always', settingsChange, settingsSchema),
}
