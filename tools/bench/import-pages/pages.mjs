/** Saved pages to measure with: real ones where there are any, else invented ones. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../../console/project.mjs'
import { inventedArticle } from '../articles.mjs'

/** Readability's own test pages (one folder each, with `source.html`), for measuring only and no part of this project. */
const REAL = process.env.COLOPHON_BENCH_PAGES ?? inProject('../shared/data/readability-pages')

/** Words of an invented page, and how many there are when there are no real ones. */
const WORDS = 600
const INVENTED = 200
/** List entries of an invented page, around its article: real pages have some 1,200 elements. */
const LINKS = 400

/**
 * Writes the pages into `folder`, each a file by itself.
 *
 * @param {string} folder
 * @returns {{ count: number, bytes: number, areReal: boolean }}
 */
export function writePages(folder) {
  mkdirSync(folder)
  const areReal = existsSync(REAL)
  const pages = areReal ? realPages() : Array.from({ length: INVENTED }, (_, number) => inventedPage(number))
  for (const [number, page] of pages.entries()) writeFileSync(join(folder, `${number}.html`), page)
  return { count: pages.length, bytes: pages.reduce((sum, page) => sum + page.length, 0), areReal }
}

function realPages() {
  return readdirSync(REAL)
    .map((name) => join(REAL, name, 'source.html'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path))
}

/**
 * @param {number} number
 * @returns {Buffer} a page with an article that no other number has, and what stands around articles
 */
export function inventedPage(number) {
  const [headline = '', ...paragraphs] = inventedArticle(number, WORDS).split(/\n+/)
  const links = Array.from(
    { length: LINKS },
    (_, link) =>
      `<li class="item"><a href="https://harbour.example/${link}"><span>Another story ${link}</span></a></li>`,
  ).join('\n')
  return Buffer.from(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline}</title>
<link rel="canonical" href="https://harbour.example/story-${number}"><meta property="og:site_name" content="Harbour Post">
<script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(headline)},"datePublished":"2024-01-04"}</script></head>
<body><nav><ul>${links}</ul></nav><main><article><h1>${headline}</h1><p class="byline">By Ines Kadar</p>
${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}</article></main><aside><ul>${links}</ul></aside></body></html>`)
}
