import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaptureDraft } from '#domain/article/capture'
import type { Member } from '../member'
import { draftsOf } from '../read-file'

async function membersOf(content: string | Uint8Array): Promise<Member<CaptureDraft>[]> {
  const members: Member<CaptureDraft>[] = []
  for await (const member of draftsOf({ bytes: Buffer.from(content), fileName: 'file' })) members.push(member)
  return members
}

async function outcomes(content: string | Uint8Array) {
  const members = await membersOf(content)
  return members.map(({ part, result }) => [part, result.ok ? 'ok' : result.failure.code])
}

async function onlyDraft(content: string | Uint8Array): Promise<CaptureDraft> {
  const [member, ...others] = await membersOf(content)
  if (!member?.result.ok || others.length > 0) throw new Error(JSON.stringify(member?.result))
  return member.result.value
}

const STORY =
  '<p>The ferry was cut, the council said.</p><p>“We learned of it from a notice,” said Per Lund.</p>'

const RSS = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Island Post</title><link>https://post.example</link><language>en-gb</language><copyright>© Island Post</copyright>
<item><title>Ferry &amp;amp; quay cut</title><link>https://post.example/ferry</link><dc:creator>Ane Holm and Per Lund</dc:creator>
<pubDate>Thu, 04 Jan 2024 07:15:00 +0900</pubDate><description>Short.</description>
<content:encoded><![CDATA[${STORY}<!-- <item> -->]]></content:encoded></item>
<item><title>Only a teaser</title><link>https://post.example/teaser</link><description>Read more.</description></item>
<item><title>Harbour</title><link>https://post.example/harbour</link>
<content:encoded><![CDATA[<p>The harbour was closed, a guard said.</p>]]></content:encoded></item>
</channel></rss>`

describe('a feed', () => {
  it('is each item that brings its whole text, with what the feed tells of it', async () => {
    expect(await outcomes(RSS)).toEqual([
      ['Ferry &amp; quay cut', 'ok'],
      ['Only a teaser', 'file-not-an-article'],
      ['Harbour', 'ok'],
    ])
    const [ferry] = await membersOf(RSS)
    if (!ferry?.result.ok) throw new Error('refused')
    const { text, blocks, analysis } = ferry.result.value
    expect(text).toBe(
      'Ferry & quay cut\n\nThe ferry was cut, the council said.\n\n“We learned of it from a notice,” said Per Lund.',
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph'])
    const { facts, credits } = analysis
    expect(facts.headline).toMatchObject({ value: 'Ferry & quay cut', from: 'feed', range: [0, 16] })
    expect(facts.published?.value).toBe('2024-01-04T07:15:00+09:00')
    expect(facts.publisher?.value).toBe('Island Post')
    expect(facts.url?.value).toBe('https://post.example/ferry')
    expect(facts.language?.value).toBe('en-gb')
    expect(credits.filter(({ role }) => role === 'author').map(({ name }) => name)).toEqual([
      'Ane Holm',
      'Per Lund',
    ])
  })

  it('keeps each item as a feed of one, to the letter, that reads the same again', async () => {
    const [ferry, , harbour] = await membersOf(RSS)
    const kept = Buffer.from(harbour?.original ?? []).toString()
    expect(kept).toContain('<title>Harbour</title>')
    expect(kept).not.toContain('Ferry')
    for (const member of [ferry, harbour]) {
      const again = await onlyDraft(member?.original ?? '')
      expect(member?.result.ok && again.text === member.result.value.text).toBe(true)
    }
  })

  it('may be Atom or JSON', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ko"><title>가람일보</title><entry><title>여객선 감편</title>
      <author><name>김가람</name></author><link href="https://garam.example/1"/><updated>2024-01-05T00:00:00Z</updated>
      <published>2024-01-04T07:00:00+09:00</published><content type="html">&lt;p&gt;여객선이 줄었다고 군의회는 밝혔다.&lt;/p&gt;</content></entry></feed>`
    const { text, analysis } = await onlyDraft(atom)
    expect(text).toBe('여객선 감편\n\n여객선이 줄었다고 군의회는 밝혔다.')
    expect(analysis.facts).toMatchObject({
      published: { value: '2024-01-04T07:00:00+09:00' },
      language: { value: 'ko' },
      publisher: { value: '가람일보' },
    })
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Island Post',
      items: [
        {
          id: '1',
          url: 'https://post.example/a',
          title: 'Ferry',
          content_html: STORY,
          authors: [{ name: 'Ane Holm' }],
        },
      ],
    })
    expect((await onlyDraft(json)).analysis.facts.headline?.value).toBe('Ferry')
  })

  it('that is broken is said to be damaged', async () => {
    expect(await outcomes('<?xml version="1.0"?><rss version="2.0"><channel><item>')).toEqual([
      [null, expect.stringMatching(/^file-(?:damaged|not-an-article)$/)],
    ])
  })

  it('with entities that grow is read without growing them', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    )
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${laughs}]><rss version="2.0"><channel><title>x</title><item><title>&l9;</title><description>&l9;</description></item></channel></rss>`
    for (const [, code] of await outcomes(bomb)) expect(code).toMatch(/^file-/)
  })
})

describe('a JSON file', () => {
  it('of schema.org is its article', async () => {
    const { text, analysis } = await onlyDraft(
      JSON.stringify({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'Organization', name: 'Island Post' },
          {
            '@type': ['NewsArticle'],
            headline: 'Ferry cut',
            articleBody: 'The ferry was cut, the council said.\n\nIt meets on Monday.',
            author: [{ '@type': 'Person', name: 'Ane Holm' }],
            datePublished: '2024-01-04',
            publisher: { name: 'Island Post' },
            inLanguage: 'en',
          },
        ],
      }),
    )
    expect(text).toBe('Ferry cut\n\nThe ferry was cut, the council said.\n\nIt meets on Monday.')
    expect(analysis.facts).toMatchObject({ published: { value: '2024-01-04', from: 'json-ld' } })
  })

  it('of saved articles is each that kept its text', async () => {
    const entry = (title: string, content: string) => ({
      title,
      url: `https://post.example/${title}`,
      content,
      created_at: '2024-02-01T10:00:00+0000',
      published_by: ['Ane Holm'],
    })
    const file = JSON.stringify([
      entry('Ferry', STORY),
      entry('Link', ''),
      entry('Harbour', '<p>It was closed, a guard said.</p>'),
    ])
    const members = await membersOf(file)
    expect(members.map(({ part }) => part)).toEqual(['Ferry', 'Harbour'])
    const again = await onlyDraft(members[1]?.original ?? '')
    expect(again.analysis.facts.headline?.value).toBe('Harbour')
    expect(again.analysis.credits).toContainEqual(
      expect.objectContaining({ name: 'Ane Holm', role: 'author' }),
    )
  })

  it('of anything else is no article, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        for (const [, code] of await outcomes(JSON.stringify([value])))
          expect(code).toMatch(/^(?:ok|file-[a-z-]+)$/)
      }),
      { numRuns: 60 },
    )
    expect(await outcomes(JSON.stringify({ list: [1, 2, 3] }))).toEqual([[null, 'file-not-an-article']])
    expect(await outcomes(`${'['.repeat(5000)}${']'.repeat(5000)}`)).toEqual([[null, 'file-not-an-article']])
  })
})

