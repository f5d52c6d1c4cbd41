import { expect, it } from 'vitest'
import { selectionPage } from './selection-page'

it('makes a page of a selection', () => {
  expect(selectionPage('<p>Words')).toBe(
    '<!doctype html><html><head><meta charset="utf-8"></head><body><p>Words</body></html>',
  )
})

it('leaves a page as it is, without the header of the Windows clipboard', () => {
  const page = '<html><body><!--StartFragment--><p>Words</p><!--EndFragment--></body></html>'
  expect(selectionPage(page)).toBe(page)
  expect(
    selectionPage(`Version:0.9\r\nStartHTML:0000000105\r\nSourceURL:https://example.org/a\r\n${page}`),
  ).toBe(page)
})
