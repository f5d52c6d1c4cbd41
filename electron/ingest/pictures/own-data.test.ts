import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedDraft } from '../../library/draft'
import { draftsOf } from '../read-file'
import { factsIn } from './own-data'
import { jpegWithData } from './testing/jpeg-with-data'

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 photoshop:Credit="Island Post"><dc:creator><rdf:Seq><rdf:li>Mina Okafor</rdf:li><rdf:li>Ifor Pugh</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">The quay, 부두</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`

async function valuesIn(bytes: Uint8Array) {
  const facts = await factsIn(bytes)
  return facts && Object.entries(facts).map(([fact, told]) => [fact, told.value, told.from])
}

describe("a picture's own data", () => {
  it('tells who made it, its credit, caption, rights and day, from XMP before IPTC before EXIF', async () => {
    const iptc = { 80: 'Somebody Else', 110: 'Another', 116: '© Island Post', 55: '20240104' }
    const exif = { 315: 'A camera', 270: 'IMG_0001', 33432: 'nobody' }
    expect(await valuesIn(jpegWithData({ xmp: XMP, iptc, exif }))).toEqual([
      ['creator', 'Mina Okafor, Ifor Pugh', 'xmp'],
      ['credit', 'Island Post', 'xmp'],
      ['caption', 'The quay, 부두', 'xmp'],
      ['rights', '© Island Post', 'iptc'],
      ['date', '2024-01-04', 'iptc'],
    ])
  })

  it("reads Korean in every format's own way of writing it", async () => {
    expect(await valuesIn(jpegWithData({ iptc: { 80: '오미나' } }))).toEqual([['creator', '오미나', 'iptc']])
    expect(await valuesIn(jpegWithData({ exif: { 315: '오미나' } }))).toEqual([['creator', '오미나', 'exif']])
  })

  it('tells where it was taken, but for the zeros of a camera without a fix', async () => {
    expect(await valuesIn(jpegWithData({ gps: [59.9139, -10.7522] }))).toEqual([
      ['position', '59.91390, -10.75220', 'exif'],
    ])
    expect(await valuesIn(jpegWithData({ gps: [0, 0] }))).toBeNull()
  })

  it('tells nothing of a file without data, of another kind, or a damaged one', async () => {
    expect(await factsIn(jpegWithData({}))).toBeNull()
    expect(await factsIn(new Uint8Array(600))).toBeNull()
    const sound = jpegWithData({ xmp: XMP, iptc: { 80: 'Mina Okafor' }, exif: { 315: 'x' }, gps: [1, 2] })
    const change = fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.nat(sound.length),
        async (changes, length) => {
          const bytes = sound.slice()
          for (const [at, byte] of changes) bytes[at] = byte
          const facts = await factsIn(bytes.slice(0, length))
          for (const told of Object.values(facts ?? {})) expect(typeof told.value).toBe('string')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('comes with the capture that brings the picture, into a draft that the library takes', async () => {
    const picture = Buffer.from(
      jpegWithData({ iptc: { 80: 'Mina Okafor' }, gps: [59.9139, 10.7522] }),
    ).toString('base64')
    const page = `<!doctype html><html lang="en"><title>Boat</title><article><h1>Boat</h1>
<p>The winter timetable was cut by half on Thursday, the island council said, and nobody was told before the notice.</p>
<img src="data:image/jpeg;base64,${picture}" alt="The quay"><img src="https://post.example/gone.jpg" alt="Gone">
<p>Councillors will meet the owners before the end of the month, and have asked the ministry to look at it.</p></article></html>`
    for await (const { result } of draftsOf({ bytes: Buffer.from(page), fileName: 'boat.html' })) {
      const draft = result.ok ? checkedDraft(result.value) : null
      expect(draft?.analysis.pictures.map(({ fileFacts }) => fileFacts)).toEqual([
        {
          creator: { value: 'Mina Okafor', assertedBy: 'article', range: null, from: 'iptc' },
          position: { value: '59.91390, 10.75220', assertedBy: 'article', range: null, from: 'exif' },
        },
        undefined,
      ])
    }
  })
})
