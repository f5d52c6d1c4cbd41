import type { TextLine } from './lines'
import { type Paragraph, usualSize } from './paragraphs'

/** A paragraph with the level of the heading that it is, or null. */
export type Shaped = Paragraph & { readonly level: number | null }

/** A heading is set this much larger than the text, at least. */
const LEAST_LARGER = 1.15
/** Letters of the longest heading: what is longer is an opening paragraph in large type. */
const LONGEST = 250
/** Levels of headings that blocks have. */
const LEVELS = 6

/** Tells headings by their size: the largest is of the first level. A document all in one size has none. */
export function headingsOf(
  paragraphs: readonly Paragraph[],
  columns: readonly (readonly TextLine[])[],
): Shaped[] {
  const least = usualSize(columns.flat()) * LEAST_LARGER
  const isHeading = ({ kind, size, words }: Paragraph) =>
    kind === 'paragraph' && size >= least && words.length <= LONGEST && /\p{L}{2}/u.test(words)
  const sizes = [...new Set(paragraphs.filter(isHeading).map(({ size }) => Math.round(size)))].sort(
    (a, b) => b - a,
  )
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    level: isHeading(paragraph) ? Math.min(LEVELS, sizes.indexOf(Math.round(paragraph.size)) + 1) : null,
  }))
}
