import type { Told } from '#domain/article/told'

/**
 * Makes values told by one part of a file (`from`: `epub`, `front-matter`, `pdf`, …), as `CaptureFacts` hold them. Null for
 * null and for words that are all blank; blanks are collapsed.
 */
export function toldBy(from: string): (value: string | null | undefined) => Told<string> | null {
  return (value) => {
    const words = (value ?? '').replace(/\s+/g, ' ').trim()
    return words === '' ? null : { value: words, assertedBy: 'article', range: null, from }
  }
}

/** Whether two titles are the same words, whatever their signs and letter case. */
export function sameTitle(a: string, b: string): boolean {
  const bare = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return bare(a) !== '' && bare(a) === bare(b)
}
