import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import type { CaptureDraft } from '#domain/article/capture'
import { LIMITS } from '../limits'
import type { Member } from '../member'
import { draftsOf } from '../read-file'

async function membersOf(bytes: Uint8Array, fileName = 'file'): Promise<Member<CaptureDraft>[]> {
  const members: Member<CaptureDraft>[] = []
  for await (const member of draftsOf({ bytes, fileName })) members.push(member)
  return members
}

/** Part and code (or `ok`) of each article. */
async function outcomes(bytes: Uint8Array): Promise<(readonly [string | null, string])[]> {
  const members = await membersOf(bytes)
  return members.map(({ part, result }) => [part, result.ok ? 'ok' : result.failure.code] as const)
}

const PICTURE = Buffer.concat([
  Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
  Buffer.alloc(500),
])

const page = (
  headline: string,
) => `<!doctype html><html lang="en"><title>${headline}</title><article><h1>${headline}</h1>
<p>The winter timetable was cut by half on Thursday, the island council said. “We learned of it from a notice,” said
Per Lund, who chairs the council. The company did not answer questions about the cut before the council met.</p>
<img src="/quay.gif" alt="The quay" width="600">
<p>Councillors will meet the owners before the end of the month, and have asked the ministry to look at the contract
that pays for the night boat. It runs out in spring, and nobody has offered to take it on.</p></article>`

const FORM = '<!doctype html><title>Log in</title><form><input name="user"><input name="word"></form>'

type Answer = {
  readonly url: string
  readonly body: Uint8Array | string
  readonly type?: string
  readonly status?: string
  readonly coding?: string
}

async function record({
  url,
  body,
  type = 'text/html',
  status = '200 OK',
  coding,
}: Answer): Promise<Uint8Array> {
  const made = WARCRecord.create(
    {
      url,
      date: '2024-01-04T07:15:00Z',
      type: 'response',
      httpHeaders: { 'Content-Type': type, ...(coding ? { 'Content-Encoding': coding } : {}) },
      statusline: `HTTP/1.1 ${status}`,
    },
    [Buffer.from(body)],
  )
  return WARCSerializer.serialize(made, { gzip: false })
}

async function warc(answers: readonly Answer[], gzip = false): Promise<Buffer> {
  const records = await Promise.all(answers.map(record))
  return Buffer.concat(gzip ? records.map((one) => gzipSync(one)) : records)
}

const SITE: readonly Answer[] = [
  { url: 'https://post.example/ferry', body: page('Ferry cut by half') },
  { url: 'https://post.example/quay.gif', body: PICTURE, type: 'image/gif' },
  { url: 'https://post.example/app.js', body: 'alert(1)', type: 'text/javascript' },
  { url: 'https://post.example/gone', body: page('Gone'), status: '404 Not Found' },
  { url: 'https://post.example/login', body: FORM },
  { url: 'https://post.example/harbour', body: brotliCompressSync(page('Harbour closed')), coding: 'br' },
]
const SITE_OUTCOMES = [
  ['https://post.example/ferry', 'ok'],
  ['https://post.example/login', 'file-not-an-article'],
  ['https://post.example/harbour', 'ok'],
]

