import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { avif, bmp, gif, jpeg, moving, png, webp } from '../picture-headers'
import { type Bomb, MIB, page } from './bomb'

const embedded = (files: readonly Uint8Array[]) =>
  page(
    files
      .map((bytes) => `<img alt="Quay" src="data:image/png;base64,${Buffer.from(bytes).toString('base64')}">`)
      .join(''),
  )

const picture = (name: string, bytes: () => Uint8Array): Bomb => ({
  name: `picture: ${name}`,
  fileName: 'a.html',
  make: () => embedded([bytes()]),
  ends: ['read'],
})

export const PICTURE_BOMBS: readonly Bomb[] = [
  { ...picture('a PNG of 50,000 × 50,000', () => png(50_000, 50_000)), quick: true },
  picture('a PNG of 2^31 × 2^31', () => png(2 ** 31 - 1, 2 ** 31 - 1)),
  picture('a PNG of 1 × 60 million', () => png(1, 60_000_000)),
  picture('a PNG that unpacks to 2 GB', () => png(26_000, 26_000, deflateSync(Buffer.alloc(200 * MIB)))),
  picture('a JPEG of 65,500 × 65,500', () => jpeg(65_500, 65_500)),
  picture('a GIF of 65,500 × 65,500', () => gif(65_500, 1)),
  picture('a GIF of 1 × 1 whose frame is 65,500 × 65,500', () => gif(1, 65_500)),
  picture('a WebP of 16,000 × 16,000', () => webp(16_000)),
  picture('a BMP of 50,000 × 50,000', () => bmp(50_000)),
  picture('an AVIF of 60,000 × 60,000', () => avif(60_000)),
  picture('a PNG without a header', () =>
    Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(2000)]),
  ),
  picture('a GIF of a million frames', () => moving('gif', 1_000_000)),
  picture('a GIF whose third frame is 65,500 × 65,500', () => moving('gif', 3, 65_500)),
  picture('a PNG of 300,000 frames', () => moving('png', 300_000)),
  picture('a WebP of a million frames', () => moving('webp', 1_000_000)),
  picture('an AVIF of 2^31 frames', () => moving('avif', 2 ** 31)),
  picture('a TIFF, which the page does not decode', () =>
    Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), Buffer.alloc(4000, 0xff)]),
  ),
  picture('an SVG of a billion laughs', () =>
    Buffer.from(
      `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><text>${'&b;'.repeat(1000)}</text></svg>`,
    ),
  ),
  picture('a data: address of 60 MiB', () => png(600, 400, Buffer.alloc(60 * MIB))),
  {
    name: 'picture: 40 of 2 MiB each in one page, of which 60 MiB are kept',
    fileName: 'a.html',
    make: () => embedded(Array.from({ length: 35 }, () => png(600, 400, Buffer.alloc(2 * MIB)))),
    ends: ['read'],
    pictures: 29,
  },
  {
    name: 'picture: a PNG of 50,000 × 50,000 beside a saved page',
    fileName: 'a.zip',
    make: () =>
      zipSync({
        'a.html': page('<img alt="Quay" src="a_files/a.png">'),
        'a_files/a.png': png(50_000, 50_000),
      }),
    ends: ['read'],
  },
]
