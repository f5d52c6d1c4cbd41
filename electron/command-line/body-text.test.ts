import { describe, expect, it } from 'vitest'
import { wordsAt } from '#domain/article/range'
import { draftOf } from '../ingest/draft'
import { readHtml } from '../ingest/html/read'
import { readPlainText } from '../ingest/plain-text/read'
import { extractLine } from './analysis-commands'

const STORY = [
  'The lighthouse at Torvik went dark on Monday for the first time in ninety years, and nobody had told the fishers.',
  'The coast office said that a part had failed, and that a new one would come with the next supply boat.',
]
const PAGE = `<html lang="en"><head><title>Lighthouse dark</title></head><body><article><h1>Lighthouse goes dark</h1>
<p class="byline">By Ane Holm</p><p>${STORY[0]}</p>
<figure><img src="a.jpg" alt="A tower at dusk"><figcaption>The tower, in 2021. (Island Post)</figcaption></figure>
<p>${STORY[1]}</p>Reklama<p>Translated by Per Lund</p></article></body></html>`

describe('the text that extract prints', () => {
  it('is the body of a page, without headline, byline and alternative texts', () => {
    const reading = readHtml({ text: PAGE, charset: 'utf-8' })
    if (!reading.ok) throw new Error(reading.failure.code)
    const draft = draftOf(reading.value)
    const line = extractLine('page.html', draft)
    expect(line.text).toBe(
      [STORY[0], 'The tower, in 2021. (Island Post)', STORY[1], 'Translated by Per Lund'].join('\n\n'),
    )
    expect(draft.text).toContain('Lighthouse goes dark\n\nBy Ane Holm')
    expect(line).toMatchObject({ title: 'Lighthouse goes dark', authors: ['Ane Holm'] })
  })

  it('has ranges of its own: each points at the words that it points at in the whole text', () => {
    const reading = readHtml({ text: PAGE, charset: 'utf-8' })
    if (!reading.ok) throw new Error(reading.failure.code)
    const draft = draftOf(reading.value)
    const line = extractLine('page.html', draft)
    const translator = line.credits.find(({ role }) => role === 'translator')
    expect(translator?.range && wordsAt(line.text, translator.range)).toBe('Per Lund')
    expect(line.credits.find(({ role }) => role === 'author')?.range).toBeNull()
    expect(line.pictures[0]?.range && wordsAt(line.text, line.pictures[0].range)).toContain(
      'The tower, in 2021.',
    )
    const shown = line.blocks
      .filter(({ kind }) => kind !== 'figure')
      .map(({ range }) => wordsAt(line.text, range))
    expect(shown.join('\n\n')).toBe(line.text)
  })

  it('is the file itself for a text file', () => {
    const text = `Lighthouse goes dark\n\nBy Ane Holm\n\n${STORY.join('\n\n')}\n`
    const line = extractLine('a.txt', draftOf(readPlainText({ text, charset: 'utf-8' })))
    expect(line.text).toBe(text)
    expect(line.credits.map(({ range }) => range && wordsAt(text, range))).toEqual(['Ane Holm'])
  })
})
