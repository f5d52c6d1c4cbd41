import { expect, test } from 'vitest'
import type { ImportedFile } from '#contract/importing'
import { baseName, refusedFirst, withProgress } from './import-report'

const file = (name: string, outcome: ImportedFile['outcome']): ImportedFile => ({
  file: name,
  part: null,
  outcome,
  articleId: null,
  captureId: null,
  code: outcome === 'refused' ? 'file-empty' : null,
  message: null,
})
const progress = (done: number, files: readonly ImportedFile[], finished = false) => ({
  done,
  total: 4,
  files: [...files],
  finished,
  cancelled: false,
})

test('outcomes add up over the reports of one import', () => {
  const first = withProgress(null, progress(2, [file('a', 'imported'), file('b', 'refused')]))
  const second = withProgress(first, progress(4, [file('c', 'already-there'), file('a', 'imported')], true))
  expect(second.counts).toEqual({ imported: 2, 'new-capture': 0, 'already-there': 1, refused: 1 })
  expect(second.files.map(({ at }) => at)).toEqual([0, 1, 2, 3])
  expect(second.running).toBe(false)
})

test('the next import begins a new report', () => {
  const ended = withProgress(null, progress(4, [file('a', 'imported')], true))
  const next = withProgress(ended, progress(1, [file('z', 'refused')]))
  expect(next.counts.imported).toBe(0)
  expect(next.files).toHaveLength(1)
})

test('refused files are listed first, otherwise in order', () => {
  const { files } = withProgress(
    null,
    progress(3, [file('a', 'imported'), file('b', 'refused'), file('c', 'imported')]),
  )
  expect(refusedFirst(files).map((entry) => entry.file)).toEqual(['b', 'a', 'c'])
})

test('a path shows its last part', () => {
  expect(baseName('/home/x/saved pages/a.html')).toBe('a.html')
  expect(baseName('C:\\x\\b.txt')).toBe('b.txt')
  expect(baseName('c.txt')).toBe('c.txt')
})
