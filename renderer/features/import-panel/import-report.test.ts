import { expect, test } from 'vitest'
import type { ImportedFile } from '#contract/importing'
import {
  baseName,
  createImportLog,
  createImportReports,
  type OutcomeFilter,
  type Outcomes,
  wayApart,
} from './import-report'

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
/** The rows as they are listed: files by their names, reasons by their codes and how many files they are of. */
const rows = (outcomes: Outcomes, filter: OutcomeFilter = 'all') =>
  Array.from({ length: outcomes.count(filter) }, (_, index) => {
    const row = outcomes.row(index, filter)
    return row?.kind === 'reason' ? `${row.code} ${row.files}` : row?.file.file
  })

test('outcomes add up over the reports of one import', () => {
  const log = createImportLog()
  log.add(progress(2, [file('a', 'imported'), file('b', 'refused')]))
  const report = log.add(progress(4, [file('c', 'already-there'), file('a', 'imported')], true))
  expect(report.counts).toEqual({ imported: 2, 'new-capture': 0, 'already-there': 1, refused: 1 })
  expect(report.running).toBe(false)
  expect(rows(report.outcomes)).toEqual(['file-empty 1', 'b', 'a', 'c', 'a'])
})

test('the next import begins a new report', () => {
  const log = createImportLog()
  log.add(progress(4, [file('a', 'imported')], true))
  const next = log.add(progress(1, [file('z', 'refused')]))
  expect(next.counts.imported).toBe(0)
  expect(rows(next.outcomes)).toEqual(['file-empty 1', 'z'])
})

test('refused files are listed first and by their reasons, otherwise in order, or alone', () => {
  const log = createImportLog()
  log.add(progress(3, [file('a', 'imported'), file('b', 'refused'), file('c', 'imported')]))
  const damaged = { ...file('d', 'refused'), code: 'file-damaged' as const }
  const { outcomes } = log.add(progress(5, [damaged, file('e', 'refused')]))
  const refused = ['file-empty 2', 'b', 'e', 'file-damaged 1', 'd']
  expect(rows(outcomes)).toEqual([...refused, 'a', 'c'])
  expect(rows(outcomes, 'refused')).toEqual(refused)
  expect(outcomes.row(5, 'refused')).toBeUndefined()
  expect(outcomes.row(7, 'all')).toBeUndefined()
})

test('reports are told as they come, and closed only when the import has ended', () => {
  const reports = createImportReports()
  let told = 0
  const end = reports.subscribe(() => {
    told += 1
  })
  reports.add(progress(1, [file('a', 'imported')]))
  reports.close()
  expect(reports.current()?.counts.imported).toBe(1)
  reports.add(progress(2, [], true))
  reports.close()
  expect([reports.current(), told]).toEqual([null, 3])
  end()
  reports.add(progress(1, []))
  expect(told).toBe(3)
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
