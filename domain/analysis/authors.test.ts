import { describe, expect, it } from 'vitest'
import { analyse } from './analyse'
import { authorNames } from './authors'
import { plainReading } from './testing/readings'

const STORY = 'The ferry company cut its winter timetable by half on Thursday, the council said.'

describe('the authors that an article names', () => {
  const namesOf = (text: string, metadataAuthors: readonly string[] = []) =>
    authorNames(analyse({ ...plainReading(text), metadataAuthors }))

  it.each([
    [`Ferry timetable cut by half\n\nBy Ada Roe, Saltmouth correspondent\n\n${STORY}`, ['Ada Roe']],
    [
      `Ferry timetable cut by half\n\nBy Ada Roe, Associated Press\n\n${STORY}`,
      ['Ada Roe', 'Associated Press'],
    ],
    [
      '솔포항 여객선 절반으로\n\n솔포=나래울 특파원\n\n여객선 회사는 겨울 운항을 절반으로 줄였다고 밝혔다.',
      ['나래울'],
    ],
  ])('count correspondents and the wire service beside them: %#', (text, names) => {
    expect(namesOf(text)).toEqual(names)
  })

  it('are those of the metadata, a wire service as such', () => {
    const text = `Ferry timetable cut by half\n\n${STORY}`
    const { credits } = analyse({ ...plainReading(text), metadataAuthors: ['Ada Roe', 'AFP'] })
    expect(credits.map(({ role, name }) => `${role} ${name}`)).toEqual(['author Ada Roe', 'agency AFP'])
    expect(namesOf(text, ['Ada Roe', 'AFP'])).toEqual(['Ada Roe', 'AFP'])
  })

  it('are not the wire service of the dateline', () => {
    expect(namesOf(`Ferry timetable cut by half\n\nBy Ada Roe\n\nSALTMOUTH (Reuters) — ${STORY}`)).toEqual([
      'Ada Roe',
    ])
  })
})
