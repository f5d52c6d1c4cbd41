import { describe, expect, it } from 'vitest'
import { fromBase85, fromHex, lzwLength, runLength } from './growth'

const MOST = 2 ** 40

/** LZW of `a` so often that the table is filled `rounds` times: codes of 9 to 12 bits, cleared before it overflows. */
function lzwRun(rounds: number, early: 0 | 1 = 1): Uint8Array {
  const codes: [code: number, width: number][] = []
  for (let round = 0; round < rounds; round += 1) {
    codes.push([256, round === 0 ? 9 : 12])
    let [next, width] = [258, 9]
    codes.push([97, width])
    for (; next < 4090; next += 1) {
      codes.push([next, width])
      if (width < 12 && next + 1 + early >= 2 ** width) width += 1
    }
  }
  codes.push([257, 12])
  const bits = codes.map(([code, width]) => code.toString(2).padStart(width, '0')).join('')
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (eight) => Number.parseInt(eight.padEnd(8, '0'), 2))
}

/** 1 + 2 + … + 3,833. */
const ONE_ROUND = (3833 * 3834) / 2

describe('how far a stream grows', () => {
  it.each([0, 1] as const)('by LZW, whenever codes become wider (early change %s)', (early) => {
    expect(lzwLength(lzwRun(1, early), MOST)).toBeGreaterThanOrEqual(ONE_ROUND)
    expect(lzwLength(lzwRun(3, early), MOST)).toBeGreaterThanOrEqual(3 * ONE_ROUND)
  })

  it('is counted no further than asked', () => {
    expect(lzwLength(lzwRun(3), 1000)).toBeGreaterThan(1000)
    expect(lzwLength(lzwRun(3), 1000)).toBeLessThan(ONE_ROUND)
    expect(runLength(new Uint8Array(1000).fill(0x81), 1000)).toBeLessThan(1200)
  })

  it('by runs and by bytes as they are, up to the end mark', () => {
    expect(runLength(Uint8Array.from([2, 1, 2, 3, 0x81, 7, 128, 5, 5]), MOST)).toBe(3 + 128)
  })

  it('is told behind letters that stand for bytes', () => {
    expect(Buffer.from(fromHex(Buffer.from('48 65\n6C6c 6F>zz'))).toString()).toBe('Hello')
    expect(Buffer.from(fromBase85(Buffer.from('87cURD]i,"Ebo80~>'))).toString()).toBe('Hello World!')
    expect([...fromBase85(Buffer.from('z~>'))]).toEqual([0, 0, 0, 0])
  })
})
