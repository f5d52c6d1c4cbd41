import type { Range } from './range'

/** What a block is on the page. The reader turns each kind into one React element; HTML never gets that far. */
export const BLOCK_KINDS = [
  'paragraph',
  'heading',
  'quotation',
  'list-item',
  'table',
  'preformatted',
  'figure',
  'caption',
  'embed',
  'footnote',
  'separator',
] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/**
 * A piece of the page. Blocks are in text order and do not overlap; between them the canonical text holds
 * only line breaks and blanks.
 */
export type Block = {
  readonly kind: BlockKind
  readonly range: Range
  /** Heading level 1–6, or nesting depth of a list item (1 = outermost). */
  readonly level?: number
  /** Whether a list item is of a numbered list. */
  readonly ordered?: boolean
  /** For a figure: index into the draft's pictures. */
  readonly picture?: number
}

/** Inline emphasis and links, as ranges into the same text. They may nest, never cross. */
export type Mark =
  | { readonly kind: 'strong' | 'emphasis' | 'code'; readonly range: Range }
  | { readonly kind: 'link'; readonly range: Range; readonly href: string }

/**
 * What a block does for the article, as the analysis reads it. Everything that is not `story` and not
 * `headline`, `standfirst`, `subhead` or `picture` is boilerplate: folded after the body, never lost.
 */
export const BLOCK_ROLES = [
  'headline',
  'standfirst',
  'subhead',
  'story',
  'picture',
  'byline',
  'credit-line',
  'notice',
  'contact',
  'language-link',
  'furniture',
] as const
export type BlockRole = (typeof BLOCK_ROLES)[number]

/** What a reader of a format can tell of a block by its markup and its place, where the words alone tell it in no language we know. */
export type MarkedRole = Extract<BlockRole, 'standfirst' | 'byline' | 'furniture'>

/** Whether a block of this role is folded after the body (DOMAIN.md, seed finding 8). */
export function isBoilerplate(role: BlockRole): boolean {
  switch (role) {
    case 'byline':
    case 'credit-line':
    case 'notice':
    case 'contact':
    case 'language-link':
    case 'furniture':
      return true
    default:
      return false
  }
}
