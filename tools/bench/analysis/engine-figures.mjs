/**
 * Times the analysis alone, in a process of its own, and prints one line of JSON (`EngineFigures`). Its argument is the
 * folder into which measure-analysis.mjs has bundled the engine.
 *
 * Processor time and not the clock: another program on the machine makes both slower, and only one of them wrong.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { countWords } from '../articles.mjs'
import { median } from '../median.mjs'
import { analysisTexts } from './texts.mjs'

/**
 * @typedef {object} EngineFigures
 * @property {number} load milliseconds until a first sentence was read, modules and models loaded
 * @property {number} article milliseconds for 1,000 words, median of the articles
 * @property {number} wink the same of wink-nlp's own pass, with all that it finds by default
 * @property {number} book milliseconds for 1,000 words of one long text
 * @property {number} bookWords
 * @property {boolean} isNews whether the texts are real ones
 */

const ARTICLES = 120
const WARM_UP = 40
const BOOK_WORDS = 200_000

/** @returns {number} milliseconds of processor time of this process */
const processorTime = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** @param {() => unknown} work @returns {number} milliseconds */
function timed(work) {
  const started = processorTime()
  work()
  return processorTime() - started
}

/** @param {string} name */
const part = (name) => import(pathToFileURL(join(process.argv[2] ?? '', `${name}.mjs`)).href)
const { readPlainText } = await part('read')
/** @param {string} text */
const readingOf = (text) => readPlainText({ text, charset: 'utf-8' })

const first = readingOf('The quay is shut, a guard said.')
const beforeLoad = processorTime()
const { analyse } = await part('analyse')
analyse(first)
const load = processorTime() - beforeLoad

const { default: wink } = await import('wink-nlp')
const { default: model } = await import('wink-eng-lite-web-model')
const nlp = wink(model)

/** @type {number[]} */
const ours = []
/** @type {number[]} */
const winks = []
const { isNews, articles, book } = analysisTexts(WARM_UP + ARTICLES, BOOK_WORDS)
articles.forEach((text, number) => {
  const reading = readingOf(text)
  const thousands = countWords(text) / 1000
  const passes = [
    () => ours.push(timed(() => analyse(reading)) / thousands),
    () => winks.push(timed(() => nlp.readDoc(text)) / thousands),
  ]
  // Whoever comes second finds the words in wink-nlp's cache.
  for (const pass of number % 2 === 0 ? passes : passes.reverse()) pass()
})
/** @param {number[]} times */
const warm = (times) => median(times.slice(WARM_UP))
const longReading = readingOf(book)
const bookWords = countWords(book)
const bookTime = timed(() => analyse(longReading)) / (bookWords / 1000)
/** @type {EngineFigures} */
const figures = { load, article: warm(ours), wink: warm(winks), book: bookTime, bookWords, isNews }
console.log(JSON.stringify(figures))
