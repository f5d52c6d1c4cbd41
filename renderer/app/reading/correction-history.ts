import type { Correction } from '#domain/corrections/correction'
import type { History } from './step-history'

/** What a reader did to the corrections of an article: made one, or went back to what was extracted. */
export type CorrectionStep =
  | { readonly kind: 'made'; readonly corrections: readonly Correction[] }
  | { readonly kind: 'taken-away'; readonly corrections: readonly Correction[] }
export type CorrectionHistory = History<CorrectionStep>

/** Whether the latest step was to make this correction. */
export function isLatestMade(history: CorrectionHistory, correctionId: string): boolean {
  const last = history.past.at(-1)
  return last?.kind === 'made' && last.corrections.some(({ id }) => id === correctionId)
}
