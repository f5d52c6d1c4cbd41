import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { CaptureDraft } from '#domain/article/capture'
import type { Result } from '#domain/result'
import { draftsOf } from '../read-file'
import { sniff } from '../sniff'

const CONTAINER = `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

const PACKAGE = `<?xml version="1.0"?><!DOCTYPE package [<!ENTITY lol "grown">]>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:identifier id="id">https://lantern.example/night-boat</dc:identifier><dc:title>The last night boat</dc:title>
<dc:creator id="c1">Ane Holm</dc:creator><meta refines="#c1" property="role">aut</meta>
<dc:creator id="c2">Ifor Pugh</dc:creator><meta refines="#c2" property="role">trl</meta>
<dc:contributor opf:role="edt">Ada Lindqvist</dc:contributor><dc:contributor opf:role="bkp">bookmaker 7.1</dc:contributor>
<dc:publisher>The Lantern &lol;</dc:publisher><dc:date>2024-01-04</dc:date><dc:language>en_GB</dc:language>
<dc:rights>© The Lantern</dc:rights><meta property="dcterms:modified">2024-02-01T10:00:00Z</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="pic" href="pictures/quay.dat" media-type="image/svg+xml"/></manifest>
<spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/></spine>
<guide><reference type="cover" href="cover.xhtml"/></guide></package>`

const page = (body: string, attributes = '') =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body${attributes}>${body}</body></html>`

/** Shown by its bytes, whatever the manifest says it is. */
const PICTURE = Buffer.concat([
  Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
  Buffer.alloc(500),
])

const BOOK: Zippable = {
  mimetype: [strToU8('application/epub+zip'), { level: 0 }],
  'META-INF/container.xml': strToU8(CONTAINER),
  'OEBPS/book.opf': strToU8(PACKAGE),
  'OEBPS/nav.xhtml': strToU8(page('<nav><ol><li>Chapter one</li></ol></nav>')),
  'OEBPS/cover.xhtml': strToU8(page('<p>A lighthouse on the cover</p>')),
  'OEBPS/text/one.xhtml': strToU8(
    page(
      '<h1><a id="p1"/>The last night boat</h1><p>The boat was cut, <em>a clerk</em>&nbsp;said.</p>' +
        '<figure><img src="../pictures/quay.dat" alt="The quay"/><figcaption>The quay at dusk. (Photo: Mina Okafor)</figcaption></figure>',
    ),
  ),
  'OEBPS/text/two b.xhtml': strToU8(
    page(
      '<h2>Spring</h2><p>“Nobody asked us,” said <a href="https://lantern.example/lund">Per Lund</a>.</p>',
    ),
  ),
  'OEBPS/pictures/quay.dat': PICTURE,
}

async function read(files: Zippable): Promise<Result<CaptureDraft>> {
  for await (const { result } of draftsOf({ bytes: zipSync(files), fileName: 'boat.epub' })) return result
  throw new Error('no answer')
}

