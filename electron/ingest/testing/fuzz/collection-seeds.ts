import { zipSync } from 'fflate'
import { HTML, type Seed, utf8 } from './seed'
import { JSON_TOKENS, MARKUP_TOKENS } from './tokens'

const ZOTERO = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<bib:Article rdf:about="https://harbour.example/pier?a=1&amp;b=2"><z:itemType>newspaperArticle</z:itemType><dcterms:isPartOf rdf:resource="urn:issn:1"/><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Orr</foaf:surname><foaf:givenName>Mina</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors><link:link rdf:resource="#item_1"/><dc:title>Pier closed</dc:title><dc:date>2024-01-04</dc:date></bib:Article>
<bib:Newspaper rdf:about="urn:issn:1"><dc:title>Harbour Post</dc:title></bib:Newspaper>
<z:Attachment rdf:about="#item_1"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/1/a.html"/><link:type>text/html</link:type></z:Attachment>
</rdf:RDF>`
const OMNIVORE = [
  {
    slug: 'pier',
    title: 'Pier closed',
    author: 'Mina Orr',
    url: 'https://harbour.example/pier',
    savedAt: '2024-01-04',
  },
]

const WORDS = 'The pier was closed on Thursday, the harbour office said.'
const WALLABAG = `<?xml version="1.0"?><result>
<entry><title><![CDATA[Pier closed]]></title><url><![CDATA[https://harbour.example/pier]]></url><content><![CDATA[<p>${WORDS}</p>]]></content><published_by><entry><![CDATA[Mina Orr]]></entry></published_by></entry>
</result>`
const TABLE = `Title;URL;Content;Tags;"MIME Type";Language;"Creation date"
"Pier ""closed""";https://harbour.example/pier;"<p>${WORDS}</p>";boats;text/html;en;"04/01/2024 07:15:00"
`
const ENEX = `<?xml version="1.0"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd"><en-export>
<note><title>Pier closed</title><created>20240104T071500Z</created><content><![CDATA[<en-note><p>${WORDS}</p><en-media hash="00000000000000000000000000000000" type="image/png"/></en-note>]]></content><resource><data encoding="base64">R0lGODlhAQABAAAAACw=</data><mime>image/gif</mime></resource></note>
</en-export>`

/** An export with the page that its list names. */
const withFiles = (list: string, page: string) => (bytes: Uint8Array) =>
  zipSync({ [list]: bytes, [page]: utf8(HTML) })

export const COLLECTION_SEEDS: readonly Seed[] = [
  {
    name: 'Zotero RDF without its files',
    fileName: 'a.rdf',
    bytes: utf8(ZOTERO),
    tokens: MARKUP_TOKENS,
    refusal: 'entry-without-text',
  },
  {
    name: 'Zotero export, its list mutated',
    fileName: 'a.zip',
    bytes: utf8(ZOTERO),
    packed: withFiles('a.rdf', 'files/1/a.html'),
    tokens: MARKUP_TOKENS,
  },
  { name: 'Wallabag, as XML', fileName: 'a.xml', bytes: utf8(WALLABAG), tokens: MARKUP_TOKENS },
  { name: 'Wallabag, as a table', fileName: 'a.csv', bytes: utf8(TABLE), tokens: MARKUP_TOKENS },
  { name: 'Evernote', fileName: 'a.enex', bytes: utf8(ENEX), tokens: MARKUP_TOKENS },
  {
    name: 'Omnivore export, its list mutated',
    fileName: 'a.zip',
    bytes: utf8(JSON.stringify(OMNIVORE)),
    packed: withFiles('metadata_0_to_1.json', 'content/pier.html'),
    tokens: JSON_TOKENS,
  },
]
