import { describe, expect, it } from 'vitest'
import type { Reading } from '../article/capture'
import { analyse } from './analyse'
import { plainReading } from './testing/readings'

/** "role: first words" of each block. */
function roles(reading: Reading): string[] {
  const { blockRoles } = analyse(reading)
  return reading.blocks.map(
    ({ range }, index) => `${blockRoles[index]}: ${reading.text.slice(...range).slice(0, 24)}`,
  )
}
const STORY =
  'The north quay stayed shut on Monday after its only crane gave way in the night, and nobody could say when it would open again.'
const MORE =
  'Boats waited in the roads until the evening tide, with their lamps lit and their holds full of fish.'

describe('plain text', () => {
  it('knows a headline by its look and its place', () => {
    expect(roles(plainReading(`Crane falls at north quay\n\nBy Ada Roe\n\n${STORY}\n\n${MORE}`))).toEqual([
      'headline: Crane falls at north qua',
      'byline: By Ada Roe',
      `story: ${STORY.slice(0, 24)}`,
      `story: ${MORE.slice(0, 24)}`,
    ])
  })

  it('has no headline where the story begins at once', () => {
    expect(roles(plainReading(`${STORY}\n\n${MORE}`)).map((role) => role.split(':')[0])).toEqual([
      'story',
      'story',
    ])
    expect(analyse(plainReading(`It fell at night.\n\n${STORY}`)).facts.headline).toBeNull()
  })

  it('takes a title with a full stop for a headline only when it is in title case', () => {
    expect(
      analyse(plainReading(`Crane Falls at North Quay Overnight.\n\n${STORY}`)).facts.headline?.value,
    ).toBe('Crane Falls at North Quay Overnight.')
  })

  it('does not take an alternative text for a headline', () => {
    const text = `Fallen crane at the north quay\nFILE PHOTO: A fallen crane lies at the north quay. (Harbor Tern)\n\n${STORY}`
    const { facts, pictures, blockRoles } = analyse(plainReading(text))
    expect(facts.headline).toBeNull()
    expect(pictures).toMatchObject([
      { alt: 'Fallen crane at the north quay', credit: 'Harbor Tern', filePhoto: true },
    ])
    expect(blockRoles).toEqual(['picture', 'picture', 'story'])
  })

  it('takes a headline above a picture that shows something else', () => {
    const text = `Board knew of cracked bolts\n\nA boat in the evening light. (Harbor Tern)\n\n${STORY}`
    expect(analyse(plainReading(text)).facts.headline?.value).toBe('Board knew of cracked bolts')
  })

  it('finds standfirst, date line, subhead and all that stands at the foot', () => {
    const text = [
      'Crane falls at north quay',
      'Nobody knows when the boats will sail again',
      'By Ada Roe',
      'Published: December 1, 2023',
      STORY,
      'What the board knew',
      MORE,
      'Additional reporting by Lew Moe',
      'The Harbor Tern works with a network of sources along the coast. Their names are withheld for their safety.',
      'Please send comments to desk@tern.example.',
      'Read in Korean',
      '© 2023 Harbor Tern. All rights reserved.',
    ].join('\n\n')
    const analysis = analyse(plainReading(text))
    expect(analysis.blockRoles).toEqual([
      'headline',
      'standfirst',
      'byline',
      'furniture',
      'story',
      'subhead',
      'story',
      'credit-line',
      'notice',
      'contact',
      'language-link',
      'notice',
    ])
    expect(analysis.facts.published?.value).toBe('2023-12-01')
    expect(analysis.facts.contact?.value).toBe('desk@tern.example')
    expect(analysis.facts.publisher?.value).toBe('The Harbor Tern')
    expect(analysis.byline?.words).toBe('By Ada Roe')
    expect(analysis.facts.alternates).toEqual([
      { language: 'ko', relation: 'other-language', label: 'Read in Korean', url: null },
    ])
    expect(analysis.notices.map(({ kind, reasonClass }) => [kind, reasonClass])).toEqual([
      ['anonymous-sources', 'safety-or-reprisal'],
      ['rights', null],
    ])
  })

  it('reads a wrapped file by its paragraphs', () => {
    const wrapped = `Crane falls at north quay\n\nThe north quay stayed shut on Monday after its only crane gave way\nin the night, and nobody could say when it would open again to any\nof the boats that had been waiting for it.\n\nTranslated by Ada Roe. Edited by Lew Moe and by the very patient Ann\nPoe.`
    const analysis = analyse(plainReading(wrapped))
    expect(analysis.blockRoles).toEqual(['headline', 'story', 'credit-line'])
  })

  it('keeps a story about notices a story', () => {
    const text = `${STORY}\n\nThe names of the dead were not disclosed by the board, and their families asked for quiet.\n\n${MORE}`
    expect(analyse(plainReading(text)).blockRoles).toEqual(['story', 'story', 'story'])
    const last = `${STORY}\n\n${MORE}\n\nThe names of the dead were withheld until their families were told.`
    expect(analyse(plainReading(last)).blockRoles).toEqual(['story', 'story', 'story'])
  })

  it.each([
    ['Correction: An earlier version of this article misspelled Saltmouth.', 'correction'],
    ['This article was amended on 3 May 2020 to correct a date.', 'correction'],
    ['Editor’s note: The Tern’s reporter is related to a docker.', 'editors-note'],
    ['Some names have been changed to protect the people interviewed.', 'anonymous-sources'],
    ['This article was originally published in Korean.', 'translation'],
    ['The views expressed here are those of the author.', 'disclaimer'],
    ['Read more about how we use anonymous sources.', 'source-policy'],
  ])('%s', (notice, kind) => {
    const analysis = analyse(plainReading(`${STORY}\n\n${MORE}\n\n${notice}`))
    expect(analysis.notices.map((one) => one.kind)).toEqual(kind === 'source-policy' ? [] : [kind])
  })

  it('reads dateline and agency', () => {
    const analysis = analyse(plainReading(`SALTMOUTH, Norland (AP) — ${STORY}\n\n${MORE}`))
    expect(analysis.facts.dateline?.value).toBe('SALTMOUTH, Norland')
    expect(analysis.credits).toMatchObject([{ role: 'agency', name: 'AP' }])
    expect(analyse(plainReading(`SALTMOUTH — ${STORY}`)).facts.dateline?.value).toBe('SALTMOUTH')
    expect(analyse(plainReading(`Saltmouth — ${STORY}`)).facts.dateline).toBeNull()
  })

  it('names a publisher only on evidence', () => {
    expect(
      analyse(plainReading(`${STORY}\n\nA docker told the Harbor Tern on Monday that it fell.`)).facts
        .publisher,
    ).toBeNull()
  })
})
