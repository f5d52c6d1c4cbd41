import { describe, expect, it } from 'vitest'
import { wordsAt } from '../../article/range'
import { reasonClassOf } from '../pack'
import { grantsIn } from './read-grants'
import { ENGLISH_REASONS } from './reasons'

/** What the finder reads in a one-paragraph story: the words of the grant, its ground and the ground's class. */
function read(text: string) {
  return grantsIn(text, [[0, text.length]]).map(({ kind, range, reasonRange }) => {
    const reason = reasonRange && wordsAt(text, reasonRange)
    return {
      kind,
      grant: wordsAt(text, range),
      reason,
      reasonClass: reason ? reasonClassOf({ reasons: ENGLISH_REASONS }, reason) : 'not-given',
    }
  })
}

describe('a telling of anonymity', () => {
  const told: [text: string, grant: string, reason: string | null, reasonClass: string][] = [
    [
      'Speaking on condition of anonymity for security reasons, a docker told the Tern that the crane was closed.',
      'Speaking on condition of anonymity',
      'for security reasons',
      'safety-or-reprisal',
    ],
    [
      'The official spoke on the condition of anonymity because the talks are private.',
      'spoke on the condition of anonymity',
      'because the talks are private',
      'sensitive-talks',
    ],
    [
      '“It leaks,” said a fitter, who asked not to be named for fear of losing his job.',
      'asked not to be named',
      'for fear of losing his job',
      'job',
    ],
    [
      'She declined to be identified, citing fear of reprisals.',
      'declined to be identified',
      'citing fear of reprisals',
      'safety-or-reprisal',
    ],
    [
      'A clerk who was not authorized to speak publicly said the ledger was gone.',
      'was not authorized to speak publicly',
      'was not authorized to speak publicly',
      'not-authorised',
    ],
    [
      'The engineer, who wasn’t authorised to discuss the matter, said the bolts were old.',
      'wasn’t authorised to discuss the matter',
      'wasn’t authorised to discuss the matter',
      'not-authorised',
    ],
    [
      'Two people spoke on condition of anonymity because they were not authorized to brief the press.',
      'spoke on condition of anonymity',
      'because they were not authorized to brief the press',
      'not-authorised',
    ],
    [
      'A mother whose name is being withheld to protect her child said the ward was full.',
      'whose name is being withheld',
      'to protect her child',
      'victim-or-minor',
    ],
    [
      'The diver, who cannot be named for legal reasons, said the pier had shifted.',
      'who cannot be named',
      'for legal reasons',
      'legal',
    ],
    [
      'The cook requested anonymity to speak freely about her employer.',
      'requested anonymity',
      'to speak freely about her employer',
      'job',
    ],
    [
      'He asked that his name not be used because of the sensitivity of the negotiations.',
      'asked that his name not be used',
      'because of the sensitivity of the negotiations',
      'sensitive-talks',
    ],
    ['The teacher did not want to be named.', 'did not want to be named', null, 'not-given'],
    ['The trader insisted on anonymity.', 'insisted on anonymity', null, 'not-given'],
    [
      'A nurse who was granted anonymity because she feared retaliation said so.',
      'was granted anonymity',
      'because she feared retaliation',
      'safety-or-reprisal',
    ],
    [
      'Fearing reprisals, the fisherman asked not to be identified.',
      'asked not to be identified',
      'Fearing reprisals',
      'safety-or-reprisal',
    ],
    [
      'For safety reasons, the captain requested that his name not be published.',
      'requested that his name not be published',
      'For safety reasons',
      'safety-or-reprisal',
    ],
    ['The guard would not give his name.', 'would not give his name', null, 'not-given'],
    [
      'They agreed to speak only on condition that they not be named, citing privacy.',
      'agreed to speak only on condition that they not be named',
      'citing privacy',
      'privacy',
    ],
    [
      'The smuggler talked anonymously, afraid of arrest.',
      'talked anonymously',
      'afraid of arrest',
      'safety-or-reprisal',
    ],
    [
      'The Harbor Tern is withholding her name because she is a minor.',
      'is withholding her name',
      'because she is a minor',
      'victim-or-minor',
    ],
    [
      'Min, using only her first name, said the queue was long.',
      'using only her first name',
      null,
      'not-given',
    ],
    [
      'Old Pike, who asked to be identified only by his first name, sold nets.',
      'asked to be identified only by his first name',
      null,
      'not-given',
    ],
    ['Mr. Han (not his real name) carried the sacks.', 'not his real name', null, 'not-given'],
    [
      'Ms. Bae, whose name has been changed for her safety, left in May.',
      'whose name has been changed',
      'for her safety',
      'safety-or-reprisal',
    ],
    [
      'The broker, speaking under a pseudonym, laughed. “No boats.”',
      'speaking under a pseudonym',
      null,
      'not-given',
    ],
    [
      'A second official confirmed it, on condition he not be identified.',
      'on condition he not be identified',
      null,
      'not-given',
    ],
    [
      'The courier refused to be named. He feared he would be arrested.',
      'refused to be named',
      'He feared he would be arrested',
      'safety-or-reprisal',
    ],
    [
      'The aide lacked permission to speak to reporters and asked for anonymity.',
      'asked for anonymity',
      null,
      'not-given',
    ],
    [
      'The envoy, who preferred to remain anonymous, shrugged.',
      'preferred to remain anonymous',
      null,
      'not-given',
    ],
  ]
  it.each(told)('is read in: %s', (text, grant, reason, reasonClass) => {
    const [found, ...more] = read(text)
    expect(more).toEqual([])
    expect(found).toMatchObject({ grant, reason, reasonClass })
  })
})

describe('words that only sound like one', () => {
  it.each([
    'He has gone to Alcoholics Anonymous for nine years.',
    'An anonymous tip led the police to the boathouse.',
    'An anonymous donor paid for the new lamp.',
    'Callers can remain anonymous.',
    'She waived her right to anonymity and told the court of it.',
    'The big city gave her the anonymity she had wanted, said her brother.',
    'He declined to comment.',
    'The company is authorized to sell fuel.',
    'Trawlers are not authorised to enter the bay.',
    'She agreed to be named after the verdict.',
    'The witness asked not to be disturbed.',
    '“I asked not to be named,” reads the poster.',
    'The editor rejected his request for anonymity.',
    'The harbour was named after a saint.',
    'The victim was identified as a welder of 34.',
    'The dog was named Biscuit.',
    'Dockers were not allowed to talk during the shift drill, the leaflet was blue.',
    'Readers may report anonymously on our page.',
    'The hackers of Anonymous claimed the outage.',
    'He wrote his first songs under the pseudonym Tin Gull.',
    'The samples are identified only by letters.',
    'She had used an alias email at work.',
    'The boat was first called Petrel, but the name was changed to avoid confusion.',
  ])('is not read in: %s', (text) => {
    expect(read(text).filter(({ kind }) => kind !== 'not-authorised')).toEqual([])
  })
})
