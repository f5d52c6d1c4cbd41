import type { Settings } from '#contract/settings'

/** The bounds of contract/settings.ts, here without its schema library; a test holds the two together. */
export const TEXT_SIZE = { min: 12, max: 32, step: 1, normal: 19 }
export const LINE_HEIGHT = { min: 1.2, max: 2.2, step: 0.05 }
export const COLUMN_WIDTH = { min: 45, max: 100, step: 1 }

/** Minutes without input after which the vault locks. */
export const LOCK_CHOICES = ['1', '5', '15', '60', 'never'] as const
export type LockChoice = (typeof LOCK_CHOICES)[number]

/** The choice that stands for a setting; one made elsewhere shows as the nearest shorter. */
export function lockChoiceOf(minutes: Settings['lockAfterMinutes']): LockChoice {
  if (minutes === null) return 'never'
  const shorter = LOCK_CHOICES.filter((choice) => choice !== 'never' && Number(choice) <= minutes)
  return shorter.at(-1) ?? '1'
}

export function minutesOf(choice: LockChoice): Settings['lockAfterMinutes'] {
  return choice === 'never' ? null : Number(choice)
}

/** The next text size, up or down, inside the bounds. */
export function textSizeAfter(size: number, delta: 1 | -1): number {
  return Math.min(TEXT_SIZE.max, Math.max(TEXT_SIZE.min, size + delta))
}
