import type { Root, RootContent } from 'mdast'
import type { ExportWords } from '#domain/export/words'
import { ENGLISH } from '#domain/export/words-en'
import { KOREAN } from '#domain/export/words-ko'
import { wordsIn } from './write-tree'

/** The article inside one of our own exports, without what the export says about it. */
export type OwnExport = {
  readonly nodes: readonly RootContent[]
  /** Whether the title above it is a stand-in: the article had none. */
  readonly standIn: boolean
}

/**
 * Finds the article in an export (`domain/export/render-markdown.ts`): the story before the sources, then what else
 * stood on the page. Sources, credits and notices are found again in the text, the reader's notes are no part of it. Null
 * for any other document.
 */
export function ownExport(root: Root): OwnExport | null {
  for (const words of [ENGLISH, KOREAN]) {
    const found = exportIn(root.children, words)
    if (found !== null) return found
  }
  return null
}

function exportIn(all: readonly RootContent[], words: ExportWords): OwnExport | null {
  // From the end: the story may have a heading of the same words.
  const section = (title: string, before: number) =>
    all.findLastIndex((node, at) => at < before && isHeading(node, 2) && wordsIn(node) === title)
  const about = section(words.aboutThisCopy, all.length)
  const credits = section(words.credits, about)
  const sources = section(words.sources, credits)
  const hash = all[about + 1]
  if (sources < 0 || hash === undefined || !wordsIn(hash).includes(words.copy.sha256)) return null
  const also = section(words.alsoOnThePage, about)
  const rest = also < credits ? [] : all.slice(also + 1, about)
  const notices = rest.findIndex((node) => isHeading(node, 3) && wordsIn(node) === words.notices)
  const story = all.slice(0, sources)
  const said = story.findIndex((node) => isSaid(node, words))
  const standIn = said >= 0 && wordsIn(story[said] as RootContent).includes(words.noHeadline)
  const isOurs = (node: RootContent, at: number) =>
    at === said ||
    (standIn && at === 0) ||
    (node.type === 'paragraph' && wordsIn(node) === words.pictureWithoutWords)
  return {
    nodes: [
      ...story.filter((node, at) => !isOurs(node, at)),
      ...(notices < 0 ? rest : rest.slice(0, notices)).filter((node) => !isOurs(node, -1)),
    ],
    standIn,
  }
}

function isHeading(node: RootContent, depth: number): boolean {
  return node.type === 'heading' && node.depth === depth
}

/** Our line of what the file does not tell: one slanted run of our own sentences. */
function isSaid(node: RootContent, words: ExportWords): boolean {
  if (node.type !== 'paragraph' || node.children.length !== 1 || node.children[0]?.type !== 'emphasis')
    return false
  let rest = wordsIn(node)
  for (const sentence of [words.noHeadline, words.noByline, words.noDate]) rest = rest.replace(sentence, '')
  return rest.trim() === ''
}