describe('a list of addresses', () => {
  it.each([
    [
      'a table of Pocket',
      'title,url,time_added,tags,status\nFerry,https://post.example/ferry,1704000000,,unread\n',
    ],
    [
      'a table of Instapaper',
      'URL,Title,Selection,Folder,Timestamp\nhttps://post.example/ferry,Ferry,,Unread,1704000000\n',
    ],
    [
      'a page of Pocket',
      '<!DOCTYPE html>\n<html><head><title>Pocket Export</title></head><body><ul><li><a href="https://post.example">x</a></li></ul></body></html>',
    ],
    [
      'bookmarks',
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL><DT><A HREF="https://post.example">x</A></DL>',
    ],
    [
      'subscriptions',
      '<?xml version="1.0"?><opml version="2.0"><body><outline xmlUrl="https://post.example/feed"/></body></opml>',
    ],
  ])('(%s) is said to be one', async (_, content) => {
    expect(await outcomes(content)).toEqual([[null, 'file-only-addresses']])
  })
})

const NINJS = join(import.meta.dirname, '../../../../shared/data/archives/ninjs')

describe.skipIf(!existsSync(NINJS))('real ninjs (skipped where ../shared is not there)', () => {
  const files = ['2.1', '3.0'].flatMap((version) =>
    existsSync(join(NINJS, version))
      ? readdirSync(join(NINJS, version))
          .filter((name) => name.endsWith('.json'))
          .map((name) => join(version, name))
      : [],
  )

  it.each(files)('%s is read or refused by code', async (name) => {
    for (const [, code] of await outcomes(readFileSync(join(NINJS, name)))) {
      expect(code).toMatch(/^(?:ok|file-[a-z-]+)$/)
    }
  })

  it.each([
    '2.1/tt_text_image_2.json',
    '3.0/tt_text_image_3.json',
    '3.0/dpa_text.json',
    '3.0/ninjsExSimpleText_3.json',
  ])('%s has its headline, language and time', async (name) => {
    const { facts } = (await onlyDraft(readFileSync(join(NINJS, name)))).analysis
    expect(facts.headline?.from).toBe('ninjs')
    expect(facts.language).not.toBeNull()
    expect(facts.published?.value).toMatch(/^\d{4}-\d{2}-\d{2}/)
  })
})
