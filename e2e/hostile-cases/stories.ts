import { randomFrom } from '../../electron/library/testing/alter'

/** An invented story of one case: no two share so many words that the library would take them for one article. */
export type Story = {
  readonly number: number
  readonly headline: string
  readonly author: string
  /** The first names the case by its number (`CASE_MARK`); the others are filling. */
  readonly sentences: readonly [string, string, string, string, string]
}

/** Finds the number of the case in what is shown. */
export const CASE_MARK = /berth number (\d{4})\b/i

const PEOPLE = [
  'Ane Holm',
  'Per Lund',
  'Mina Orr',
  'Ida Wessel',
  'Tor Brekke',
  'Sela Vik',
  'Odd Ranheim',
  'Liv Aasen',
]
const TRADES = [
  'pilot',
  'chandler',
  'tally clerk',
  'cook',
  'diver',
  'welder',
  'surveyor',
  'rigger',
  'ferryman',
  'net mender',
]
const PLACES = [
  'Ellin',
  'Lunde',
  'Varhaug',
  'Skerrow',
  'Ostmark',
  'Tindal',
  'Bremvik',
  'Halden Point',
  'Rusk',
  'Marrow Bay',
]
const GOODS = [
  'herring',
  'slate',
  'rope',
  'lamp oil',
  'barley',
  'window glass',
  'salt',
  'timber',
  'wool',
  'copper wire',
]
const BOATS = [
  'Kestrel',
  'Old Margit',
  'Sandpiper',
  'Northing',
  'Calla',
  'Brisling',
  'Fulmar',
  'Two Sisters',
  'Petrel',
  'Ruth',
]
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const DEEDS = [
  'repainted',
  'weighed',
  'sealed',
  'counted',
  'towed',
  'auctioned',
  'repaired',
  'searched',
  'insured',
  'unloaded',
]
const REASONS = [
  'a cracked boiler',
  'the low tide',
  'an unpaid toll',
  'a missing stamp',
  'fog over the mole',
  'a strike of the crane drivers',
  'a letter from the ministry',
  'the spring fair',
  'a lost anchor',
  'the census',
]

type Pick = (list: readonly string[]) => string
type Template = (pick: Pick, count: () => number) => string

const TEMPLATES: readonly Template[] = [
  (pick, count) =>
    `The ${pick(BOATS)} of ${pick(PLACES)} carried ${count()} crates of ${pick(GOODS)} past the ${pick(TRADES)} on ${pick(DAYS)}.`,
  (pick, count) =>
    `For ${count()} days a ${pick(TRADES)} from ${pick(PLACES)} ${pick(DEEDS)} the ${pick(GOODS)} because of ${pick(REASONS)}.`,
  (pick, count) =>
    `${pick(PEOPLE)}, a ${pick(TRADES)}, put the loss of ${pick(GOODS)} at ${count()} crowns and blamed ${pick(REASONS)}.`,
  (pick) =>
    `Nobody in ${pick(PLACES)} had ${pick(DEEDS)} so much ${pick(GOODS)} since the ${pick(BOATS)} sank off ${pick(PLACES)}.`,
  (pick, count) =>
    `On ${pick(DAYS)} night ${count()} sacks of ${pick(GOODS)} were ${pick(DEEDS)} behind the house of a ${pick(TRADES)}.`,
  (pick, count) =>
    `The council of ${pick(PLACES)} will hear ${count()} witnesses, among them a ${pick(TRADES)} of the ${pick(BOATS)}.`,
  (pick) =>
    `Between ${pick(PLACES)} and ${pick(PLACES)} the road is closed to carts of ${pick(GOODS)} until ${pick(REASONS)} is settled.`,
  (pick, count) =>
    `A bill for ${count()} lengths of ${pick(GOODS)}, ${pick(DEEDS)} twice, lay on the desk of the ${pick(TRADES)} when ${pick(BOATS)} came in.`,
]

const MOST = 9_000

/** The story of a case; the same for the same number. */
export function storyOf(number: number): Story {
  const random = randomFrom((number + 1) * 2_654_435_761)
  const pick: Pick = (list) => list[Math.floor(random() * list.length)] ?? ''
  const count = () => 10 + Math.floor(random() * MOST)
  const sentence = () => TEMPLATES[Math.floor(random() * TEMPLATES.length)]?.(pick, count) ?? ''
  const mark = String(number).padStart(4, '0')
  return {
    number,
    headline: `${pick(BOATS)} held at ${pick(PLACES)} over ${count()} crates`,
    author: pick(PEOPLE),
    sentences: [
      `Work stopped at berth number ${mark} in ${pick(PLACES)} on ${pick(DAYS)}, said ${pick(PEOPLE)}, the ${pick(TRADES)} there.`,
      sentence(),
      sentence(),
      sentence(),
      sentence(),
    ],
  }
}
