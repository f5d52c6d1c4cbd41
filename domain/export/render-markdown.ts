import type { BlockContent, RootContent } from 'mdast'
import type { Note } from '../annotation/note'
import { isBoilerplate } from '../article/block'
import type { Capture } from '../article/capture'
import { type Range, trimmed, wordsAt } from '../article/range'
import { headingOf, type RoledBlock, renderBlocks, roledBlocks } from './body'
import { creditsContent, noticesContent } from './credit-list'
import { frontMatter, renderFrontMatter } from './front-matter'
import { writeMarkdown } from './markdown-syntax'
import { noteFootnotes, placeNotes, unplacedNotes } from './note-footnotes'
import type { Layers } from './phrasing'
import { sourceCards, sourcesContent } from './source-cards'
import { heading, list, paragraph, section, strong } from './tree'
import type { ExportLocale, ExportWords } from './words'
import { ENGLISH } from './words-en'
import { KOREAN } from './words-ko'

/** One article to be exported. */
export type ArticleToExport = {
  readonly capture: Capture
  /** As the library lists it: the headline, or a stand-in when the file has none. */
  readonly listing: { readonly title: string; readonly standIn: boolean }
  /** The notes of the article. Those whose place is not in this capture are listed after the body. */
  readonly notes: readonly Note[]
  /** Language of our own words around the article's. */
  readonly locale: ExportLocale
}

/** A rendered file. `name` is a wish: whoever writes it makes it safe and unique. */
export type RenderedFile = { readonly name: string; readonly text: string }

/**
 * An article with its notes as Markdown with YAML front matter (EXPORT.md): the story with `==highlights==` and one
 * footnote a note, then whom it relies on, who made it, what else stood on the page, and the original file's hash.
 */
export function renderMarkdown(article: ArticleToExport): RenderedFile {
  const { capture, listing, notes } = article
  const words = article.locale === 'ko' ? KOREAN : ENGLISH
  const { highlights, calls, placed, unplaced } = placeNotes(capture, notes)
  const layers: Layers = { marks: capture.marks, highlights, calls }
  const cards = sourceCards(capture)
  const blocks = roledBlocks(capture)
  const { title, rest } = titleOf(capture, listing.title, blocks, layers)
  const content: RootContent[] = [
    ...title,
    ...missing(article, words),
    ...renderBlocks(
      capture.text,
      rest.filter(({ role }) => !isBoilerplate(role)),
      layers,
      words,
    ),
    ...section(words.sources, sourcesContent(capture, cards, words)),
    ...section(words.credits, creditsContent(capture, words)),
    ...section(words.notesWithoutPlace, unplacedNotes(unplaced, cards, words)),
    ...section(words.alsoOnThePage, [
      ...renderBlocks(
        capture.text,
        rest.filter(({ role }) => isBoilerplate(role)),
        layers,
        words,
      ),
      ...noticesContent(capture, words),
    ]),
    ...section(words.aboutThisCopy, aboutCopy(capture, words)),
    ...noteFootnotes(placed, cards, words),
  ]
  const facts = frontMatter(capture, listing.standIn ? null : listing.title, notes)
  return { name: `${listing.title}.md`, text: `${renderFrontMatter(facts)}\n${writeMarkdown(content)}` }
}

/** The title as the only heading of the first depth: the headline's own block when the page has it. */
function titleOf(
  capture: Capture,
  title: string,
  blocks: readonly RoledBlock[],
  layers: Layers,
): { readonly title: RootContent[]; readonly rest: readonly RoledBlock[] } {
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim()
  const own = blocks.find(
    ({ block, role }) => role === 'headline' && plain(wordsAt(capture.text, block.range)) === plain(title),
  )
  if (own === undefined) return { title: [heading(1, plain(title))], rest: blocks }
  const range: Range = trimmed(capture.text, own.block.range)
  const [line] = headingOf(capture.text, range, 2, layers)
  return {
    title: line === undefined ? [] : [{ ...line, depth: 1 }],
    rest: blocks.filter((block) => block !== own),
  }
}

/** What the file does not tell and a reader would look for: said, not left open. */
function missing({ capture, listing }: ArticleToExport, words: ExportWords): BlockContent[] {
  const said = [
    ...(listing.standIn ? [words.noHeadline] : []),
    ...(capture.analysis.byline === null ? [words.noByline] : []),
    ...(capture.analysis.facts.published === null ? [words.noDate] : []),
  ]
  if (said.length === 0) return []
  return [paragraph({ type: 'emphasis', children: [{ type: 'text', value: said.join(' ') }] })]
}

/** What was imported, by its bytes: not under which name, nor where it lay. */
function aboutCopy(capture: Capture, words: ExportWords): RootContent[] {
  const { original, importedAt, analysis } = capture
  const { copy } = words
  const items: [string, string | null][] = [
    [copy.captured, analysis.facts.capturedAt?.value ?? null],
    [copy.imported, importedAt],
    [copy.mediaType, `${original.mediaType}, ${words.bytes(original.bytes)}`],
    [copy.engine, analysis.engine],
  ]
  const told = items.flatMap(([label, value]) =>
    value === null ? [] : [[paragraph(strong(label), ` — ${value}`)]],
  )
  const hash = paragraph(strong(copy.sha256), ' — ', { type: 'inlineCode', value: original.sha256 })
  return [list([...told, [hash]])]
}
