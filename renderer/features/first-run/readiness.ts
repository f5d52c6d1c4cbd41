/** What still stands between the form and a library; null: nothing. In the order of the form. */
export type Missing = 'name' | 'passphrase' | 'again' | null

/**
 * Whether a library can be made. The words typed again may differ in case and blanks from the offered ones in no
 * way: what is checked here is what will be asked for at the lock screen.
 */
export function whatIsMissing(form: {
  readonly name: string
  readonly passphrase: string
  readonly again: string
  readonly enough: boolean
}): Missing {
  if (form.name.trim() === '') return 'name'
  if (form.passphrase === '' || !form.enough) return 'passphrase'
  if (form.again !== form.passphrase) return 'again'
  return null
}

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
