/** What still stands between a form and a new passphrase; null: nothing. In the order of the form. */
export type Missing = 'passphrase' | 'again' | null

/**
 * Whether a new passphrase can be taken. What is typed again may differ from it in nothing, not in case nor blanks: what
 * is checked here is what will be asked for at the lock screen.
 */
export function whatIsMissing(form: {
  readonly passphrase: string
  readonly again: string
  readonly enough: boolean
}): Missing {
  if (form.passphrase === '' || !form.enough) return 'passphrase'
  return form.again === form.passphrase ? null : 'again'
}

/** How strong a passphrase is: log10 of the guesses it withstands, and whether that is enough. */
export type Strength = { readonly guessesLog10: number; readonly enough: boolean }

/** Guesses (log10) at which the meter is full: four beyond the floor of 14 (SECURITY.md, Keys and vault). */
const FULL = 18
const FLOOR = 14

export type StrengthLevel = 'weak' | 'close' | 'enough' | 'strong'

/** In words, and as a share of the meter. */
export function strengthOf(guessesLog10: number, enough: boolean): { level: StrengthLevel; share: number } {
  const share = Math.max(0, Math.min(1, guessesLog10 / FULL))
  if (!enough) return { level: guessesLog10 >= FLOOR - 4 ? 'close' : 'weak', share }
  return { level: guessesLog10 >= FULL ? 'strong' : 'enough', share }
}
