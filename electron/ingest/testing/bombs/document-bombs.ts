import { deflateSync } from 'node:zlib'
import { column, smallPdf } from '../../pdf/testing/small-pdf'
import { png } from '../picture-headers'
import { type Bomb, MIB, STORY } from './bomb'
import { type CraftedFile, craftedZip } from './crafted-zip'
import { deflatedRun, zlibRun } from './deflated-runs'

const pdf = (name: string, make: () => Uint8Array, ...ends: Bomb['ends']): Bomb => ({
  name: `PDF: ${name}`,
  fileName: 'a.pdf',
  make,
  ends,
})
const REFUSED: Bomb['ends'] = ['file-damaged', 'file-over-limits', 'file-only-pictures']

const LINES = STORY.match(/.{1,80}(?:\s|$)/g) ?? []

/** LZW that holds nothing but codes which are longer by one than the one before: 12 bits for up to 3,838 bytes. */
function lzwRun(rounds: number): Buffer {
  const codes = ['100000000', '001100001']
  let width = 9
  for (let next = 258; next < 4090; next += 1) {
    codes.push(next.toString(2).padStart(width, '0'))
    if (width < 12 && next + 2 >= 2 ** width) width += 1
  }
  // Eight rounds end where a byte does, whatever one of them comes to.
  const round = `${'100000000'}${codes.slice(1).join('')}`
  const bits = `${round}${'000100000000'}`.repeat(8)
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
  return Buffer.concat(Array.from({ length: rounds }, () => bytes))
}

/** A page whose content is packed as told. */
const packed = (filter: string, pack: (content: Buffer) => Buffer) =>
  smallPdf({ pages: [column(50, 60, LINES)], packed: { filter, pack } })

/** Objects to the letter and no table of them: a reader looks for them itself. */
const loose = (objects: readonly string[], trailer = '') =>
  Buffer.from(
    `%PDF-1.7\n${objects.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer << /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`,
  )
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'

