import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bandsOf, likeness, SAME_TEXT, shinglesOf } from './likeness'

const WORDS =
  'harbour crane pilot tide ledger clerk ferry signal barge quay winter ballot inspector cargo lantern rope'.split(
    ' ',
  )
/** A text of `length` words that its seed decides. */
function textOf(seed: number, length: number): string {
  let state = seed
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return `${WORDS[(state >>> 16) % WORDS.length]}${(state >>> 8) % 40}`
  }).join(' ')
}
const alike = (one: string, other: string) => likeness(shinglesOf(one), shinglesOf(other))

it('a text is wholly like itself, whatever its spacing, case and width of letters', () => {
  const text = textOf(1, 120)
  expect(alike(text, text.toUpperCase().replaceAll(' ', '\n\n'))).toBe(1)
})

it('a word changed in thirty leaves the same text, a paragraph as long again does not', () => {
  const words = textOf(2, 300).split(' ')
  const touched = words.map((word, index) => (index % 60 === 30 ? 'otherwise' : word)).join(' ')
  expect(alike(words.join(' '), touched)).toBeGreaterThanOrEqual(SAME_TEXT)
  expect(alike(words.join(' '), `${words.join(' ')} ${textOf(3, 300)}`)).toBeLessThan(SAME_TEXT)
})

it('texts of the same words in another order are not alike', () => {
  const words = textOf(4, 200).split(' ')
  expect(alike(words.join(' '), [...words].sort().join(' '))).toBeLessThan(0.1)
})

it('texts too short to say anything are like nothing, not even themselves', () => {
  const stub = 'Subscribe to read on. Your first month is free.'
  expect(alike(stub, stub)).toBe(0)
  expect(bandsOf(shinglesOf(stub))).toEqual([])
})

it('Korean is compared by pairs of syllables', () => {
  const text =
    '나루마을 주민들은 어제 저녁 정전이 두 시간 넘게 이어졌다고 말했다. 전력 회사는 변압기 하나가 낡아 고장 났으며 오늘 안으로 바꾸겠다고 밝혔다. 시장 상인 여덟 명은 냉장고에 둔 생선을 버려야 했다고 전했다.'
  expect(alike(text, text.replace('여덟', '아홉'))).toBeGreaterThanOrEqual(SAME_TEXT)
})

it('nearly the same texts share a band, others do not', () => {
  const share = (one: string, other: string) => {
    const bands = new Set(bandsOf(shinglesOf(one)))
    return bandsOf(shinglesOf(other)).some((band) => bands.has(band))
  }
  let found = 0
  let strangers = 0
  for (let seed = 1; seed <= 200; seed += 1) {
    const words = textOf(seed, 300).split(' ')
    const edited = words.map((word, index) => (index % 40 === seed % 40 ? 'otherwise' : word)).join(' ')
    if (share(words.join(' '), edited)) found += 1
    if (share(words.join(' '), textOf(seed + 1000, 300))) strangers += 1
  }
  // 0.86 alike: 99.5 % by the arithmetic of the bands.
  expect(found).toBeGreaterThanOrEqual(196)
  expect(strangers).toBe(0)
})

it('likeness is the same either way and between 0 and 1, for any texts', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), fc.string({ maxLength: 2_000 }), (one, other) => {
      const value = alike(one, other)
      expect(value).toBe(alike(other, one))
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
      for (const band of bandsOf(shinglesOf(one))) expect(Number.isSafeInteger(band)).toBe(true)
    }),
  )
})