async function draftOf(files: Zippable): Promise<CaptureDraft> {
  const result = await read(files)
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

async function codeOf(files: Zippable): Promise<string> {
  const result = await read(files)
  return result.ok ? 'ok' : result.failure.code
}

const encryption = (algorithm: string) =>
  strToU8(`<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
<enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="OEBPS/x"/>
</enc:CipherData></enc:EncryptedData></encryption>`)

describe('an e-book', () => {
  it('is its files in reading order, without cover and contents', async () => {
    const { text, blocks, marks, mediaType } = await draftOf(BOOK)
    expect(mediaType).toBe('application/epub+zip')
    expect(text).toBe(
      'The last night boat\n\nThe boat was cut, a clerk said.\n\nThe quay\n\nThe quay at dusk. (Photo: Mina Okafor)\n\n' +
        'Spring\n\n“Nobody asked us,” said Per Lund.',
    )
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'figure',
      'caption',
      'heading',
      'paragraph',
    ])
    expect(marks.map((mark) => [mark.kind, text.slice(...mark.range)])).toEqual([
      ['emphasis', 'a clerk'],
      ['link', 'Per Lund'],
    ])
  })

  it('leaves out a cover that only its own markup tells', async () => {
    const unguided = strToU8(PACKAGE.replace(/<guide>.*<\/guide>/s, ''))
    const cover = strToU8(page('<p>A lighthouse on the cover</p>', ' epub:type="cover"'))
    const { text } = await draftOf({ ...BOOK, 'OEBPS/book.opf': unguided, 'OEBPS/cover.xhtml': cover })
    expect(text).toMatch(/^The last night boat/)
    expect(text).not.toContain('A lighthouse')
  })

  it('tells who made it and when, each by its role', async () => {
    const { text, analysis } = await draftOf(BOOK)
    const { facts, credits } = analysis
    expect(text.slice(...(facts.headline?.range ?? [0, 0]))).toBe('The last night boat')
    expect(facts).toMatchObject({
      headline: { value: 'The last night boat', from: 'epub' },
      published: { value: '2024-01-04' },
      modified: { value: '2024-02-01T10:00:00Z' },
      language: { value: 'en-GB' },
      url: { value: 'https://lantern.example/night-boat' },
      rights: { value: '© The Lantern' },
    })
    expect(credits.filter(({ picture }) => picture === null).map(({ role, name }) => [role, name])).toEqual([
      ['author', 'Ane Holm'],
      ['translator', 'Ifor Pugh'],
      ['editor', 'Ada Lindqvist'],
    ])
  })

  it('grows no entity that its package declares', async () => {
    expect((await draftOf(BOOK)).analysis.facts.publisher?.value).not.toContain('grown')
  })

  it('brings its pictures along, told by their bytes', async () => {
    const { pictureFiles, analysis } = await draftOf(BOOK)
    expect(pictureFiles).toMatchObject([{ mediaType: 'image/gif', picture: 0 }])
    expect(analysis.pictures).toMatchObject([{ alt: 'The quay', credit: 'Mina Okafor' }])
    const { 'OEBPS/pictures/quay.dat': _gone, ...without } = BOOK
    expect((await draftOf(without)).pictureFiles).toEqual([])
  })

  it('has its title written above a text that does not open with it', async () => {
    const { text } = await draftOf({
      ...BOOK,
      'OEBPS/text/one.xhtml': strToU8(page('<p>The boat was cut.</p>')),
    })
    expect(text).toMatch(/^The last night boat\n\nThe boat was cut\./)
  })

  it('is one also where its files were packed in another order', async () => {
    const { mimetype, ...rest } = BOOK
    const shuffled: Zippable = { ...rest, ...(mimetype === undefined ? {} : { mimetype }) }
    expect(sniff(zipSync(shuffled))).toEqual({ kind: 'format', format: 'ZIP' })
    expect((await draftOf(shuffled)).mediaType).toBe('application/epub+zip')
  })
})

describe('an e-book that cannot be read', () => {
  it('is refused when it is copy-protected, and read when only its fonts are', async () => {
    const locked = {
      ...BOOK,
      'META-INF/encryption.xml': encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc'),
    }
    expect(await codeOf(locked)).toBe('file-encrypted')
    const fonts = { ...BOOK, 'META-INF/encryption.xml': encryption('http://www.idpf.org/2008/embedding') }
    expect(await codeOf(fonts)).toBe('ok')
  })

  it('says what is wrong with it', async () => {
    const { 'OEBPS/book.opf': _package, ...unpacked } = BOOK
    expect(await codeOf(unpacked)).toBe('file-damaged')
    const { 'OEBPS/text/one.xhtml': _text, ...lacking } = BOOK
    expect(await codeOf(lacking)).toBe('file-damaged')
    const empty = strToU8(page('<img src="../pictures/quay.dat" alt="x"/>'))
    expect(await codeOf({ ...BOOK, 'OEBPS/text/one.xhtml': empty, 'OEBPS/text/two b.xhtml': empty })).toBe(
      'file-not-an-article',
    )
  })

  it('is refused when it grows beyond the limits', async () => {
    const bomb = new Uint8Array(8 * 1024 ** 2)
    expect(await codeOf({ ...BOOK, 'OEBPS/text/one.xhtml': bomb })).toBe('file-over-limits')
  })

  it('never reaches for a file outside of the book', async () => {
    const outside = PACKAGE.replace('text/one.xhtml', '../../../../etc/passwd').replace(
      'text/two%20b.xhtml',
      'https://lantern.example/x.xhtml',
    )
    expect(await codeOf({ ...BOOK, 'OEBPS/book.opf': strToU8(outside) })).toBe('file-damaged')
  })
})