const PDF_BOMBS: readonly Bomb[] = [
  {
    ...pdf('a page of 1 GiB', () => packed('/FlateDecode', () => zlibRun(1024)), 'file-over-limits'),
    quick: true,
  },
  pdf(
    'a page of 1 GiB that is packed twice',
    () => packed('[/FlateDecode /FlateDecode]', () => deflateSync(zlibRun(1024))),
    ...REFUSED,
  ),
  pdf(
    'a page that says it is not packed and is, 1 GiB',
    () => packed('[/ASCIIHexDecode /FlateDecode]', () => Buffer.from(`${zlibRun(1024).toString('hex')}>`)),
    ...REFUSED,
  ),
  pdf(
    'a page of runs, 8 MiB to 512 MiB',
    () => packed('/RunLengthDecode', () => Buffer.alloc(8 * MIB, Buffer.from([0x81, 0x61]))),
    ...REFUSED,
  ),
  pdf('a page of LZW, 1 MiB to 1 GiB', () => packed('/LZWDecode', () => lzwRun(20)), ...REFUSED),
  pdf(
    'a prediction over 2^31 columns',
    () =>
      packed('/FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 >>', (content) =>
        deflateSync(content),
      ),
    ...REFUSED,
    'read',
  ),
  {
    ...pdf(
      'pages that are their own parents',
      () => loose([CATALOG, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>']),
      ...REFUSED,
    ),
    quick: true,
  },
  pdf(
    'a thousand million pages, of which there is one',
    () =>
      loose([
        CATALOG,
        '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>',
        '<< /Type /Page /Parent 2 0 R >>',
      ]),
    ...REFUSED,
  ),
  pdf(
    '30,000 pages',
    () => {
      const kids = Array.from({ length: 30_000 }, (_, index) => `${index + 3} 0 R`).join(' ')
      const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'
      return loose([CATALOG, `<< /Type /Pages /Kids [${kids}] /Count 30000 >>`, ...Array(30_000).fill(page)])
    },
    'file-over-limits',
  ),
  pdf(
    'a million lists in one another',
    () => loose([`<< /Type /Catalog /Pages ${'['.repeat(1_000_000)} >>`]),
    ...REFUSED,
  ),
  pdf(
    'a table of objects that points to itself',
    () => {
      const one = `%PDF-1.7\n1 0 obj\n${CATALOG}\nendobj\n`
      return Buffer.from(
        `${one}xref\n0 0\ntrailer << /Root 1 0 R /Prev ${one.length} >>\nstartxref\n${one.length}\n%%EOF`,
      )
    },
    ...REFUSED,
  ),
  pdf(
    '200,000 objects that are one another',
    () => loose([CATALOG, ...Array.from({ length: 200_000 }, (_, index) => `${index + 3} 0 R`)]),
    ...REFUSED,
  ),
  pdf(
    'a title of 20 MiB, and a billion laughs for the rest',
    () =>
      smallPdf({
        pages: [column(50, 60, LINES)],
        info: { Title: 'a'.repeat(20 * MIB) },
        xmp: `<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "${'&b;'.repeat(1000)}"><!ENTITY d "${'&c;'.repeat(1000)}">]><x:xmpmeta xmlns:x="adobe:ns:meta/">${'&d;'.repeat(1000)}</x:xmpmeta>`,
      }),
    ...REFUSED,
    'read',
  ),
  pdf(
    '200,000 words at places of their own',
    () =>
      smallPdf({
        pages: [
          Array.from({ length: 200_000 }, (_, n) => ({ x: (n * 7) % 590, y: (n * 13) % 790, words: 'a' })),
        ],
      }),
    ...REFUSED,
    'read',
    'parser-timed-out',
  ),
]

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
const stored = (name: string, words: string | Uint8Array): CraftedFile => {
  const bytes = Buffer.from(words)
  return { name, bytes, size: bytes.length, stored: true }
}
const packageOf = (items: string, spine: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ferry</dc:title></metadata><manifest>${items}</manifest><spine>${spine}</spine></package>`
const ITEM = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
const REF = '<itemref idref="a"/>'
const TEXT = `<html><body><p>${STORY}</p></body></html>`

const book = (
  name: string,
  packageFile: () => string,
  files: () => readonly CraftedFile[],
  ...ends: Bomb['ends']
): Bomb => ({
  name: `EPUB: ${name}`,
  fileName: 'a.epub',
  make: () =>
    craftedZip([
      stored('mimetype', 'application/epub+zip'),
      stored('META-INF/container.xml', CONTAINER),
      stored('a.opf', packageFile()),
      ...files(),
    ]),
  ends,
})

const EPUB_BOMBS: readonly Bomb[] = [
  book(
    'a chapter of 1 GiB',
    () => packageOf(ITEM, REF),
    () => [{ name: 'a.xhtml', bytes: deflatedRun(1024), size: 1024 * MIB }],
    'file-over-limits',
  ),
  book(
    'a chapter of 1 GiB that says it is small',
    () => packageOf(ITEM, REF),
    () => [{ name: 'a.xhtml', bytes: deflatedRun(1024), size: 900 }],
    'file-damaged',
  ),
  {
    ...book(
      'one chapter of 1 MiB 100,000 times',
      () => packageOf(ITEM, REF.repeat(100_000)),
      () => [stored('a.xhtml', `${TEXT}${' '.repeat(MIB)}`)],
      'file-over-limits',
      'file-not-an-article',
      'read',
    ),
    quick: true,
  },
  book(
    'a billion laughs in its package',
    () =>
      packageOf(
        `${ITEM}&c;`,
        REF,
        `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(100_000)}">]>`,
      ),
    () => [stored('a.xhtml', TEXT)],
    'file-damaged',
    'file-not-an-article',
    'read',
  ),
  book(
    'chapters that lead out of it',
    () => packageOf('<item id="a" href="../../../../etc/passwd" media-type="application/xhtml+xml"/>', REF),
    () => [],
    'file-damaged',
    'file-not-an-article',
  ),
  book(
    '500,000 files that are told and not there',
    () => packageOf(ITEM.repeat(500_000), REF),
    () => [stored('a.xhtml', TEXT)],
    'read',
    'file-damaged',
    'file-over-limits',
    'file-not-an-article',
  ),
  {
    ...book(
      'one picture of 1 MiB 50,000 times, of which 60 MiB are kept',
      () => packageOf(ITEM, REF),
      () => [
        stored(
          'a.xhtml',
          `<html><body><p>${STORY}</p>${'<img alt="Quay" src="a.png">'.repeat(50_000)}</body></html>`,
        ),
        stored('a.png', png(600, 400, Buffer.alloc(MIB))),
      ],
      'read',
      'file-over-limits',
    ),
    pictures: 59,
  },
]

export const DOCUMENT_BOMBS: readonly Bomb[] = [...PDF_BOMBS, ...EPUB_BOMBS]