describe('a WARC', () => {
  it.each([false, true])('is every page that was answered with success (gzipped: %s)', async (gzip) => {
    const bytes = await warc(SITE, gzip)
    expect(await outcomes(bytes)).toEqual(SITE_OUTCOMES)
    const [ferry] = await membersOf(bytes)
    if (!ferry?.result.ok) throw new Error('refused')
    const { analysis, pictureFiles } = ferry.result.value
    expect(analysis.facts.url?.value).toBe('https://post.example/ferry')
    expect(analysis.facts.capturedAt).toMatchObject({ value: '2024-01-04T07:15:00.000Z', from: 'warc' })
    expect(analysis.facts.headline?.value).toBe('Ferry cut by half')
    expect(pictureFiles.map(({ mediaType }) => mediaType)).toEqual(['image/gif'])
  })

  it('keeps each record so that it can be read again by itself', async () => {
    for (const gzip of [false, true]) {
      const [first, , third] = await membersOf(await warc(SITE, gzip))
      for (const member of [first, third]) {
        const [again, ...others] = await membersOf(new Uint8Array(member?.original ?? []))
        expect(others).toEqual([])
        expect(again?.result.ok && again.result.value.text).toBe(
          member?.result.ok && member.result.value.text,
        )
      }
    }
  })

  it('that was gzipped as one keeps each record by itself as well', async () => {
    const members = await membersOf(gzipSync(await warc(SITE)))
    expect(members.map(({ part, result }) => [part, result.ok ? 'ok' : result.failure.code])).toEqual(
      SITE_OUTCOMES,
    )
    const two = await membersOf(
      gzipSync(Buffer.concat([await warc(SITE.slice(0, 1)), await warc(SITE.slice(0, 1))])),
    )
    expect(two.map(({ result }) => result.ok)).toEqual([true, true])
    for (const member of [...members, ...two].filter(({ result }) => result.ok)) {
      const again = await membersOf(new Uint8Array(member.original ?? []))
      expect(again.map(({ part }) => part)).toEqual([member.part])
    }
  })

  it('that breaks off gives what stands before, and says that it is damaged', async () => {
    const whole = await warc(SITE)
    const found = await outcomes(whole.subarray(0, whole.length - 200))
    expect(found.slice(0, 2)).toEqual(SITE_OUTCOMES.slice(0, 2))
    for (let length = 0; length < whole.length; length += 211) {
      for (const [, code] of await outcomes(whole.subarray(0, length)))
        expect(code).toMatch(/^(?:ok|file-[a-z-]+)$/)
    }
  })

  it('with a record that grows beyond its limits is refused there, and what stands before is read', async () => {
    const bomb = brotliCompressSync(Buffer.alloc(60 * 1024 ** 2))
    const found = await outcomes(
      await warc([SITE[0] as Answer, { url: 'https://bomb.example/', body: bomb, coding: 'br' }]),
    )
    expect(found).toEqual([
      ['https://post.example/ferry', 'ok'],
      [null, 'file-over-limits'],
    ])
  })
})

describe('a gzipped file', () => {
  it('is what is in it', async () => {
    expect(await outcomes(gzipSync(page('Ferry cut by half')))).toEqual([[null, 'ok']])
    expect(await outcomes(gzipSync(gzipSync(page('Ferry cut by half'))))).toEqual([[null, 'ok']])
  })

  it('that grows a hundredfold, or holds itself too often, or is damaged, is refused', async () => {
    expect(await outcomes(gzipSync(Buffer.alloc(300 * 1024 ** 2)))).toEqual([[null, 'file-over-limits']])
    let nested = gzipSync(page('Ferry cut by half'))
    for (let depth = 0; depth <= LIMITS.archiveDepth; depth += 1) nested = gzipSync(nested)
    expect(await outcomes(nested)).toEqual([[null, 'file-over-limits']])
    const broken = gzipSync(page('Ferry cut by half'))
    broken[30] = (broken[30] ?? 0) ^ 0xff
    expect(await outcomes(broken)).toEqual([[null, 'file-damaged']])
  })
})

