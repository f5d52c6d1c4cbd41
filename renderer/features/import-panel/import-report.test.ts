import { expect, test } from 'vitest'
import type { ImportedFile } from '#contract/importing'
import { baseName, createImportLog, type OutcomeFilter, type Outcomes, wayApart } from './import-report'

const file = (name: string, outcome: ImportedFile['outcome']): ImportedFile => ({
  file: name,
  part: null,
  outcome,
  articleId: null,
  captureId: outcome === 'new-capture' ? 'c1' : null,
  code: outcome === 'refused' ? 'file-empty' : null,
  message: null,
})
const progress = (done: number, files: readonly ImportedFile[], finished = false) => ({
  done,
  total: 4,
  files: [...files],
  finished,
  cancelled: false,
  paused: false,
  rate: null,
  secondsLeft: null,
})
const names = (outcomes: Outcomes, filter: OutcomeFilter = 'all') =>
  Array.from({ length: outcomes.count(filter) }, (_, index) => outcomes.row(index, filter)?.file)

test('outcomes add up over the reports of one import', () => {
  const log = createImportLog()
  log.add(progress(2, [file('a', 'imported'), file('b', 'refused')]))
  const report = log.add(progress(4, [file('c', 'already-there'), file('a', 'imported')], true))
  expect(report.counts).toEqual({ imported: 2, 'new-capture': 0, 'already-there': 1, refused: 1 })
  expect(report.running).toBe(false)
  const places = Array.from({ length: 4 }, (_, index) => report.outcomes.row(index, 'all')?.at)
  expect(new Set(places).size).toBe(4)
})

test('the next import begins a new report', () => {
  const log = createImportLog()
  log.add(progress(4, [file('a', 'imported')], true))
  const next = log.add(progress(1, [file('z', 'refused')]))
  expect(next.counts.imported).toBe(0)
  expect(names(next.outcomes)).toEqual(['z'])
})

test('refused files are listed first, otherwise in order, or alone', () => {
  const log = createImportLog()
  const { outcomes } = log.add(
    progress(3, [file('a', 'imported'), file('b', 'refused'), file('c', 'imported')]),
  )
  expect(names(outcomes)).toEqual(['b', 'a', 'c'])
  expect(names(outcomes, 'refused')).toEqual(['b'])
  expect(outcomes.row(1, 'refused')).toBeUndefined()
})

test('a path shows its last part', () => {
  expect(baseName('/home/x/saved pages/a.html')).toBe('a.html')
  expect(baseName('C:\\x\\b.txt')).toBe('b.txt')
  expect(baseName('c.txt')).toBe('c.txt')
})

test('a capture is set apart by splitting it, a file that was there by importing it again', () => {
  expect(wayApart(file('/x/a.txt', 'new-capture'))).toEqual({ split: 'c1' })
  expect(wayApart(file('/x/a.txt', 'already-there'))).toEqual({ importAgain: '/x/a.txt' })
  expect(wayApart(file('2026-01-02 10.00.00.txt', 'already-there'))).toBeNull()
  expect(wayApart({ ...file('/x/a.mbox', 'already-there'), part: 'Second' })).toBeNull()
  expect(wayApart(file('/x/a.txt', 'imported'))).toBeNull()
})
