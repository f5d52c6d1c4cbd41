import type { ShellCommand } from '#contract/shell'
import type { ArticleListing } from '#domain/article/listing'

/** Where "go to anything" can lead. */
export type Destination =
  | {
      readonly kind: 'article'
      readonly key: string
      readonly title: string
      readonly listing: Pick<ArticleListing, 'id' | 'publisher' | 'published' | 'captures' | 'standIn'>
    }
  | { readonly kind: 'command'; readonly key: string; readonly title: string; readonly command: ShellCommand }

/** Most of either kind that are listed at once. */
const MOST = 8

/**
 * Which of the named things answer what was typed: every typed word begins a word of the title. Those whose title
 * begins with it come first; otherwise the order is kept.
 */
export function matching<T extends { readonly title: string }>(
  things: readonly T[],
  typed: string,
): readonly T[] {
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return things.slice(0, MOST)
  const answers = things.filter((thing) => {
    const words = wordsOf(thing.title)
    return wanted.every((part) => words.some((word) => word.startsWith(part)))
  })
  const whole = typed.trim().toLocaleLowerCase()
  const begins = (thing: T) => Number(thing.title.toLocaleLowerCase().startsWith(whole))
  return [...answers].sort((a, b) => begins(b) - begins(a)).slice(0, MOST)
}

function wordsOf(text: string): readonly string[] {
  return text.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
