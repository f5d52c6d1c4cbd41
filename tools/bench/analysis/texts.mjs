/** What the analysis is timed on: real news where it lies beside the project, else invented articles. */
import { existsSync } from 'node:fs'
import { inProject } from '../../console/project.mjs'
import { readCorpus } from '../../train-attribution/corpus.mjs'
import { countWords, inventedArticle } from '../articles.mjs'

const ARCHIVE = inProject('../shared/data/attribution-train.tar.xz')

const WORDS = 1_000
/** Shorter ones cost more at their ends than in their sentences. */
const FEWEST_WORDS = 500

/**
 * @param {number} count of articles
 * @param {number} bookWords of the long text, at least
 * @returns {{ isNews: boolean, articles: string[], book: string }}
 */
export function analysisTexts(count, bookWords) {
  if (!existsSync(ARCHIVE)) {
    const articles = Array.from({ length: count }, (_, number) => inventedArticle(number, WORDS))
    return { isNews: false, articles, book: inventedArticle(count, bookWords) }
  }
  const news = readCorpus(ARCHIVE).map(({ text }) => text)
  const articles = news.filter((text) => countWords(text) >= FEWEST_WORDS).slice(0, count)
  const pages = []
  for (let words = 0, page = 0; words < bookWords && page < news.length; page += 1) {
    pages.push(news[page] ?? '')
    words += countWords(news[page] ?? '')
  }
  return { isNews: true, articles, book: pages.join('\n\n') }
}
