import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { avif, bmp, gif, jpeg, png, webp } from '../picture-headers'
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
