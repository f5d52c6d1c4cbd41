import { describe, expect, it } from 'vitest'
import { analyse } from '../analyse'
import { plainReading } from '../testing/readings'

/** The sources with a telling of anonymity in a story, as `descriptor | class of the ground | ground`. */
function granted(text: string): string[] {
  return analyse(
    plainReading(`${text}\n\nBoats lay at the quay until evening and nobody left.`),
  ).sources.flatMap(({ descriptor, anonymity }) =>
    anonymity ? [`${descriptor} | ${anonymity.reasonClass} | ${anonymity.reason ?? '–'}`] : [],
  )
}

describe('every way in which English news leaves a source unnamed', () => {
  it.each([
    [
      'A diver said the pier had moved. She declined to be named because her brother works there.',
      'A diver | other',
    ],
    ['A diver, who asked not to be identified, said the pier had moved.', 'A diver | not-given'],
    ['A diver who did not wish to be named said the pier had moved.', 'A diver | not-given'],
    [
      'A port official who was not authorised to speak publicly said the pier had moved.',
      'A port official | not-authorised',
    ],
    [
      'A clerk said the ledgers were gone. The clerk lacked permission to speak to the press.',
      'A clerk | not-authorised',
    ],
    [
      'A cook, who was not allowed to talk to reporters, said the stores were empty.',
      'A cook | not-authorised',
    ],
    [
      'A pilot, who requested anonymity for fear of reprisals, said the buoy was gone.',
      'A pilot | safety-or-reprisal',
    ],
    [
      'A mother, whose name is being withheld to protect her privacy, said the ward was full.',
      'A mother | privacy',
    ],
    [
      '“It leaked,” said a reader of the meters (name withheld by request).',
      'a reader of the meters | not-given',
    ],
    [
      'A nurse, speaking under a pseudonym because she feared for her job, said the ward was full.',
      'A nurse | job',
    ],
    ['Mina (not her real name) said the ward was full.', 'Mina | not-given'],
    ['Mina, a pseudonym, said the ward was full.', 'Mina | not-given'],
    [
      'Mina, whose name has been changed for her safety, said the ward was full.',
      'Mina | safety-or-reprisal',
    ],
    ['Mina, who gave only her first name, said the ward was full.', 'Mina | not-given'],
    ['Mina, who asked that her last name not be used, said the ward was full.', 'Mina | not-given'],
    ['Mina, who asked to be identified only by her first name, said the ward was full.', 'Mina | not-given'],
    ['Mina, who declined to give her surname, said the ward was full.', 'Mina | not-given'],
    [
      'A welder, whose voice was altered for her safety, said the hull was thin.',
      'A welder | safety-or-reprisal',
    ],
    ['A welder, appearing with his face blurred, said the hull was thin.', 'A welder | not-given'],
    [
      'A 14-year-old boy, who cannot be named because he is a minor, said he ran.',
      'A 14-year-old boy | victim-or-minor',
    ],
    [
      'A woman told the court that she ran. The Tern does not name victims of sexual assault.',
      'A woman | victim-or-minor',
    ],
    ['A diplomat, speaking on background, said the talks would resume.', 'A diplomat | not-given'],
    ['A diplomat who spoke on deep background said the talks would resume.', 'A diplomat | not-given'],
    ['A diplomat, speaking off the record, said the talks would resume.', 'A diplomat | not-given'],
    ['A diplomat, speaking not for attribution, said the talks would resume.', 'A diplomat | not-given'],
    [
      'A waiter, who did not want to speak on the record for fear of losing his job, said the rooms were cold.',
      'A waiter | job',
    ],
    [
      'A judge said it was so. The Tern granted her anonymity because of threats.',
      'A judge | safety-or-reprisal',
    ],
    ['A trader said the price fell. He insisted on not being named.', 'A trader | not-given'],
    [
      'A broker said on condition of anonymity that the price fell, citing a confidentiality agreement.',
      'A broker | legal',
    ],
    [
      'An aide spoke on condition of anonymity to describe private conversations. The aide said it was over.',
      'An aide | sensitive-talks',
    ],
    [
      'One Democrat in the county, who asked for anonymity to speak frankly, said it was over.',
      'One Democrat in the county | sensitive-talks',
    ],
  ])('%s', (text, expected) => {
    expect(granted(text).map((one) => one.split(' | ').slice(0, 2).join(' | '))).toEqual([expected])
  })
})

describe('a grant that covers several', () => {
  const two =
    'A docker said the crane fell.\n\nTwo clerks said the ledgers were gone.\n\nJane Roe said it rained.\n\n'

  it.each([
    'All of the people interviewed for this story asked not to be named for fear of reprisals.',
    'The sources quoted in this article spoke on condition of anonymity for fear of reprisals.',
    'The Tern granted anonymity to all of them for fear of reprisals.',
    'Everyone interviewed requested anonymity for fear of reprisals.',
  ])('is given to every unnamed source and to nobody named: %s', (last) => {
    expect(granted(two + last)).toEqual([
      'A docker | safety-or-reprisal | for fear of reprisals',
      'Two clerks | safety-or-reprisal | for fear of reprisals',
    ])
  })

  it('is shared by one of them', () => {
    const text =
      'Two clerks, speaking on condition of anonymity, said the ledgers were gone.\n\n“We looked twice,” one of them said.'
    expect(granted(text).map((one) => one.split(' | ')[0])).toEqual(['Two clerks', 'one of them'])
  })
})

describe('what is told of others, or of nothing', () => {
  it.each([
    'Officials said that inmates were not allowed to talk to the press.',
    'A clerk said that the firm was not authorized to sell fuel.',
    'A clerk said that Roe had run a background check on him.',
    'A clerk said the mayor had been told off the record of the plan.',
    'A clerk said anonymous letters had come.',
    'A clerk said the man was identified as a welder of 34.',
    'A clerk said she had no fear of heights.',
    'A clerk said the sources of the river were dry.',
    'The boat was named after a saint, a clerk said.',
    'A clerk said the new pier would be named in May.',
    'A clerk declined to comment on the record of the firm.',
  ])('gives nobody anonymity: %s', (text) => {
    expect(granted(text)).toEqual([])
  })
})

describe('the words of a grant', () => {
  it('are no statement', () => {
    const { attributions } = analyse(
      plainReading(
        'A former official told the Tern that the boxes were moved. He asked not to be named, citing a confidentiality agreement.',
      ),
    )
    expect(attributions).toHaveLength(1)
  })

  it('are no part of what the source is called', () => {
    expect(granted('A source who spoke on condition of anonymity said the pier was shut.')).toEqual([
      'A source | not-given | –',
    ])
    expect(
      granted('A person who attended and spoke on condition of anonymity said the pier was shut.'),
    ).toEqual(['A person who attended | not-given | –'])
  })
})
