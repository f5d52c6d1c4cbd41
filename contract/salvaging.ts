import { z } from 'zod'
import { method } from './define'
import { passphrase, recoveryCode } from './secrets'
import { vaultStatus } from './vault'

/** What became of something that could not be kept as it was. */
export const SALVAGE_OUTCOMES = [
  /** Not there any more. */
  'lost',
  /** Its findings were damaged; its imported file is whole and was read again. Corrections of it are lost. */
  'read-again',
  /** Kept as it could be read, but its seal does not prove that this is all of it, or the newest. */
  'unproven',
] as const

export const salvaged = z.object({
  kind: z.enum(['article', 'capture', 'original', 'pictures', 'note']),
  outcome: z.enum(SALVAGE_OUTCOMES),
  articleId: z.string().nullable(),
  captureId: z.string().nullable(),
  noteId: z.string().nullable(),
  title: z.string().nullable(),
})
export type Salvaged = z.output<typeof salvaged>

/** Things that a report names one by one. */
export const MOST_SALVAGED_NAMED = 1_000

export const salvageReport = z.object({
  /** What the new library holds. */
  articles: z.int(),
  captures: z.int(),
  notes: z.int(),
  journalEntries: z.int(),
  damagedPages: z.int(),
  pages: z.int(),
  /** Whether all was kept just as it was. */
  complete: z.boolean(),
  /** Whether a check of the new library found it whole, but for files that the old one had lost. */
  verified: z.boolean(),
  items: z.array(salvaged).max(MOST_SALVAGED_NAMED),
  itemCount: z.int(),
})
export type SalvageReport = z.output<typeof salvageReport>

export type SalvageProgress = { readonly done: number; readonly total: number }

/** Rescuing what a damaged library still holds into a new one. The damaged one is never written into. */
export const salvaging = {
  /**
   * Rescues the library that is chosen, open or locked, into a new folder beside it; it has the same passphrase and no
   * recovery code. An open library is closed for it. Progress comes as `salvaging:progress`.
   */
  salvage: method('always', z.object({ passphrase }), salvageReport),
  cancel: method('always', z.void(), z.null()),
  /** Gives the rescued library, which is closed still, a recovery code. */
  'give-recovery-code': method('always', z.object({ passphrase, recoveryCode }), z.null()),
  /** Makes the rescued library the one to unlock. */
  'open-rescued': method('always', z.void(), vaultStatus),
}
