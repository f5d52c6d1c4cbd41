import { describe, expect, it } from 'vitest'
import { withoutInnerDocuments } from './inner-documents'
import { readHtml } from './read'

const STORY =
  'The ferry company cut its winter timetable by half on Thursday, and the island council learned of it from a notice.'

describe('a document inside a page', () => {
  it.each([
    [
      'pasted into the article of a page that has no <html> of its own',
      `<!doctype html><head><title>Ferry cut</title></head><body><h1>Ferry cut</h1><article>
       <!DOCTYPE html PUBLIC "x"><html><body><p>${STORY}</p></body></html></article></body></html>`,
    ],
    [
      'begun twice by a template',
      `<!doctype html><html lang="en"><html class="page"><head><title>Ferry cut</title></head><body><h1>Ferry cut</h1><p>${STORY}</p></body></html>`,
    ],
    [
      'ended and begun again between two parts',
      `<html><body><h1>Ferry cut</h1></body></html><html><body><p>${STORY}</p></body></html>`,
    ],
  ])('%s does not hide the story', (_, text) => {
    const reading = readHtml({ text, charset: 'utf-8' })
    expect(reading.ok && reading.value.text).toBe(`Ferry cut\n\n${STORY}`)
  })

  it('leaves a page of one document as it is, and what only scripts and comments write', () => {
    const one = '<!doctype html><html><head></head><body class="a"><p>x</p></body></html>'
    expect(withoutInnerDocuments(one)).toBe(one)
    const written =
      '<html><!--[if IE]><body class="ie"><![endif]--><body class="a"><script>w("<html><body>")</script>x'
    expect(withoutInnerDocuments(written)).toBe(written)
  })
})
