import { expect, test } from 'vitest'
import { carriedBy } from './carried'

const transfer = (files: string[], data: Record<string, string>) => ({
  files,
  getData: (type: string) => data[type] ?? '',
})
const pathOf = (file: unknown) => String(file)

test('files come before HTML, and HTML before text', () => {
  const data = { 'text/html': '<p>A</p>', 'text/plain': 'A' }
  expect(carriedBy(transfer(['/x/a.html'], data), pathOf)).toEqual({ kind: 'files', paths: ['/x/a.html'] })
  expect(carriedBy(transfer([], data), pathOf)).toEqual({ kind: 'text', form: 'html', text: '<p>A</p>' })
  expect(carriedBy(transfer([], { 'text/plain': 'A' }), pathOf)).toEqual({
    kind: 'text',
    form: 'plain',
    text: 'A',
  })
})

test('a picture out of a page is no file of this machine', () => {
  expect(carriedBy(transfer([''], { 'text/html': '<p>A</p>' }), pathOf)).toMatchObject({ form: 'html' })
})

test('blank text is nothing', () => {
  expect(carriedBy(transfer([], { 'text/plain': ' \n' }), pathOf)).toBeNull()
})
