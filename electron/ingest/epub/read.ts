import type { Reading } from '#domain/article/capture'
import { type FailureCode, failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { openZip, type Zip } from '../archive/zip'
import { decode } from '../charset'
import { type HtmlElement, parseHtml } from '../html/document'
import { PageWriter } from '../html/page-writer'
import { resourcesOf } from '../html/pictures/resources'
import { wordsOf } from '../html/shown'
import type { InflationBudget } from '../inflation'
import { type ContainerReader, whole } from '../member'
import { sameTitle } from '../told-by'
import { hidesText } from './encryption'
import { packagePath, pathInside, readPackage } from './package-file'

/** Where every EPUB says which file describes it (EPUB 3.3, 4.2.6.3.1): what has it is one. */
export const EPUB_CONTAINER = 'META-INF/container.xml'
const ENCRYPTION = 'META-INF/encryption.xml'

/** An article that was saved as an e-book: its files in reading order are one text. */
export const readEpub: ContainerReader = ({ bytes, fileName }, { budget }) => [
  whole(() => readBook(bytes, fileName, budget)),
]

async function readBook(
  bytes: Uint8Array,
  fileName: string,
  budget: InflationBudget,
): Promise<Result<Reading>> {
  const refused = (code: FailureCode) => failed(failure(code, { file: fileName }))
  const opened = await openZip(bytes, fileName, budget)
  if (!opened.ok) return opened
  const zip = opened.value
  const encryption = await textIn(zip, ENCRYPTION)
  if (encryption !== null && hidesText(encryption)) return refused('file-encrypted')
  const path = packagePath((await textIn(zip, EPUB_CONTAINER)) ?? '')
  const xml = path === null ? null : await textIn(zip, path)
  if (path === null || xml === null) return refused('file-damaged')
  const { spine, facts, authors, credits } = readPackage(xml, path)
  const bodies: HtmlElement[] = []
  for (const file of spine) {
    const read = await bodyIn(zip, file)
    if (!read.ok) return refused(read.failure.code === 'file-not-found' ? 'file-damaged' : read.failure.code)
    if (!isApart(read.value)) bodies.push(read.value)
  }
  const page = new PageWriter(null, resourcesOf(await picturesOf(zip, bodies)))
  const title = facts.headline?.value ?? null
  if (title !== null && !showsTitle(bodies, title)) page.writer.addBlock(title, { kind: 'heading', level: 1 })
  const before = page.writer.blocks.length
  for (const body of bodies) page.write(body)
  const { text, blocks, marks } = page.writer
  const written = blocks.slice(before).filter(({ kind }) => kind !== 'figure')
  if (!written.some(({ range }) => /\p{L}/u.test(text.slice(...range)))) return refused('file-not-an-article')
  const shown = blocks.find(({ range }) => title !== null && sameTitle(text.slice(...range), title))
  return ok({
    mediaType: 'application/epub+zip',
    charset: null,
    text,
    blocks,
    marks,
    facts: { ...facts, headline: facts.headline && { ...facts.headline, range: shown?.range ?? null } },
    metadataAuthors: authors,
    metadataCredits: credits,
    pictures: page.pictures.pictures,
    pictureFiles: page.pictures.files,
  })
}

async function textIn(zip: Zip, name: string): Promise<string | null> {
  const bytes = await zip.read(name)
  const decoded = bytes.ok ? decode(bytes.value) : null
  return decoded?.ok ? decoded.value.text : null
}

/** Elements that HTML closes by themselves. All others XHTML may close in their first tag, which HTML leaves open. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/** The body of one file of the text, its pictures' addresses made paths of the ZIP. */
async function bodyIn(zip: Zip, name: string): Promise<Result<HtmlElement>> {
  const bytes = await zip.read(name)
  if (!bytes.ok) return bytes
  const decoded = decode(bytes.value)
  if (!decoded.ok) return decoded
  const closed = decoded.value.text.replace(
    /<([a-z][\w:-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/>/gi,
    (tag, element: string, attributes: string) =>
      VOID.test(element) ? tag : `<${element}${attributes}></${element}>`,
  )
  const body = parseHtml(closed)?.body ?? null
  if (body === null) return failed(failure('file-too-large'))
  for (const img of body.querySelectorAll('img')) {
    const path = pathInside(img.getAttribute('src') ?? '', name)
    if (path !== null) img.setAttribute('src', path)
  }
  return ok(body)
}

/** A cover or a table of contents that only its own markup tells (EPUB 3 Structural Semantics). */
function isApart(body: HtmlElement): boolean {
  const types = [body, body.firstElementChild].map((element) => element?.getAttribute('epub:type') ?? '')
  return types.some((type) => /(?:^|\s)(?:cover|toc|landmarks|titlepage|copyright-page)(?:\s|$)/i.test(type))
}

async function picturesOf(zip: Zip, bodies: readonly HtmlElement[]) {
  const paths = bodies.flatMap((body) =>
    [...body.querySelectorAll('img')].map((img) => img.getAttribute('src') ?? ''),
  )
  const files: { addresses: string[]; bytes: Uint8Array }[] = []
  for (const path of new Set(paths)) {
    const bytes = await zip.read(path)
    if (bytes.ok) files.push({ addresses: [path], bytes: bytes.value })
  }
  return files
}

/** Whether the text itself opens with its title. */
function showsTitle(bodies: readonly HtmlElement[], title: string): boolean {
  return bodies
    .slice(0, 2)
    .some((body) =>
      [...body.querySelectorAll('h1, h2')].some((heading) => sameTitle(wordsOf(heading), title)),
    )
}
