import type { Root, RootContent } from 'mdast'
import type { Reading } from '#domain/article/capture'
import { NO_FACTS } from '#domain/article/facts'
import { canonicalPlainText } from '#domain/article/plain-text'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Decoded, decode } from '../charset'
import { PageWriter } from '../html/page-writer'
import { type ContainerReader, whole } from '../member'
import { sameTitle, toldBy } from '../told-by'
import { authorsOf, creditsOf, factsOf, splitFrontMatter } from './front-matter'
import { ownExport } from './own-export'
import { parseMarkdown } from './syntax'
import { TreeWriter, wordsIn } from './write-tree'

/** A Markdown file, with or without front matter: a clipping, a page of a site generator, an export of ours. */
export const readMarkdown: ContainerReader = ({ bytes, fileName }) => [
  whole(() => {
    const decoded = decode(bytes)
    return decoded.ok
      ? readText(decoded.value, fileName)
      : failed(failure(decoded.failure.code, { file: fileName }))
  }),
]

/** Fails with `file-not-an-article` when there are no words beside the title. */
function readText(decoded: Decoded, fileName: string): Result<Reading> {
  const text = canonicalPlainText(decoded.text)
  const { fields, body } = splitFrontMatter(text) ?? { fields: {}, body: text }
  const root = parseMarkdown(body)
  const own = ownExport(root)
  const facts = { ...NO_FACTS, ...factsOf(fields) }
  const nodes = own?.nodes ?? root.children
  const title = own?.standIn ? null : (facts.headline?.value ?? titleIn(nodes))
  const page = new PageWriter(facts.url?.value ?? null, () => null)
  if (title !== null && !showsTitle(nodes, title)) page.writer.addBlock(title, { kind: 'heading', level: 1 })
  const options = {
    base: facts.url?.value ?? null,
    keepsLineBreaks: own !== null,
    withFootnotes: own === null,
  }
  new TreeWriter(page, root, options).write(nodes)
  return readingOf(page, title, facts, fields, decoded, fileName)
}

function readingOf(
  page: PageWriter,
  title: string | null,
  facts: Reading['facts'],
  fields: Parameters<typeof authorsOf>[0],
  decoded: Decoded,
  fileName: string,
): Result<Reading> {
  const { text, blocks, marks } = page.writer
  const shown = blocks.find(({ range }) => title !== null && sameTitle(text.slice(...range), title))
  const hasWords = blocks.some((block) => block !== shown && /\p{L}/u.test(text.slice(...block.range)))
  if (!hasWords) return failed(failure('file-not-an-article', { file: fileName }))
  const headline = facts.headline ?? toldBy('markdown')(title)
  return ok({
    mediaType: 'text/markdown',
    charset: decoded.charset,
    text,
    blocks,
    marks,
    facts: { ...facts, headline: headline && { ...headline, range: shown?.range ?? null } },
    metadataAuthors: authorsOf(fields),
    metadataCredits: creditsOf(fields),
    pictures: page.pictures.pictures,
    pictureFiles: page.pictures.files,
  })
}

/** The document's own title: its only heading of the first depth. */
function titleIn(nodes: readonly RootContent[]): string | null {
  const titles = nodes.filter((node) => node.type === 'heading' && node.depth === 1)
  return titles.length === 1 && titles[0] !== undefined
    ? wordsIn(titles[0]).replace(/\s+/g, ' ').trim() || null
    : null
}

function showsTitle(nodes: Root['children'] | readonly RootContent[], title: string): boolean {
  return nodes.some((node) => node.type === 'heading' && sameTitle(wordsIn(node), title))
}
