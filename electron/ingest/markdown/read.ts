import type { Root, RootContent } from 'mdast'
import type { Reading } from '#domain/article/capture'
import type { CaptureFacts } from '#domain/article/facts'
import { canonicalPlainText } from '#domain/article/plain-text'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Decoded, decode } from '../charset'
import type { PageContext } from '../html/context'
import { PageWriter } from '../html/page-writer'
import { resourcesBeside } from '../html/pictures/beside'
import { type Beside, type ContainerReader, whole } from '../member'
import { sameTitle, toldBy } from '../told-by'
import { authorsOf, creditsOf, factsOf, splitFrontMatter } from './front-matter'
import { ownExport } from './own-export'
import { parseMarkdown } from './syntax'
import { picturesIn, TreeWriter, wordsIn } from './write-tree'

/** A Markdown file, with or without front matter: a clipping, a page of a site generator, an export of ours. */
export const readMarkdown: ContainerReader = ({ bytes, fileName, beside }) => [
  whole(async () => {
    const decoded = decode(bytes)
    return decoded.ok
      ? readText(decoded.value, fileName, beside)
      : failed(failure(decoded.failure.code, { file: fileName }))
  }),
]

/** Fails with `file-not-an-article` when there are no words beside the title. */
async function readText(
  { text: decoded, charset }: Decoded,
  fileName: string,
  beside: Beside | undefined,
): Promise<Result<Reading>> {
  const document = canonicalPlainText(decoded)
  const { fields, body } = splitFrontMatter(document) ?? { fields: {}, body: document }
  const facts = factsOf(fields)
  const root = parseMarkdown(body)
  const { page, title } = written(root, facts, await resourcesBeside(picturesIn(root), beside))
  const { text, blocks, marks } = page.writer
  const shown = blocks.find(({ range }) => title !== null && sameTitle(text.slice(...range), title))
  const hasWords = blocks.some((block) => block !== shown && /\p{L}/u.test(text.slice(...block.range)))
  if (!hasWords) return failed(failure('file-not-an-article', { file: fileName }))
  const headline = facts.headline ?? toldBy('markdown')(title)
  return ok({
    mediaType: 'text/markdown',
    charset,
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

/** The document's text, its title above it where it does not show it itself; null for a title that was a stand-in. */
function written(
  root: Root,
  facts: CaptureFacts,
  resource: PageContext['resource'],
): { readonly page: PageWriter; readonly title: string | null } {
  const own = ownExport(root)
  const nodes = own?.nodes ?? root.children
  const base = facts.url?.value ?? null
  const title = own?.standIn ? null : (facts.headline?.value ?? titleIn(nodes))
  const page = new PageWriter(base, resource)
  if (title !== null && !showsTitle(nodes, title)) page.writer.addBlock(title, { kind: 'heading', level: 1 })
  new TreeWriter(page, root, {
    base,
    resource,
    keepsLineBreaks: own !== null,
    withFootnotes: own === null,
  }).write(nodes)
  return { page, title }
}

/** The document's own title: its only heading of the first depth. */
function titleIn(nodes: readonly RootContent[]): string | null {
  const titles = nodes.filter((node) => node.type === 'heading' && node.depth === 1)
  return titles.length === 1 && titles[0] !== undefined
    ? wordsIn(titles[0]).replace(/\s+/g, ' ').trim() || null
    : null
}

function showsTitle(nodes: readonly RootContent[], title: string): boolean {
  return nodes.some((node) => node.type === 'heading' && sameTitle(wordsIn(node), title))
}
