import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutControls, withVisibleControls } from './visible-controls'

/** Every control of UAX #9 and a few other characters that show nothing. */
const HIDDEN = [
  0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x2028,
  0x2029, 0x2060, 0x2063, 0x206a, 0xfeff, 0x0000, 0x0008, 0x001b, 0x007f, 0x0085,
].map((code) => String.fromCharCode(code))

describe('a title with hidden controls', () => {
  it.each(HIDDEN)('shows %j by its number', (control) => {
    const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    expect(withVisibleControls(`a${control}b`)).toBe(`a⟨U+${code}⟩b`)
    expect(withoutControls(`a${control}b`)).toBe('ab')
  })

  it('is one line', () => {
    expect(withVisibleControls('Harbour\r\n\treopens')).toBe('Harbour reopens')
  })

  it('has none left, whatever it was', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...HIDDEN), fc.string({ unit: 'grapheme', maxLength: 3 })),
    })
    fc.assert(
      fc.property(text, (title) => {
        for (const control of HIDDEN) {
          expect(withVisibleControls(title)).not.toContain(control)
          expect(withoutControls(title)).not.toContain(control)
        }
      }),
    )
  })

  it('keeps what languages and emoji are written with', () => {
    for (const title of ['فارسی می\u200cخواهم', '👩\u200d🚒 훈련', 'שלום', 'क्\u200dष'])
      expect(withVisibleControls(title)).toBe(title)
  })
})
