import type { Settings } from '#contract/settings'

const DAY = 24 * 60 * 60 * 1000

/** Days after which a backup is due. */
const DUE_AFTER: Readonly<Record<Settings['backupReminder'], number>> = {
  never: Number.POSITIVE_INFINITY,
  weekly: 7,
  monthly: 30,
}

/** Whole days by the calendar of this machine between an instant (ISO 8601) and `now`: yesterday evening is one day ago. */
export function daysSince(instant: string, now: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
  return Math.max(0, Math.round((midnight(now) - midnight(new Date(instant))) / DAY))
}

/** Whether a backup is due: counted from the last one, or from when the library was made. */
export function isDue(
  reminder: Settings['backupReminder'],
  state: { readonly lastAt: string | null; readonly libraryMadeAt: string },
  now: Date,
): boolean {
  return daysSince(state.lastAt ?? state.libraryMadeAt, now) >= DUE_AFTER[reminder]
}
