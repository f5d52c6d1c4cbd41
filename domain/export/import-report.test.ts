import { expect, it } from 'vitest'
import { renderImportReport } from './import-report'

const line = { file: '/home/x/a.html', part: null, outcome: 'imported', reason: null }

it('has a line for each file, and for each part of one', () => {
  const parts = [line, { ...line, part: 'Second letter', outcome: 'refused', reason: 'It is empty.' }]
  expect(renderImportReport(parts, 'en')).toBe(
    '\uFEFFFile,Part,Outcome,Reason\r\n/home/x/a.html,,imported,\r\n/home/x/a.html,Second letter,refused,It is empty.\r\n',
  )
})

it('keeps commas, quotation marks and line ends inside their cells', () => {
  const file = 'a "good", old\nname.html'
  expect(renderImportReport([{ ...line, file }], 'ko')).toContain('"a ""good"", old\nname.html",,')
})

it('gives a spreadsheet no formula to run', () => {
  for (const file of ['=HYPERLINK("https://example.org")', '+1', '-1', '@x', '\t=1']) {
    const [, row = ''] = renderImportReport([{ ...line, file }], 'en').split('\r\n')
    expect(row.replace(/^"/, '')).toMatch(/^'/)
  }
})
