import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { CaptureDraft } from '#domain/article/capture'
import { LIMITS } from '../limits'
import type { Member } from '../member'
import { draftsOf } from '../read-file'

async function membersOf(bytes: Uint8Array | string, fileName = 'file'): Promise<Member<CaptureDraft>[]> {
  const members: Member<CaptureDraft>[] = []
  for await (const member of draftsOf({ bytes: Buffer.from(bytes), fileName })) members.push(member)
  return members
}

async function draftOf(bytes: Uint8Array | string): Promise<CaptureDraft> {
  const [member, ...others] = await membersOf(bytes)
  if (!member?.result.ok || others.length > 0) throw new Error(JSON.stringify(member?.result))
  return member.result.value
}

async function codeOf(bytes: Uint8Array | string): Promise<string> {
  const [member] = await membersOf(bytes)
  if (member === undefined) return 'nothing'
  return member.result.ok ? 'ok' : member.result.failure.code
}

/** A picture of one grey dot, with enough bytes behind it to be worth showing. */
const PICTURE = Buffer.concat([
  Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
  Buffer.alloc(500),
])

const STORY = `<h1>Ferry cut by half</h1><p>By Ane Holm</p>
<p>The winter timetable was cut by half on Thursday, the island council said. “We learned of it from a notice,” said
Per Lund, who chairs the council. The company did not answer questions about the cut before the council met.</p>
<figure><img src="cid:quay@post.example" alt="The quay"><figcaption>The quay at Lunde. (Photo: Ane Holm)</figcaption></figure>
<p>Councillors will meet the owners before the end of the month, and have asked the ministry to look at the contract
that pays for the night boat. It runs out in spring.</p>`

const NEWSLETTER = [
  'From: =?utf-8?Q?The_Island_Post?= <letters@post.example>',
  'Subject: =?utf-8?B?RmVycnkgY3V0?= by half',
  'Date: Thu, 04 Jan 2024 07:15:00 +0900 (KST)',
  'Reply-To: newsroom@post.example',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary=outer',
  '',
  '--outer',
  'Content-Type: multipart/alternative; boundary=inner',
  '',
  '--inner',
  'Content-Type: text/plain',
  '',
  'View this message in your browser.',
  '--inner',
  'Content-Type: text/html; charset=euc-kr',
  'Content-Transfer-Encoding: base64',
  '',
  iconv
    .encode(`${STORY}<p>섬 주민들은 소식을 매표소에서 알았다.</p>`, 'euc-kr')
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n'),
  '--inner--',
  '--outer',
  'Content-Type: image/gif',
  'Content-ID: <quay@post.example>',
  'Content-Transfer-Encoding: base64',
  '',
  PICTURE.toString('base64'),
  '--outer--',
  '',
].join('\r\n')

