import { z } from 'zod'
import { correctionAct, removedCorrection, shownCorrection } from './corrections'
import { method } from './define'
import { analysis, articleListing, range } from './schemas'

/** A capture's findings and the article's line in the list, as they are after a correction. */
export const corrected = z.object({
  analysis,
  listing: articleListing,
  corrections: z.array(shownCorrection),
})
export type Corrected = z.output<typeof corrected>

/** One finding that a newer engine made otherwise (domain/corrections/changes-between.ts). */
export const changeFound = z.object({
  what: z.enum(['source', 'statement', 'credit']),
  change: z.enum(['added', 'removed', 'changed']),
  words: z.string(),
  range: range.nullable(),
  fields: z.array(z.string()),
})

/** What a reader says against what was extracted: kept beside it, laid over it, and taken away again. */
export const correcting = {
  /** A capture's corrections in the order in which they were made. */
  list: method('unlocked', z.object({ captureId: z.string() }), z.array(shownCorrection)),
  /** Refused when it would change nothing: its finding is not there. */
  add: method(
    'unlocked',
    z.object({ captureId: z.string(), act: correctionAct }),
    z.object({ correctionId: z.string(), corrected }),
  ),
  /** Undo, and "back to extracted": takes corrections away. */
  remove: method(
    'unlocked',
    z.object({ captureId: z.string(), correctionIds: z.array(z.string()).min(1).max(1_000) }),
    corrected,
  ),
  /** Redo: puts corrections back in their place. Refused when one of them is there. */
  restore: method(
    'unlocked',
    z.object({ captureId: z.string(), corrections: z.array(removedCorrection).min(1).max(1_000) }),
    corrected,
  ),
  /** Runs this program's engine over the stored file. Corrections stay; says what was found otherwise. */
  reanalyse: method(
    'unlocked',
    z.object({ captureId: z.string() }),
    z.object({ corrected, changes: z.array(changeFound) }),
  ),
}
export type Reanalysed = z.output<(typeof correcting)['reanalyse']['output']>
