/**
 * What most tools do with a saved page: Readability on a document of `jsdom` or `linkedom` (the first argument), over every file of
 * a folder (the second), keeping nothing. Prints one line of JSON (`BareLoop`).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'

/**
 * @typedef {object} BareLoop
 * @property {number} pages
 * @property {number} seconds
 * @property {number} processor seconds of processor time
 */

const [library = '', folder = ''] = process.argv.slice(2)

/** @type {(html: string) => Document} */
let documentOf
if (library === 'jsdom') {
  const { JSDOM } = await import('jsdom')
  documentOf = (html) => new JSDOM(html, { url: 'https://harbour.example/' }).window.document
} else {
  const { parseHTML } = await import('linkedom')
  documentOf = (html) => /** @type {Document} */ (parseHTML(html).document)
}

const names = readdirSync(folder)
const started = performance.now()
const before = process.cpuUsage()
for (const name of names) {
  try {
    new Readability(documentOf(readFileSync(join(folder, name), 'utf8'))).parse()
  } catch {
    // A page that it cannot read costs it time all the same.
  }
}
const { user, system } = process.cpuUsage(before)
const seconds = (performance.now() - started) / 1000
console.log(JSON.stringify({ pages: names.length, seconds, processor: (user + system) / 1e6 }))