describe('an e-mail', () => {
  it('is its page, with its pictures, in its charset; its headers tell what the page does not', async () => {
    const draft = await draftOf(NEWSLETTER)
    expect(draft.text).toContain('섬 주민들은')
    expect(draft.text).not.toContain('View this message')
    expect(draft.mediaType).toBe('message/rfc822')
    const { facts, pictures, credits } = draft.analysis
    expect(facts.headline?.value).toBe('Ferry cut by half')
    expect(facts.published).toMatchObject({ value: '2024-01-04T07:15:00+09:00', from: 'header' })
    expect(facts.publisher?.value).toBe('The Island Post')
    expect(facts.contact?.value).toBe('newsroom@post.example')
    expect(credits).toContainEqual(expect.objectContaining({ role: 'author', name: 'Ane Holm' }))
    expect(pictures[0]).toMatchObject({ alt: 'The quay' })
    expect(draft.pictureFiles).toEqual([
      { mediaType: 'image/gif', bytes: new Uint8Array(PICTURE), picture: 0 },
    ])
  })

  it('of plain text is that text', async () => {
    const draft = await draftOf(
      'From: Ane <ane@post.example>\nMessage-ID: <1@post.example>\nSubject: Re: Fwd: Ferry\n\n' +
        'The ferry was cut, the council said.\n\nIt will meet on Monday.\n',
    )
    expect(draft.text).toBe('The ferry was cut, the council said.\n\nIt will meet on Monday.\n')
    expect(draft.analysis.facts.headline?.value).toBe('Ferry')
  })

  it('without a text is no article', async () => {
    const message = `Mime-Version: 1.0\nContent-Type: image/gif\nContent-Transfer-Encoding: base64\n\n${PICTURE.toString('base64')}\n`
    expect(await codeOf(message)).toBe('file-not-an-article')
  })

  it('that is cut off anywhere is read as far as it goes or refused, and never throws', async () => {
    for (let length = 1; length < NEWSLETTER.length; length += 97) {
      expect(await codeOf(NEWSLETTER.slice(0, length))).toMatch(/^(?:ok|file-[a-z-]+)$/)
    }
  })

  it('nested too deeply, or of too many parts, is refused', async () => {
    const level = (index: number) => `Content-Type: multipart/mixed; boundary=b${index}\n\n--b${index}\n`
    const deep = Array.from({ length: LIMITS.mimeDepth + 5 }, (_, index) => level(index)).join('')
    expect(await codeOf(`Mime-Version: 1.0\n${deep}`)).toBe('file-over-limits')
    const many = `Mime-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(LIMITS.mimeParts + 5)}`
    expect(await codeOf(many)).toBe('file-over-limits')
  })
})

describe('a mailbox', () => {
  const message = (subject: string, words: string) =>
    `From ane@post.example Thu Jan  4 07:15:00 2024\r\nFrom: Ane <ane@post.example>\r\nDate: Thu, 4 Jan 2024 07:15:00 +0900\r\nSubject: ${subject}\r\n\r\n${words}\r\n\r\n`
  const box =
    message('Ferry', 'The ferry was cut, the council said.\r\n\r\n>From Monday on there is none at night.') +
    message('Picture', '') +
    message('Harbour', 'The harbour was closed, a guard said.')

  it('is as many articles as it has messages with a text, each with its own bytes', async () => {
    const members = await membersOf(box)
    expect(members.map(({ part, result }) => [part, result.ok ? 'ok' : result.failure.code])).toEqual([
      ['Ferry', 'ok'],
      ['Picture', 'file-not-an-article'],
      ['Harbour', 'ok'],
    ])
    const [ferry, , harbour] = members
    expect(ferry?.result.ok && ferry.result.value.text).toContain('\n\nFrom Monday on')
    expect(Buffer.from(ferry?.original ?? []).toString()).toContain('\r\n>From Monday on')
    expect(box).toContain(Buffer.from(harbour?.original ?? []).toString())
  })

  it('keeps each message so that it can be read again by itself', async () => {
    for (const member of await membersOf(box)) {
      if (!member.result.ok || member.original === null) continue
      const again = await draftOf(member.original)
      expect(again.analysis.facts).toEqual(member.result.value.analysis.facts)
    }
  })
})

const ARCHIVES = join(import.meta.dirname, '../../../../shared/data/archives/mhtml')

describe.skipIf(!existsSync(ARCHIVES))(
  'pages saved by a browser as MHTML (skipped where ../shared is not there)',
  () => {
    const page = (name: string) => readFileSync(join(ARCHIVES, name))

    it.each(['mdn.mhtml', 'wikipedia.mhtml'])(
      '%s is an article with its address and its time',
      async (name) => {
        const draft = await draftOf(page(name))
        expect(draft.mediaType).toBe('multipart/related')
        expect(draft.analysis.facts.url?.value).toMatch(/^https:/)
        expect(draft.analysis.facts.capturedAt).toMatchObject({ from: 'mhtml' })
        expect(draft.analysis.facts.headline).not.toBeNull()
        expect(draft.text.length).toBeGreaterThan(1000)
      },
    )

    it('has its pictures from the file itself', async () => {
      const draft = await draftOf(page('wikipedia.mhtml'))
      expect(draft.pictureFiles.length).toBeGreaterThan(0)
    })
  },
)
