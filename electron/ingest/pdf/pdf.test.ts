import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaptureDraft } from '#domain/article/capture'
import type { Result } from '#domain/result'
import { LIMITS } from '../limits'
import { draftsOf } from '../read-file'
import { column, type SmallPdf, smallPdf } from './testing/small-pdf'

async function read(bytes: Uint8Array): Promise<Result<CaptureDraft>> {
  for await (const { result } of draftsOf({ bytes, fileName: 'ferry.pdf' })) return result
  throw new Error('no answer')
}

async function draftOf(pdf: SmallPdf): Promise<CaptureDraft> {
  const result = await read(smallPdf(pdf))
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await read(bytes)
  return result.ok ? 'ok' : result.failure.code
}

/** Kind, level and words of each block. */
async function blocksOf(pdf: SmallPdf): Promise<string[]> {
  const { blocks, text } = await draftOf(pdf)
  return blocks.map(({ kind, level, range }) => `${kind}${level ?? ''}: ${text.slice(...range)}`)
}

const LEFT = [
  'The winter timetable was cut by half on',
  'Thursday, the island council said. It had',
  'learned of it from a notice that was taped',
  'to the ticket window of the quay.',
]
const RIGHT = [
  'Nobody answered questions about the cut',
  'before the council met. Its chair said that',
  'the contract for the night boat runs out in',
  'spring, and that nobody has offered.',
]
const THIRD = [
  'The ministry, which pays for two of the three',
  'boats, said that it would look at the matter.',
]
const whole = (lines: readonly string[]) => lines.join(' ')

describe('a PDF with text', () => {
  it('is its headings by their size and its paragraphs, lines joined', async () => {
    const page = [
      { x: 50, y: 60, words: 'Ferry timetable', size: 24 },
      { x: 50, y: 88, words: 'cut by half', size: 24 },
      ...column(50, 130, LEFT),
      { x: 50, y: 200, words: 'The contract', size: 14 },
      ...column(50, 220, [...RIGHT.slice(0, 3), 'spring.']),
      // Indented, without a wider gap.
      { x: 62, y: 268, words: 'Councillors will meet the owners' },
      ...column(50, 280, ['before the end of the month.']),
    ]
    expect(await blocksOf({ pages: [page] })).toEqual([
      'heading1: Ferry timetable cut by half',
      `paragraph: ${whole(LEFT)}`,
      'heading2: The contract',
      `paragraph: ${whole([...RIGHT.slice(0, 3), 'spring.'])}`,
      'paragraph: Councillors will meet the owners before the end of the month.',
    ])
  })

  it('reads one column after the other, whatever their order in the file', async () => {
    const rows = LEFT.flatMap((_, row) => [column(310, 130, RIGHT)[row], column(50, 130, LEFT)[row]])
    const page = [
      { x: 50, y: 60, words: 'A headline that stands across both of the columns', size: 20 },
      ...rows,
    ]
    expect(await blocksOf({ pages: [page.filter((placed) => placed !== undefined)] })).toEqual([
      'heading1: A headline that stands across both of the columns',
      `paragraph: ${whole(LEFT)}`,
      `paragraph: ${whole(RIGHT)}`,
    ])
  })

  it('goes on with a paragraph in the next column and on the next page', async () => {
    const first = [
      'The council said on Thursday that the boat',
      'would no longer run at night, because the',
      'company had not been paid for it, and that',
    ]
    const second = [
      'it would not wait for another winter. It has',
      'asked others; nobody wants to take it on.',
    ]
    expect(await blocksOf({ pages: [column(50, 700, first), column(50, 60, second)] })).toEqual([
      `paragraph: ${whole([...first, ...second])}`,
    ])
  })

  it('makes words whole that a line end broke, and keeps hyphens of their own', async () => {
    const lines = [
      'The ferry com-',
      'pany has a well-known owner, a well-',
      'known lawyer and an office in North-',
      'Lunde.',
    ]
    expect(await blocksOf({ pages: [column(50, 60, lines)] })).toEqual([
      'paragraph: The ferry company has a well-known owner, a well-known lawyer and an office in North-Lunde.',
    ])
  })

  it('keeps items of a list apart, each with its further lines', async () => {
    const page = [
      ...column(50, 60, ['The council asks for three things, it said in its letter:']),
      { x: 50, y: 72, words: '\u0095 one boat in the morning, which the school' },
      { x: 60, y: 84, words: 'needs;' },
      { x: 50, y: 96, words: '\u0095 one boat at night.' },
    ]
    expect((await blocksOf({ pages: [page] })).slice(1)).toEqual([
      'list-item1: one boat in the morning, which the school needs;',
      'list-item1: one boat at night.',
    ])
  })

  it('reads a table row by row', async () => {
    const rows = ['Boat|Fee', 'skiff|2', 'cutter|12'].flatMap((row, index) =>
      row.split('|').map((words, cell) => ({ x: 50 + cell * 150, y: 200 + index * 12, words })),
    )
    expect(await blocksOf({ pages: [[...column(50, 60, LEFT), ...rows]] })).toEqual([
      `paragraph: ${whole(LEFT)}`,
      'table: Boat\tFee\nskiff\t2\ncutter\t12',
    ])
  })

  it('drops running heads, feet and page numbers, and only them', async () => {
    const pages = [LEFT, RIGHT, THIRD].map((lines, index) => [
      { x: 50, y: 30, words: `Island Post ${index + 1}/2024` },
      ...column(50, 100, lines),
      { x: 290, y: 780, words: `- ${index + 1} -` },
      ...(index === 0 ? [{ x: 50, y: 760, words: 'Printed in Lunde by the Post.', size: 8 }] : []),
    ])
    expect(await blocksOf({ pages })).toEqual([
      `paragraph: ${whole(LEFT)}`,
      'paragraph: Printed in Lunde by the Post.',
      `paragraph: ${whole(RIGHT)}`,
      `paragraph: ${whole(THIRD)}`,
    ])
    expect(await blocksOf({ pages: pages.slice(0, 1) })).toContain('paragraph: Island Post 1/2024')
  })

  it('reads Korean, joined at words', async () => {
    const lines = [
      '섬 주민들은 겨울 시간표가 절반으로',
      '줄었다는 소식을 매표소 창문에 붙은',
      '종이를 보고 알았다.',
    ]
    expect(await blocksOf({ pages: [column(50, 60, lines)] })).toEqual([`paragraph: ${whole(lines)}`])
  })
})

