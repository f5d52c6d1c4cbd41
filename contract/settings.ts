import { z } from 'zod'
import { method } from './define'

export const THEMES = ['system', 'light', 'dark', 'sepia'] as const
export const LOCALES = ['system', 'en', 'ko'] as const

/** How the window looks. Kept outside the vault, so that the lock screen has it too; holds no content. */
export const settingsSchema = z.object({
  theme: z.enum(THEMES).default('system'),
  locale: z.enum(LOCALES).default('system'),
  /** Text size of the article in px. */
  textSize: z.int().min(12).max(32).default(19),
  /** Line height of the article, a multiple of the text size. */
  lineHeight: z.number().min(1.2).max(2.2).default(1.6),
  /** Width of the article's column in characters. */
  columnWidth: z.int().min(45).max(100).default(68),
  face: z.enum(['serif', 'sans']).default('serif'),
  justify: z.boolean().default(false),
  /** Minutes without input after which the vault locks; null for never. */
  lockAfterMinutes: z.int().min(1).max(240).nullable().default(5),
})
export type Settings = z.output<typeof settingsSchema>

export const settings = {
  read: method('always', z.void(), settingsSchema),
  change: method('always', settingsSchema.partial(), settingsSchema),
}
