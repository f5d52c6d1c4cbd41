import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A Zotero export as "Zotero RDF" with "Export Files" and "Export Notes" writes it: a list, and `files` beside it. */

const item = (name: string, about: string, inner: string) =>
  `    <bib:${name} rdf:about="${about}">\n${inner}\n    </bib:${name}>`

const people = (list: string, ...names: readonly (readonly [surname: string, given: string])[]) =>
  `<${list}><rdf:Seq>${names
    .map(
      ([surname, given]) =>
        `<rdf:li><foaf:Person><foaf:surname>${surname}</foaf:surname><foaf:givenName>${given}</foaf:givenName></foaf:Person></rdf:li>`,
    )
    .join('')}</rdf:Seq></${list}>`

const uri = (address: string) =>
  `<dc:identifier><dcterms:URI><rdf:value>${address}</rdf:value></dcterms:URI></dc:identifier>`

const attachment = (id: number, path: string, type: string, title: string) =>
  `    <z:Attachment rdf:about="#item_${id}">
        <z:itemType>attachment</z:itemType>
        <rdf:resource rdf:resource="${path}"/>
        <dcterms:dateSubmitted>2024-01-05 10:11:12</dcterms:dateSubmitted>
        <dc:title>${title}</dc:title>
        <z:linkMode>1</z:linkMode>
        <link:type>${type}</link:type>
    </z:Attachment>`

const rdf = (nodes: readonly string[]) => `<rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
${nodes.join('\n')}
</rdf:RDF>
`

const FERRY = item(
  'Article',
  'https://post.example/ferry?day=4&amp;part=2',
  `        <z:itemType>newspaperArticle</z:itemType>
        <dcterms:isPartOf><bib:Part><dcterms:isPartOf><bib:Newspaper><dc:title>Island Post &amp; Mail</dc:title></bib:Newspaper></dcterms:isPartOf><dc:title>Harbour</dc:title></bib:Part></dcterms:isPartOf>
        ${people('bib:authors', ['Holm', 'Ane'], ['Lund', 'Per'])}
        ${people('z:translators', ['홍', '길동'])}
        ${people('bib:editors', ['Moe', 'Max'])}
        ${people('z:reviewedAuthors', ['Nobody', 'Nora'])}
        <dcterms:isReferencedBy rdf:resource="#item_13"/>
        <link:link rdf:resource="#item_11"/>
        <link:link rdf:resource="#item_12"/>
        <dc:subject>ferries</dc:subject>
        <dc:title>Ferry cut by half</dc:title>
        <dcterms:abstract>What the council said.</dcterms:abstract>
        <dc:date>4 January 2024</dc:date>
        <z:language>en-GB</z:language>
        <dc:rights>© Island Post</dc:rights>
        ${uri('https://post.example/ferry')}
        <dcterms:dateSubmitted>2024-01-06 00:00:00</dcterms:dateSubmitted>`,
)

const MEMO = `    <bib:Memo rdf:about="#item_13">
        <rdf:value>&lt;p&gt;Ask the harbour master.&lt;/p&gt;</rdf:value>
    </bib:Memo>`

const QUAY = item(
  'Document',
  'https://letters.example/quay',
  `        <z:itemType>blogPost</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
        <link:link rdf:resource="#item_21"/>
        <dc:title>The quay in winter</dc:title>`,
)

const BLOG = `    <z:Blog rdf:about="urn:issn:1234-5678"><dc:title>Letters from the Quay</dc:title></z:Blog>`

const ONLY_TOLD = item(
  'Article',
  '#item_30',
  `        <z:itemType>journalArticle</z:itemType>
        <dc:title>Only told of</dc:title>
        <dcterms:abstract>An abstract is no article.</dcterms:abstract>`,
)

export const STORY =
  'The winter timetable was cut by half on Thursday, the island council said in a letter to every household.'

/** The page that was saved: its own headline, byline and day are not what the item says. */
const SNAPSHOT = `<!doctype html><html lang="en"><head><title>Timetable news</title>
<meta property="article:published_time" content="2023-12-31"><meta name="author" content="Web Desk"></head>
<body><article><h1>Timetable news</h1><p>${STORY}</p><img src="quay.gif" alt="The quay"><p>“We learned of it from a notice,” said Per Lund, who runs the shop at the quay.</p></article></body></html>`

const GIF = Buffer.concat([
  Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
  Buffer.alloc(500),
])

export const ZOTERO_RDF = rdf([
  FERRY,
  attachment(12, 'files/12/scan.png', 'image/png', 'Scan'),
  attachment(11, 'files/11/ferry.html', 'text/html', 'Snapshot'),
  MEMO,
  QUAY,
  BLOG,
  attachment(21, 'files/21/the%20quay.txt', 'text/plain', 'Text'),
  ONLY_TOLD,
  attachment(40, 'files/40/alone.txt', 'text/plain', 'alone.txt'),
  '    <z:Collection rdf:about="#collection_1"><dc:title>Ferries</dc:title><dcterms:hasPart rdf:resource="#item_30"/></z:Collection>',
])

/** The files of the export by their paths. */
export const ZOTERO_FILES: Readonly<Record<string, Uint8Array>> = {
  'Ferries.rdf': Buffer.from(ZOTERO_RDF),
  'files/11/ferry.html': Buffer.from(SNAPSHOT),
  'files/11/quay.gif': GIF,
  'files/12/scan.png': Buffer.from('\x89PNG and so on', 'latin1'),
  'files/21/the quay.txt': Buffer.from('The quay was empty, a fisherman said.\n'),
  'files/40/alone.txt': Buffer.from('Nobody knew who had written it, the clerk said.\n'),
}

/** Writes the export into a folder, as a person drops it. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}
