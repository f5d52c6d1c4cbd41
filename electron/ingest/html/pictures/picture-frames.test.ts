import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../limits'
import { avif, bmp, gif, jpeg, moving, png, webp } from '../../testing/picture-headers'
import { mayBeDecoded } from './picture-size'

describe('a picture', () => {
  it.each([
    ['PNG', png(600, 400)],
    ['JPEG', jpeg(600, 400)],
    ['GIF', gif(600, 400)],
    ['WebP', webp(600)],
    ['BMP', bmp(600)],
    ['AVIF', avif(600)],
  ])('of a usual size may be decoded: %s', (_, bytes) => expect(mayBeDecoded(bytes)).toBe(true))

  it.each(['gif', 'png', 'webp', 'avif'] as const)(
    'that moves may be decoded up to a number of frames: %s',
    (format) => {
      expect(mayBeDecoded(moving(format, 300))).toBe(true)
      expect(mayBeDecoded(moving(format, LIMITS.pictureFrames))).toBe(true)
      expect(mayBeDecoded(moving(format, LIMITS.pictureFrames + 1))).toBe(false)
    },
  )

  it('whose later frame is larger than its screen is held to the frame', () => {
    expect(mayBeDecoded(moving('gif', 3, 600))).toBe(true)
    expect(mayBeDecoded(moving('gif', 3, 65_500))).toBe(false)
  })
})
