import { expect, it } from 'vitest'
import type { ImportedFile, ImportProgress } from '#contract/importing'
import { reportProgress } from './progress'

const file = (name: string): ImportedFile => ({
  file: name,
  part: null,
  outcome: 'imported',
  articleId: name,
  captureId: name,
  code: null,
  message: null,
})

it('what was under way when a pause began is told while it lasts', () => {
  const told: ImportProgress[] = []
  const reports = reportProgress((progress) => told.push(progress))
  reports.total(3)
  reports.pause(true)
  reports.article(file('a'))
  reports.fileDone()
  expect(told.at(-1)).toMatchObject({ done: 1, total: 3, paused: true })
  expect(told.flatMap(({ files }) => files.map(({ file: name }) => name))).toEqual(['a'])
})
