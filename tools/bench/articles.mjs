/** Invented news articles, different in each and the same in every run. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENDINGS, HEADLINES, PLAIN, VOICED, WORDS } from './article-words.mjs'

/** Articles of a large library. Importing the 10,000 of a real one takes minutes: they are asked for. */
export const LARGE_LIBRARY = Number(process.env.COLOPHON_BENCH_ARTICLES ?? 1_000)

/** Sentences a paragraph. */
const SHORTEST_PARAGRAPH = 2
const LONGEST_PARAGRAPH = 4

/** Share of sentences in which somebody speaks, as in the news. */
const VOICED_SHARE = 0.6

/**
 * Mulberry32, a small generator of random numbers whose series its seed decides.
 *
 * @param {number} seed
 * @returns {() => number} from 0 up to 1
 */
function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * @param {string} text
 * @returns {number} words, as a word processor counts them
 */
export function countWords(text) {
  return text.split(/\s+/).filter(Boolean).length
}

/**
 * @param {number} number which article
 * @param {number} words about how many it has, never fewer
 * @returns {string} a plain-text article: headline, paragraphs, closing lines
 */
export function inventedArticle(number, words) {
  const random = randomFrom(number * 2_654_435_761)
  /** @param {readonly string[]} list */
  const pick = (list) => list[Math.floor(random() * list.length)] ?? ''
  /** @param {string} pattern @returns {string} */
  const fill = (pattern) =>
    pattern.replace(/\{(\w+)\}/g, (_, name) => fill(pick(WORDS[/** @type {keyof typeof WORDS} */ (name)])))
  const sentence = () => capitalised(fill(pick(random() < VOICED_SHARE ? VOICED : PLAIN)))
  const headline = capitalised(fill(pick(HEADLINES)))
  const ending = fill(pick(ENDINGS))
  const wanted = words - countWords(headline) - countWords(ending)
  const paragraphs = [`${fill('{place}, {month}')} ${1 + Math.floor(random() * 28)} – ${sentence()}`]
  let count = countWords(paragraphs[0] ?? '')
  while (count < wanted) {
    const length = SHORTEST_PARAGRAPH + Math.floor(random() * (LONGEST_PARAGRAPH - SHORTEST_PARAGRAPH + 1))
    const sentences = Array.from({ length }, sentence)
    // The last paragraph is cut so that articles differ in length by a sentence at most.
    while (sentences.length > 1 && count + countWords(sentences.slice(1).join(' ')) >= wanted)
      sentences.shift()
    paragraphs.push(sentences.join(' '))
    count += countWords(sentences.join(' '))
  }
  return `${[headline, ...paragraphs, ending].join('\n\n')}\n`
}

/** @param {string} text */
function capitalised(text) {
  return text.replace(/^[“]?\p{Ll}/u, (start) => start.toUpperCase())
}

/**
 * Writes `count` articles of `words` words as text files.
 *
 * @param {string} folder
 * @param {number} count
 * @param {number} words
 */
export function writeArticles(folder, count, words) {
  for (let number = 1; number <= count; number += 1) {
    writeFileSync(join(folder, `${String(number).padStart(5, '0')}.txt`), inventedArticle(number, words))
  }
}
