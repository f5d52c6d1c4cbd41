import { deflateSync } from 'node:zlib'

/** Writes small PDF files for tests, by hand: what a reader must cope with is decided by the test and not by a library. */

/** Words at a place of the page: points from the left, and from the top to the base line. */
export type Placed = {
  readonly x: number
  readonly y: number
  readonly words: string
  readonly size?: number
}

export type SmallPdf = {
  readonly pages: readonly (readonly Placed[])[]
  /** Entries of the information dictionary, by name. */
  readonly info?: Readonly<Record<string, string>>
  readonly xmp?: string
  /** Entries of the trailer beside the usual ones (`/Encrypt …`). */
  readonly trailer?: string
  /** Content of the pages as it is packed; zlib once when it is left out. */
  readonly packed?: { readonly filter: string; readonly pack: (content: Buffer) => Buffer }
}

const HEIGHT = 800
const WIDTH = 600

export function smallPdf({ pages, info = {}, xmp, trailer = '', packed }: SmallPdf): Uint8Array {
  const objects: Buffer[] = []
  const add = (body: string | Buffer) => objects.push(Buffer.from(body))
  const stream = (content: Buffer, entries = '') =>
    Buffer.concat([
      Buffer.from(`<< ${entries} /Length ${content.length} >>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ])
  const { filter, pack } = packed ?? {
    filter: '/FlateDecode',
    pack: (content: Buffer) => deflateSync(content),
  }
  const kids = pages.map((_, index) => `${7 + index * 2} 0 R`).join(' ')
  add(`<< /Type /Catalog /Pages 2 0 R ${xmp === undefined ? '' : `/Metadata ${7 + pages.length * 2} 0 R`} >>`)
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Invented /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [5 0 R] >>',
  )
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invented /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) ' +
      '/Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Invented /Flags 4 /FontBBox [0 0 1000 1000] ' +
      '/ItalicAngle 0 /Ascent 800 /Descent -200 /StemV 80 >> >>',
  )
  add(
    stream(
      Buffer.from(
        toUnicode(
          pages
            .flat()
            .map(({ words }) => words)
            .join(''),
        ),
      ),
    ),
  )
  pages.forEach((texts, index) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${8 + index * 2} 0 R ` +
        '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>',
    )
    add(stream(pack(Buffer.from(texts.map(shown).join('\n'), 'latin1')), `/Filter ${filter}`))
  })
  if (xmp !== undefined) add(stream(Buffer.from(xmp), '/Type /Metadata /Subtype /XML'))
  add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} ${hex(value)}`)
      .join(' ')} >>`,
  )
  return assembled(objects, trailer)
}

function assembled(objects: readonly Buffer[], trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  objects.forEach((body, index) => {
    offsets.push(length)
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(object)
    length += object.length
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ` +
        `/Info ${objects.length} 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

const BEYOND_LATIN = /[^\0-\xFF]/

function shown({ x, y, words, size = 10 }: Placed): string {
  const font = BEYOND_LATIN.test(words) ? 'F2' : 'F1'
  const code = font === 'F2' ? `<${utf16(words)}>` : `<${Buffer.from(words, 'latin1').toString('hex')}>`
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm ${code} Tj ET`
}

function toUnicode(words: string): string {
  const letters = [...new Set(words)].map((letter) => `<${utf16(letter)}> <${utf16(letter)}>`)
  return (
    'begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n' +
    `${letters.map((letter) => `1 beginbfchar ${letter} endbfchar`).join('\n')}\nendcmap`
  )
}

function utf16(words: string): string {
  return Buffer.from(words, 'utf16le').swap16().toString('hex')
}

function hex(words: string): string {
  return BEYOND_LATIN.test(words)
    ? `<feff${utf16(words)}>`
    : `<${Buffer.from(words, 'latin1').toString('hex')}>`
}

/** Lines of running text, one below the other. */
export function column(x: number, top: number, lines: readonly string[], size = 10): Placed[] {
  return lines.map((words, index) => ({ x, y: top + index * size * 1.2, words, size }))
}
