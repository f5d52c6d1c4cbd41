import { expect, test } from 'vitest'
import type { JournalEntry } from '#contract/journal'
import { byDay } from './by-day'

const entry = (id: number, at: Date): JournalEntry => ({
  id,
  at: at.toISOString(),
  kind: 'imported',
  articleId: null,
  captureId: null,
  noteId: null,
  files: null,
})

test("entries of one calendar day stand together, by the reader's own clock", () => {
  const days = byDay([
    entry(3, new Date(2024, 2, 2, 0, 5)),
    entry(2, new Date(2024, 2, 1, 23, 55)),
    entry(1, new Date(2024, 2, 1, 0, 1)),
  ])
  expect(days.map((day) => day.entries.map(({ id }) => id))).toEqual([[3], [2, 1]])
})
