import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asNeedles, plaintextScan } from './plaintext-scan'

function foundIn(bytes: Buffer, needles: readonly Buffer[], pieceSize: number): boolean {
  const scan = plaintextScan(needles)
  for (let at = 0; at < bytes.length; at += pieceSize) scan.piece(bytes.subarray(at, at + pieceSize))
  return scan.found()
}

describe('a scan for readable words', () => {
  it('finds a word in UTF-8 and UTF-16 wherever it stands, also across the seam of two pieces', () => {
    for (const needle of asNeedles(['강변의 여객선', 'Ferry late'])) {
      for (let before = 0; before < 40; before += 1) {
        const bytes = Buffer.concat([Buffer.alloc(before, 7), needle, Buffer.alloc(9, 7)])
        expect(foundIn(bytes, [needle], 16)).toBe(true)
      }
    }
  })

  it('finds nothing in random bytes, and leaves out words too short to mean anything', () => {
    const needles = asNeedles(['Ferry late', 'a title', 'ab', ''])
    expect(foundIn(randomBytes(1 << 20), needles, 1 << 16)).toBe(false)
  })

  it('agrees with a plain search', () => {
    const few = fc.uint8Array({ minLength: 0, maxLength: 120, max: 2 })
    const needle = fc.uint8Array({ minLength: 6, maxLength: 9, max: 2 })
    fc.assert(
      fc.property(
        few,
        fc.array(needle, { maxLength: 4 }),
        fc.integer({ min: 1, max: 50 }),
        (hay, needles, size) => {
          const wanted = needles.map((bytes) => Buffer.from(bytes))
          const plain = wanted.some((bytes) => Buffer.from(hay).includes(bytes))
          expect(foundIn(Buffer.from(hay), wanted, size)).toBe(plain)
        },
      ),
    )
  })
})
