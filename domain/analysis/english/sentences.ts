import type { Range } from '../../article/range'

const END = /[.!?…]["”’')\]]*(?=\s+["“‘'([]*[\p{Lu}\d])/gu
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Rev|St|Jr|Sr|vs|Inc|Ltd|Co|Corp|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|U\.S|U\.K|U\.N)|(?:^|\s)\p{Lu})\.$/u

/** Sentences of a block by their punctuation alone: enough for phrases that never cross one. */
export function sentencesIn(text: string, block: Range): Range[] {
  const words = text.slice(block[0], block[1])
  const sentences: Range[] = []
  let start = 0
  for (const match of words.matchAll(END)) {
    const end = match.index + match[0].length
    if (match[0] === '.' && ABBREVIATION.test(words.slice(Math.max(0, end - 8), end))) continue
    sentences.push([block[0] + start, block[0] + end])
    start = end
    while (start < words.length && /\s/.test(words.charAt(start))) start += 1
  }
  if (start < words.length) sentences.push([block[0] + start, block[1]])
  return sentences
}

/** Index of the last block that starts at or before `position`, or -1 (binary search; blocks in order). */
export function blockIndex(blocks: readonly Range[], position: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.[0] ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}
