import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canariesOf } from './canaries.mjs'
import { ENCODINGS, needlesOf } from './encodings.mjs'
import { findAll } from './find.mjs'

/** How somebody might write a word: one writer an encoding. */
const WRITERS: Readonly<Record<string, (text: string) => Buffer | string>> = {
  'utf-8': (text) => text,
  'utf-16': (text) => Buffer.from(text, 'utf16le'),
  base64: (text) => Buffer.from(text).toString('base64'),
  hex: (text) => Buffer.from(text).toString('hex'),
  percent: (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join(''),
}

describe('a planted leak', () => {
  it.each(Object.keys(ENCODINGS))('in %s is found wherever it stands, and by that name', (encoding) => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.nat(), (before, seed) => {
        const { mark, words } = canariesOf(seed, 3)
        const leak = WRITERS[encoding]?.(`${before}${words[2]} and more`) ?? ''
        const finds = findAll(Buffer.concat([randomBytes(50), Buffer.from(leak)]), needlesOf('it', mark))
        expect(finds.map((find) => find.encoding)).toContain(encoding)
      }),
    )
  })

  it('in big-endian UTF-16 and in upper-case hex is found too', () => {
    const { mark } = canariesOf(7, 1)
    const needles = needlesOf('it', mark)
    expect(findAll(Buffer.from(`x${mark}`, 'utf16le').swap16(), needles)).not.toEqual([])
    expect(findAll(Buffer.from(Buffer.from(mark).toString('hex').toUpperCase()), needles)).not.toEqual([])
  })

  it('of a key is found as bytes, hex and base64', () => {
    const key = randomBytes(32)
    const needles = needlesOf('key', key)
    for (const form of [key, key.toString('hex'), key.toString('base64')])
      expect(findAll(Buffer.from(form), needles)).not.toEqual([])
    expect(findAll(randomBytes(100_000), needles)).toEqual([])
  })
})

describe('canaries', () => {
  it('are different words with one mark, and other ones for another seed', () => {
    const { mark, words } = canariesOf(1, 200)
    expect(new Set(words).size).toBe(200)
    expect(words.every((word) => word.startsWith(mark) && /^[a-z]+$/.test(word))).toBe(true)
    expect(canariesOf(2, 1).mark).not.toBe(mark)
  })
})
