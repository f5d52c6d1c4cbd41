import type { JournalEntry } from '#contract/journal'

export type JournalDay = { readonly day: string; readonly entries: readonly JournalEntry[] }

/** Groups entries (newest first) by the calendar day of the reader's own time zone. */
export function byDay(entries: readonly JournalEntry[]): readonly JournalDay[] {
  const days: { day: string; entries: JournalEntry[] }[] = []
  for (const entry of entries) {
    const at = new Date(entry.at)
    const day = `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()}`
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}
