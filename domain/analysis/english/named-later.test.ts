import { describe, expect, it } from 'vitest'
import { analyse } from '../analyse'
import { plainReading } from '../testing/readings'

const STORY = [
  'The crane at the north quay fell over on Monday night, and eleven boats could not leave the harbour before noon.',
  'The Harbour Crane Trust, which owns it, said in a statement that the bolts had been checked in May.',
  'The driver, Jon Moe, said he had reported the noise to the depot twice.',
]

/** Who is said to have spoken in the standfirst, by the words on the card. */
function speakerAbove(standfirst: string, story: readonly string[] = STORY): string | undefined {
  const text = ['Crane falls at north quay', standfirst, 'By Ada Roe', ...story].join('\n\n')
  const { sources, attributions } = analyse(plainReading(text))
  const [first] = attributions
  const start = text.indexOf(standfirst)
  expect(first?.source?.[0]?.[0], 'a statement in the standfirst').toBe(start)
  return sources.find(({ id }) => id === first?.sourceId)?.descriptor
}

describe('whom a standfirst speaks of', () => {
  it.each([
    ['Their driver says that he had reported the noise twice.', 'Jon Moe'],
    ['The trust says that the bolts were checked in May.', 'The Harbour Crane Trust'],
  ])('%s', (standfirst, descriptor) => {
    expect(speakerAbove(standfirst)).toBe(descriptor)
  })

  it('stays apart when the story has two who can be called so, or nobody', () => {
    const another = 'Another driver, Max Poe, said he had heard nothing at all.'
    const driver = 'Their driver says that he had reported the noise twice.'
    expect(speakerAbove(driver, [...STORY, another])).toBe('Their driver')
    expect(speakerAbove('The mayor says that the quay was never safe.')).toBe('The mayor')
  })
})