describe('the metadata of a PDF', () => {
  const page = [{ x: 50, y: 60, words: 'The last night boat', size: 24 }, ...column(50, 130, LEFT)]
  const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">The last night boat</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Ane Holm</rdf:li><rdf:li>Per Lund</rdf:li></rdf:Seq></dc:creator>
<prism:publicationDate>2024-01-04</prism:publicationDate><prism:publicationName>Island Post</prism:publicationName>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

  it('tells title, authors, outlet and dates', async () => {
    const info = { Title: 'Another title', Author: 'Somebody Else', CreationDate: "D:20240104071500+09'00'" }
    const { analysis, text } = await draftOf({ pages: [page], info, xmp })
    const { facts, credits } = analysis
    expect(facts).toMatchObject({
      headline: { value: 'The last night boat', from: 'pdf' },
      published: { value: '2024-01-04', from: 'pdf' },
      publisher: { value: 'Island Post', from: 'pdf' },
      capturedAt: { value: '2024-01-03T22:15:00.000Z' },
    })
    expect(text.slice(...(facts.headline?.range ?? [0, 0]))).toBe('The last night boat')
    expect(credits.map(({ role, name }) => [role, name])).toEqual([
      ['author', 'Ane Holm'],
      ['author', 'Per Lund'],
    ])
  })

  it('takes no file name for a title, and no day of making for one of publication', async () => {
    const info = { Title: 'Microsoft Word - boat_final2.docx', CreationDate: 'D:20240104071500Z' }
    const { analysis } = await draftOf({ pages: [page], info })
    expect(analysis.facts.headline?.value).toBe('The last night boat')
    expect(analysis.facts.published).toBeNull()
  })
})

describe('a PDF that cannot be read', () => {
  it('is refused when it needs a password', async () => {
    const key = `<${'ab'.repeat(32)}>`
    const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00> <00>]`
    expect(await codeOf(smallPdf({ pages: [column(50, 60, LEFT)], trailer }))).toBe('file-encrypted')
  })

  it('says of a scan that it has no text', async () => {
    expect(await codeOf(smallPdf({ pages: [[]] }))).toBe('file-only-pictures')
  })

  it('is refused when it is damaged', async () => {
    const bytes = smallPdf({ pages: [column(50, 60, LEFT)] })
    expect(await codeOf(bytes.subarray(0, 60))).toBe('file-damaged')
  })

  it('is refused when a stream grows beyond the limits, also one that is packed twice', async () => {
    const bomb = deflateSync(Buffer.alloc(64 * 1024 ** 2))
    const pages = [column(50, 60, LEFT)]
    expect(await codeOf(smallPdf({ pages, packed: { filter: '/FlateDecode', pack: () => bomb } }))).toBe(
      'file-over-limits',
    )
    const twice = { filter: '[/FlateDecode /FlateDecode]', pack: () => deflateSync(bomb) }
    expect(await codeOf(smallPdf({ pages, packed: twice }))).toBe('file-over-limits')
  })

  it('is refused when it has more pages than a thick book', async () => {
    const pages = Array.from({ length: LIMITS.pdfPages + 1 }, () => [])
    expect(await codeOf(smallPdf({ pages }))).toBe('file-over-limits')
  })

  it('never throws, whatever is altered in it, and leaves the bytes that it was given alone', async () => {
    const sound = smallPdf({ pages: [column(50, 60, LEFT), column(50, 60, RIGHT)], info: { Title: 'Boat' } })
    const change = fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = sound.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        const before = Buffer.from(bytes)
        const result = await read(bytes)
        if (!result.ok) expect(result.failure.code).toMatch(/^file-/)
        expect(Buffer.from(bytes).equals(before)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
