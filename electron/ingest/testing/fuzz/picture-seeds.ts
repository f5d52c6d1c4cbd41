import { jpegWithData } from '../../pictures/testing/jpeg-with-data'
import { avif, bmp, gif, jpeg, png, webp } from '../picture-headers'
import { type Seed, WORDS } from './seed'
import { MARKUP_TOKENS, PICTURE_TOKENS } from './tokens'

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Harbour Post"><dc:creator><rdf:Seq><rdf:li>Ane Holm</rdf:li></rdf:Seq></dc:creator><dc:description><rdf:Alt><rdf:li xml:lang="x-default">The pier</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`

const told = jpegWithData({
  exif: { 270: 'The pier', 315: 'Ane Holm', 33432: 'Harbour Post' },
  gps: [54.61, -5.92],
  iptc: { 80: 'Ane Holm', 110: 'Harbour Post', 120: 'The pier', 55: '20240104' },
  xmp: XMP,
})

/** A page that holds the picture as an address: it is told by its bytes, whatever the address says. */
function page(bytes: Uint8Array): Uint8Array {
  const address = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
  return Buffer.from(
    `<!doctype html><html lang="en"><title>Pier closed</title><article><h1>Pier closed</h1><p>${WORDS}</p><img alt="The pier" src="${address}"><p>${WORDS}</p></article></html>`,
  )
}

const seed = (name: string, bytes: Uint8Array): Seed => ({
  name: `picture: ${name}`,
  fileName: 'a.html',
  bytes,
  packed: page,
  tokens: [...PICTURE_TOKENS, ...MARKUP_TOKENS],
  pictures: 1,
})

/** Of each format that the page may decode, and of each that tells who made it. */
export const PICTURE_SEEDS: readonly Seed[] = [
  seed('JPEG', jpeg(600, 400)),
  seed('JPEG with EXIF, IPTC and XMP', told),
  seed('PNG', png(600, 400)),
  seed('GIF', gif(600, 400)),
  seed('WebP', webp(600)),
  seed('BMP', bmp(600)),
  seed('AVIF', avif(600)),
]