describe('a ZIP', () => {
  const zip = (files: Record<string, Uint8Array | string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, body]) => [name, Buffer.from(body)])))

  it('is the articles of a folder, with the pictures beside each page', async () => {
    const bytes = zip({
      'saved/ferry.html': page('Ferry cut by half').replace('/quay.gif', 'ferry_files/quay.gif'),
      'saved/ferry_files/quay.gif': PICTURE,
      'saved/ferry_files/frame.html': page('A frame'),
      'saved/style.css': 'p { color: red }',
      'saved/note.txt': 'The harbour was closed, a guard said.',
      '__MACOSX/saved/._note.txt': 'x',
      'inner.zip': zip({ 'deep.txt': 'The quay was built in spring, the council said.' }),
    })
    const members = await membersOf(bytes)
    expect(members.map(({ part, result }) => [part, result.ok])).toEqual([
      ['saved/ferry.html', true],
      ['saved/note.txt', true],
      ['inner.zip › deep.txt', true],
    ])
    expect(members[0]?.result.ok && members[0].result.value.pictureFiles).toHaveLength(1)
    expect(Buffer.from(members[2]?.original ?? []).toString()).toContain('built in spring')
  })

  it('with a page list and records is a collection: what was visited is read', async () => {
    const bytes = zip({
      'datapackage.json': '{"profile": "data-package", "wacz_version": "1.1.1"}',
      'archive/data.warc.gz': await warc(SITE, true),
      'pages/pages.jsonl': '{"format": "json-pages-1.0"}\n{"url": "https://post.example/harbour"}\n',
    })
    expect(await outcomes(bytes)).toEqual([['https://post.example/harbour', 'ok']])
  })

  it('of an office program is said to be one', async () => {
    const [member] = await membersOf(zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' }))
    expect(member?.result).toMatchObject({
      failure: { code: 'file-format-unsupported', detail: { format: 'Word' } },
    })
  })

  it('without an article says so', async () => {
    expect(await outcomes(zip({ 'a.css': 'p {}' }))).toEqual([[null, 'file-not-an-article']])
  })

  it('that would grow too large, or leads out of itself, or is damaged or locked, is refused', async () => {
    const bomb = zipSync({ 'bomb.txt': new Uint8Array(200 * 1024 ** 2) })
    expect(await outcomes(bomb)).toEqual([[null, 'file-over-limits']])
    const lies = Buffer.from(zipSync({ 'bomb.txt': new Uint8Array(50 * 1024 ** 2) }))
    // The directory says 100 bytes; what comes out is cut off there.
    lies.writeUInt32LE(100, lies.indexOf('PK\x01\x02') + 24)
    expect(await outcomes(lies)).toEqual([['bomb.txt', 'file-damaged']])
    expect(await outcomes(zip({ '../../etc/passwd.txt': 'The harbour was closed.' }))).toEqual([
      [null, 'file-damaged'],
    ])
    expect(await outcomes(zip({ 'a.txt': 'x'.repeat(400) }).subarray(0, 60))).toEqual([
      [null, 'file-damaged'],
    ])
    const locked = Buffer.from(zip({ 'a.txt': 'The harbour was closed, a guard said.' }))
    for (const [signature, at] of [
      ['PK\x03\x04', 6],
      ['PK\x01\x02', 8],
    ] as const) {
      locked.writeUInt16LE(1, locked.indexOf(signature) + at)
    }
    expect(await outcomes(locked)).toEqual([['a.txt', 'file-encrypted']])
  })

  it('of too many files is refused', async () => {
    const many = Object.fromEntries(
      Array.from({ length: LIMITS.zipEntries + 1 }, (_, index) => [`${index}.txt`, strToU8('x')]),
    )
    expect(await outcomes(zipSync(many, { level: 0 }))).toEqual([[null, 'file-over-limits']])
  })
})

const ARCHIVES = join(import.meta.dirname, '../../../../shared/data/archives')

