import { splitFrontMatter } from './front-matter'

/** Characters looked at. */
const SAMPLE = 64 * 1024

/** Signs of Markdown that people do not write in plain texts by chance; of these two kinds must come together. */
const SIGNS: readonly RegExp[] = [
  /(?:^|\n)#{1,6} [^\n#]+\n\s*\n/,
  /!?\[[^\]\n]{1,200}\]\(<?(?:https?:\/\/|mailto:|data:|\.{0,2}\/)[^\s)]{1,2000}/,
  /(?:^|\n)\[(?:\^[^\]\n]{1,100}\]: |[^\]\n]{1,100}\]: +<?https?:\/\/)/,
  /(?:^|\n)(?:```|~~~)[^\n]*\n[\s\S]*?\n(?:```|~~~)\s*(?:\n|$)/,
  /\*\*[^\s*][^*\n]{0,200}\*\*/,
  /(?:^|\n)\|?[^|\n]+\|[^\n]*\n\|?\s*:?-{3,}:?\s*\|[\s|:-]*\n/,
]

/** Whether a text is Markdown: by front matter at its head, or by two of its signs. Its name is never looked at. */
export function looksLikeMarkdown(text: string): boolean {
  if (text.startsWith('---') && splitFrontMatter(text) !== null) return true
  const sample = text.slice(0, SAMPLE).replaceAll('\r\n', '\n')
  let found = 0
  for (const sign of SIGNS) {
    if (sign.test(sample)) found += 1
    if (found === 2) return true
  }
  return false
}
