import { type Bomb, filled, MIB, STORY } from './bomb'

const LOL = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`,
).join('')

const rss = (items: string, doctype = '') =>
  Buffer.from(
    `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>Harbour Post</title>${items}</channel></rss>`,
  )
const item = (title: string, words = STORY.repeat(4)) =>
  `<item><title>${title}</title><description>${words}</description></item>`

const zotero = (nodes: string) =>
  Buffer.from(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#">${nodes}`,
  )

/** A binary property list whose objects name one another: small, and a trillion values when it is unfolded. */
function nestedLists(): Buffer {
  const list = (next: number) => Buffer.from([0xaa, ...Array<number>(10).fill(next)])
  const objects = [...Array.from({ length: 12 }, (_, index) => list(index + 1)), Buffer.from([0x51, 0x61])]
  const body = Buffer.concat([Buffer.from('bplist00'), ...objects])
  let at = 'bplist00'.length
  const offsets = objects.map((object) => {
    at += object.length
    return at - object.length
  })
  const trailer = Buffer.alloc(32)
  trailer.set([1, 1], 6)
  for (const [place, number] of [objects.length, 0, body.length].entries())
    trailer.writeUInt32BE(number, 12 + place * 8)
  return Buffer.concat([body, Buffer.from(offsets), trailer])
}

const bomb = (name: string, fileName: string, make: () => Buffer, ...ends: Bomb['ends']): Bomb => ({
  name,
  fileName,
  make,
  ends,
})
const ARTICLE = `"@type":"NewsArticle","headline":"Ferry","articleBody":${JSON.stringify(STORY)}`

export const STRUCTURED_BOMBS: readonly Bomb[] = [
  {
    ...bomb(
      'XML: a billion laughs in a feed',
      'a.xml',
      () => rss(item('Ferry', '&lol9;'), `<!DOCTYPE rss [<!ENTITY lol0 "lol">${LOL}]>`),
      'file-damaged',
      'file-not-an-article',
      'read',
    ),
    quick: true,
  },
  bomb(
    'XML: one entity of 1 MiB a hundred thousand times',
    'a.xml',
    () => rss(item('Ferry', '&a;'.repeat(100_000)), `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(MIB)}">]>`),
    'file-damaged',
    'file-not-an-article',
    'read',
    'file-format-unsupported',
  ),
  bomb(
    'XML: an entity that is /etc/passwd, and one that is an address',
    'a.xml',
    () =>
      rss(
        item('Ferry', `&a; &b; ${STORY.repeat(4)}`),
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://192.0.2.9/">]>',
      ),
    'file-damaged',
    'read',
  ),
  bomb(
    'XML: 500,000 elements in one another',
    'a.xml',
    () => rss('<item>'.repeat(500_000)),
    'file-damaged',
    'file-not-an-article',
    'file-over-limits',
  ),
  bomb(
    'XML: a tag that does not end, 50 MiB',
    'a.xml',
    () => rss(`<item ${'a="b" '.repeat(8 * MIB)}`),
    'file-damaged',
    'file-not-an-article',
    'parser-timed-out',
    'parser-out-of-memory',
  ),
  bomb(
    'XML: a million CDATA sections that do not end',
    'a.xml',
    () => rss('<item><![CDATA['.repeat(1_000_000)),
    'file-damaged',
    'file-not-an-article',
  ),
  {
    ...bomb(
      'feed: 60,000 items below a head of 200 KiB',
      'a.xml',
      () => rss(`<copyright>${'x'.repeat(200 * 1024)}</copyright>${item('Ferry').repeat(60_000)}`),
      'read',
      'file-over-limits',
    ),
  },
  bomb(
    'feed: a description of 30 million “<”',
    'a.xml',
    () => rss(item('Ferry', `<![CDATA[${'<'.repeat(30_000_000)}]]>`)),
    'file-not-an-article',
    'read',
    'parser-timed-out',
    'parser-out-of-memory',
  ),
  {
    ...bomb(
      'Zotero RDF: an item of a million elements, and one that does not end',
      'a.rdf',
      () => zotero(`<bib:Article>${'<dc:subject/>'.repeat(1_000_000)}${'<dc:title>'.repeat(1_000_000)}`),
      'file-damaged',
    ),
    quick: true,
  },
  bomb(
    'Zotero RDF: 300,000 items that all name one file',
    'a.rdf',
    () =>
      zotero(
        `${'<bib:Article><z:itemType>book</z:itemType><link:link rdf:resource="#item_1"/></bib:Article>'.repeat(300_000)}<z:Attachment rdf:about="#item_1"><rdf:resource rdf:resource="files/1/a.html"/><link:type>text/html</link:type></z:Attachment></rdf:RDF>`,
      ),
    'entry-without-text',
    'file-over-limits',
    'parser-timed-out',
    'parser-out-of-memory',
  ),
  bomb(
    'property list: twelve lists that each hold the next ten times',
    'a.webarchive',
    nestedLists,
    'file-damaged',
    'parser-timed-out',
    'parser-out-of-memory',
  ),
  bomb(
    'JSON Feed: 100,000 items',
    'a.json',
    () => {
      const items = `{"id":"1","content_text":${JSON.stringify(STORY)}},`.repeat(100_000)
      return Buffer.from(`{"version":"https://jsonfeed.org/version/1.1","items":[${items}{}]}`)
    },
    'read',
    'file-not-an-article',
    'file-over-limits',
  ),
  bomb(
    'JSON: 10 million lists in one another',
    'a.json',
    () => Buffer.from(`${'['.repeat(10_000_000)}${']'.repeat(10_000_000)}`),
    'file-not-an-article',
    'parser-out-of-memory',
  ),
  {
    ...bomb(
      'JSON: an article that holds a million lists in one another',
      'a.json',
      () => Buffer.from(`[{${ARTICLE}},{${ARTICLE},"a":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}]`),
      'read',
      'file-over-limits',
    ),
    quick: true,
  },
  bomb(
    'JSON: 30 million numbers',
    'a.json',
    () => Buffer.concat([Buffer.from('['), filled('1,', 60_000_000), Buffer.from('1]')]),
    'file-not-an-article',
    'parser-out-of-memory',
  ),
  bomb(
    'JSON: 60,000 articles',
    'a.json',
    () => Buffer.from(`[${`{${ARTICLE}},`.repeat(60_000)}{${ARTICLE}}]`),
    'read',
    'file-over-limits',
  ),
  bomb(
    'JSON: __proto__ and names of our own methods',
    'a.json',
    () =>
      Buffer.from(
        `{"__proto__":{"a":1},"constructor":{"prototype":{"b":1}},"toString":null,${ARTICLE},"items":[{"__proto__":null}]}`,
      ),
    'read',
    'file-not-an-article',
  ),
]