describe('an ARC file', () => {
  const record = (url: string, type: string, content: string | Uint8Array, more = '') =>
    Buffer.concat([
      Buffer.from(`${url} 192.0.2.7 20240104071500 ${type} ${more}${Buffer.byteLength(content)}\n`),
      Buffer.from(content),
      Buffer.from('\n'),
    ])
  const answer = (html: string, status = '200 OK') =>
    `HTTP/1.1 ${status}\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n${Buffer.byteLength(html).toString(16)}\r\n${html}\r\n0\r\n\r\n`
  const description = (version: number) =>
    record(
      'filedesc://a.arc',
      'text/plain',
      `${version} 0 Island\nURL IP-address Archive-date Content-type Archive-length\n`,
    )
  const picture = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: image/gif\r\n\r\n'), PICTURE])
  const ARC = Buffer.concat([
    description(1),
    record('http://post.example/ferry', 'text/html', answer(page('Ferry cut by half'))),
    record('http://post.example/quay.gif', 'image/gif', picture),
    record('dns:post.example', 'text/dns', '20240104071500\npost.example. 300 IN A 192.0.2.7\n'),
    record('http://post.example/gone', 'text/html', answer(page('Gone'), '404 Not Found')),
    record('http://post.example/a b', 'text/html', answer(page('Harbour closed'))),
  ])

  it('is every page that was answered with success, at its time, with its pictures', async () => {
    const members = await membersOf(ARC)
    expect(members.map(({ part }) => part)).toEqual(['http://post.example/ferry', 'http://post.example/a b'])
    const [ferry] = members
    if (!ferry?.result.ok) throw new Error('refused')
    const { facts } = ferry.result.value.analysis
    expect(facts.capturedAt?.value).toBe('2024-01-04T07:15:00.000Z')
    expect(facts.url?.value).toBe('http://post.example/ferry')
    expect(ferry.result.value.pictureFiles).toHaveLength(1)
  })

  it('keeps each record so that it can be read again by itself', async () => {
    for (const member of await membersOf(ARC)) {
      const [again] = await membersOf(member.original ?? new Uint8Array())
      expect(again?.part).toBe(member.part)
      expect(
        again?.result.ok && member.result.ok && again.result.value.text === member.result.value.text,
      ).toBe(true)
    }
  })

  it('of version 2.0 has more fields in its heads', async () => {
    const more = '200 abcdef - 1234 a.arc.gz '
    const arc = [
      description(2),
      record('http://post.example/ferry', 'text/html', answer(page('Ferry cut')), more),
    ]
    expect(await outcomes(Buffer.concat(arc))).toEqual([['http://post.example/ferry', 'ok']])
  })

  it('that breaks off gives what stands before, and says that it is damaged', async () => {
    expect(await outcomes(ARC.subarray(0, -200))).toEqual([
      ['http://post.example/ferry', 'ok'],
      [null, 'file-damaged'],
    ])
  })
})

describe.skipIf(!existsSync(ARCHIVES))('real archives (skipped where ../shared is not there)', () => {
  const real = (folder: string) =>
    readdirSync(join(ARCHIVES, folder)).map(
      (name) => [name, readFileSync(join(ARCHIVES, folder, name))] as const,
    )

  it.each(real('warc'))('%s is read or refused by code', async (_, bytes) => {
    const found = await outcomes(bytes)
    expect(found.length).toBeGreaterThan(0)
    for (const [, code] of found) expect(code).toMatch(/^(?:ok|file-[a-z-]+)$/)
  })

  it.each([
    'example.warc',
    'example.warc.gz',
    'example.arc',
    'example.arc.gz',
    'example-iana.org-chunked.warc',
    'example-wrong-chunks.warc.gz',
  ])('%s gives its page with its address', async (name) => {
    const members = await membersOf(readFileSync(join(ARCHIVES, 'warc', name)))
    const [first] = members.filter(({ result }) => result.ok)
    expect(first?.result.ok && first.result.value.analysis.facts.url?.value).toMatch(
      /^http:\/\/(?:example\.com|(?:www\.)?iana\.org)\//,
    )
  })

  it.each(real('wacz').filter(([name]) => name.startsWith('valid')))(
    '%s gives its page',
    async (_, bytes) => {
      expect((await outcomes(bytes)).some(([, code]) => code === 'ok')).toBe(true)
    },
  )
})
