import { describe, expect, it } from 'vitest'
import { draftOf } from '../../draft'
import { readHtml } from '../read'

const STORY = [
  'The ferry company cut its winter timetable by half on Thursday, and the island council learned of it from a notice.',
  'Councillors said that they would meet the owners before the end of the month, and that nobody had asked them.',
  'A crane operator, who has worked on the quay for nineteen years, said the last such cut had never been undone.',
]

/** The blocks of a page with their roles, each as `role: first words`. */
function roles(body: string, { lang = 'en', author = 'Ane Holm' } = {}): string[] {
  const story = STORY.map((words) => `<p>${words}</p>`).join('')
  const text = `<!doctype html><html lang="${lang}"><head><title>Ferry cut</title><meta name="author" content="${author}"></head>
    <body><article><h1>Ferry cut</h1>${body.replaceAll('STORY', story)}</article></body></html>`
  const reading = readHtml({ text, charset: 'utf-8' })
  if (!reading.ok) throw new Error(reading.failure.code)
  const draft = draftOf(reading.value)
  return draft.blocks.map(
    ({ range }, index) => `${draft.analysis.blockRoles[index]}: ${draft.text.slice(...range)}`,
  )
}

describe('lines that tell who made an article and when', () => {
  it.each([
    ['en', 'Ane Holm'],
    ['de', 'Von Ane Holm'],
    ['de', 'Ane Holm, 03.11.2023 15:32 Uhr'],
    ['es', 'Por Ane Holm'],
    ['pl', 'Ane Holm, 5 maja 2021, 14:51'],
    ['fr', 'par Ane Holm, 21 juin 2018'],
  ])('are bylines where the metadata names the author, in %s: %s', (lang, line) => {
    expect(roles(`<p>${line}</p>STORY`, { lang })).toContain(`byline: ${line}`)
    expect(roles(`STORY<p>${line}</p>`, { lang }).at(-1)).toBe(`byline: ${line}`)
  })

  it.each([
    ['en', 'Published: April 26, 2022, 9:52 PM'],
    ['de', 'Veröffentlicht am 26. Oktober 2023'],
    ['es', 'Miércoles 4 de mayo de 2022'],
    ['de', 'Stand: 25.01.2022'],
  ])('are furniture where they tell a day alone, in %s: %s', (lang, line) => {
    expect(roles(`<div>${line}</div>STORY`, { lang })).toContain(`furniture: ${line}`)
  })

  it.each([
    [
      'a sentence with the author in it',
      'Ane Holm rowed to the island on 3 November 2023 to see the notice.',
    ],
    ['a name that nobody gives as the author', 'Elin Varga'],
    ['a subhead with a year', 'The winter of 2023'],
  ])('are not %s', (_, line) => {
    expect(roles(`<p>${line}</p>STORY`)).not.toContain(`byline: ${line}`)
    expect(roles(`<p>${line}</p>STORY`)).not.toContain(`furniture: ${line}`)
  })

  it('are not the days that a story tells of, nor credits of pictures', () => {
    const found = roles('STORY<p>3 November 2023</p>STORY<p>Foto: Ane Holm</p>STORYSTORY', { lang: 'de' })
    expect(found.filter((line) => /^(?:furniture|byline)/.test(line))).toEqual([])
    expect(found.filter((line) => /3 November|Foto/.test(line))).toHaveLength(2)
  })

  it('are not in the middle of the story', () => {
    const found = roles(`STORYSTORYSTORYSTORY<p>Ane Holm</p>STORYSTORY`)
    expect(found.filter((line) => line === 'byline: Ane Holm')).toEqual([])
  })
})

describe('a standfirst', () => {
  const LINE =
    'Islanders learned of the change from a notice on the ticket window, and the council from them.'

  it.each([
    ['its class', `<p class="standfirst">${LINE}</p>STORY`],
    ['its class in another language', `<h2 class="article__bajada">${LINE}</h2>STORY`],
    ['its property', `<div itemprop="description"><p>${LINE}</p></div>STORY`],
    [
      'its place in the head of the article',
      `<header><p>${LINE}</p></header><div class="entry-content">STORYSTORYSTORYSTORY</div>`,
    ],
  ])('is told by %s', (_, body) => {
    expect(roles(body)).toContain(`standfirst: ${LINE}`)
  })

  it('stands before the story, and is no whole story', () => {
    expect(roles(`STORY<p class="standfirst">${LINE}</p>STORY`)).toContain(`story: ${LINE}`)
    const five = Array.from({ length: 5 }, (_, day) => `<p>Day ${day}: ${LINE}</p>`).join('')
    const parted = roles(`<header>${five}</header><div class="entry-content">STORYSTORYSTORYSTORY</div>`)
    expect(parted).toContain(`story: Day 0: ${LINE}`)
    const long = Array(9).fill(LINE).join(' ')
    expect(roles(`<div class="intro"><p>${long}</p></div>STORY`)).toContain(`story: ${long}`)
  })
})
