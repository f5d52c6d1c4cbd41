import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CaptureDraft } from '#domain/article/capture'
import type { Member } from '../member'
import { draftsOf } from '../read-file'

async function membersOf(content: string | Uint8Array): Promise<Member<CaptureDraft>[]> {
  const members: Member<CaptureDraft>[] = []
  for await (const member of draftsOf({ bytes: Buffer.from(content), fileName: 'export' }))
    members.push(member)
  return members
}

const outcomes = (members: readonly Member<CaptureDraft>[]) =>
  members.map(({ part, result }) => [part, result.ok ? 'ok' : result.failure.code])

function draftOf(member: Member<CaptureDraft> | undefined): CaptureDraft {
  if (!member?.result.ok) throw new Error(JSON.stringify(member?.result))
  return member.result.value
}

/** Every part of an export is a file that gives the same article again. */
async function expectReadAgain(members: readonly Member<CaptureDraft>[]) {
  for (const member of members) {
    const again = await membersOf(member.original ?? new Uint8Array())
    expect(again.map(({ result }) => result)).toEqual([member.result])
  }
}

const STORY =
  '<p>The ferry was cut, the council said.</p><p>“We learned of it from a notice,” said Per Lund.</p>'
const TEXT = 'The ferry was cut, the council said.\n\n“We learned of it from a notice,” said Per Lund.'

describe('an export of Wallabag', () => {
  const XML = `<?xml version="1.0" encoding="UTF-8"?>
<result>
  <entry>
    <is_archived>0</is_archived>
    <tags><entry><![CDATA[ferries]]></entry></tags>
    <id>1</id>
    <title><![CDATA[Ferry & quay cut]]></title>
    <url><![CDATA[https://post.example/ferry]]></url>
    <content><![CDATA[${STORY}]]></content>
    <created_at><![CDATA[2024-01-05T10:11:12+0000]]></created_at>
    <published_at><![CDATA[2024-01-04T07:15:00+0000]]></published_at>
    <published_by><entry><![CDATA[Ane Holm]]></entry></published_by>
    <language><![CDATA[en]]></language>
    <domain_name><![CDATA[post.example]]></domain_name>
  </entry>
  <entry><id>2</id><title><![CDATA[Harbour]]></title><url><![CDATA[https://post.example/harbour]]></url><content><![CDATA[<p>The harbour was closed, a guard said.</p>]]></content></entry>
</result>
`

  it('is its articles as XML', async () => {
    const members = await membersOf(XML)
    expect(outcomes(members)).toEqual([
      ['Ferry & quay cut', 'ok'],
      ['Harbour', 'ok'],
    ])
    const { text, analysis } = draftOf(members[0])
    expect(text).toBe(`Ferry & quay cut\n\n${TEXT}`)
    expect(analysis.facts).toMatchObject({
      url: { value: 'https://post.example/ferry' },
      language: { value: 'en' },
      published: { value: '2024-01-04T07:15:00+0000' },
    })
    expect(analysis.credits.map(({ name }) => name)).toEqual(['Ane Holm'])
    await expectReadAgain(members)
  })

  const CSV = `Title;URL;Content;Tags;"MIME Type";Language;"Creation date"
"Ferry ""cut""; or not";https://post.example/ferry;"${STORY.replaceAll('"', '""')}";ferries;text/html;en;"04/01/2024 07:15:00"
Harbour;https://post.example/harbour;"<p>The harbour was closed, a guard said.</p>";;text/html;en;"05/01/2024 07:15:00"
`

  it('is its articles as a table', async () => {
    const members = await membersOf(CSV)
    expect(outcomes(members)).toEqual([
      ['Ferry "cut"; or not', 'ok'],
      ['Harbour', 'ok'],
    ])
    const { text, analysis } = draftOf(members[0])
    expect(text).toContain(TEXT)
    expect(analysis.facts.capturedAt?.value).toBe('2024-01-04')
    await expectReadAgain(members)
  })

  it.each([
    ['broken off', XML.slice(0, -40), 'file-damaged'],
    ['of another kind', '<?xml version="1.0"?><orders><order>1</order></orders>', 'file-format-unsupported'],
    ['without a text', XML.replace(/<content>.*?<\/content>/gs, ''), 'file-not-an-article'],
    ['with a quotation mark that does not end', `${CSV}"Harbour;x`, 'file-damaged'],
  ])('that is %s is refused', async (_, content, code) => {
    expect(outcomes(await membersOf(content))).toEqual([[null, code]])
  })
})

describe('an export of Evernote', () => {
  const GIF = Buffer.concat([
    Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
    Buffer.alloc(500),
  ])
  const hash = createHash('md5').update(GIF).digest('hex')
  const ENEX = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20240106T000000Z" application="Evernote" version="10.68.2">
  <note>
    <title>Ferry &amp; quay cut</title>
    <created>20240104T071500Z</created>
    <tag>ferries</tag>
    <note-attributes><author>whose account it was</author><source>web.clip7</source><source-url>https://post.example/ferry</source-url></note-attributes>
    <content><![CDATA[<?xml version="1.0" encoding="UTF-8" standalone="no"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note>${STORY}<div><en-media hash="${hash}" type="image/gif"/></div></en-note>]]></content>
    <resource><data encoding="base64">
${GIF.toString('base64').replace(/(.{60})/g, '$1\n')}
    </data><mime>image/gif</mime></resource>
  </note>
  <note><title>Shopping</title><content><![CDATA[<en-note><div>Rope, bread</div></en-note>]]></content></note>
</en-export>
`

  it('is its notes with their pictures and where they were clipped from', async () => {
    const members = await membersOf(ENEX)
    expect(outcomes(members)).toEqual([
      ['Ferry & quay cut', 'ok'],
      ['Shopping', 'ok'],
    ])
    const { text, analysis, pictureFiles } = draftOf(members[0])
    expect(text).toContain(TEXT)
    expect(pictureFiles.map(({ bytes }) => Buffer.from(bytes).equals(GIF))).toEqual([true])
    expect(analysis.facts).toMatchObject({
      headline: { value: 'Ferry & quay cut', from: 'evernote' },
      url: { value: 'https://post.example/ferry' },
      capturedAt: { value: '2024-01-04T07:15:00Z' },
    })
    expect(analysis.credits).toEqual([])
    await expectReadAgain(members)
  })
})

describe('an export that lists addresses', () => {
  it.each([
    [
      'Pocket, as a page',
      '<!DOCTYPE html>\n<html><!--So long and thanks for all the fish--><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>Pocket Export</title></head><body><h1>Unread</h1><ul><li><a href="https://post.example/ferry" time_added="1704352500" tags="ferries">Ferry</a></li></ul></body></html>',
    ],
    [
      'Pocket, as a table',
      'title,url,time_added,tags,status\nFerry,https://post.example/ferry,1704352500,,unread\n',
    ],
    [
      'Instapaper, as a table',
      'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://post.example/ferry,Ferry,,Unread,1704352500,[]\n',
    ],
    [
      'Instapaper, as a page',
      '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Instapaper: Export</title></head><body><h1>Unread</h1><ol><li><a href="https://post.example/ferry">Ferry</a></ol></body></html>',
    ],
    [
      'Readwise Reader',
      'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nFerry,https://post.example/ferry,1,,2024,0,new,True\n',
    ],
    [
      'a browser',
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p><DT><A HREF="https://post.example/ferry">Ferry</A></DL>',
    ],
  ])('is said to hold none (%s)', async (_, content) => {
    expect(outcomes(await membersOf(content))).toEqual([[null, 'file-only-addresses']])
  })
})
