import type {
  BlockContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Strong,
} from 'mdast'
import { withVisibleControls } from '../visible-controls'

/** Short names for the nodes that every part builds. Plain strings become text, hidden controls made visible. */

type Phrase = string | PhrasingContent

export function paragraph(...phrases: readonly Phrase[]): Paragraph {
  return { type: 'paragraph', children: phrases.map(node) }
}

export function heading(depth: Heading['depth'], ...phrases: readonly Phrase[]): Heading {
  return { type: 'heading', depth, children: phrases.map(node) }
}

export function strong(words: string): Strong {
  return { type: 'strong', children: [node(words)] }
}

/** A list whose items are paragraphs, each with what hangs below it. */
export function list(items: readonly (readonly BlockContent[])[]): List {
  const children = items.map(
    (content): ListItem => ({ type: 'listItem', spread: false, children: [...content] }),
  )
  return { type: 'list', ordered: false, spread: false, children }
}

/** The content under its heading; nothing at all when there is no content. */
export function section(title: string, content: readonly RootContent[]): RootContent[] {
  return content.length === 0 ? [] : [heading(2, title), ...content]
}

function node(phrase: Phrase): PhrasingContent {
  return typeof phrase === 'string' ? { type: 'text', value: withVisibleControls(phrase) } : phrase
}

/** Words of the article in a line of ours: white space collapsed, in quotation marks unless they have their own. */
export function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return /^["“„«『「']/.test(line) ? line : `“${line}”`
}
