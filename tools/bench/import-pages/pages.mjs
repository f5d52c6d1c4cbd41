/** Saved pages to measure with: real ones where there are any, else invented ones. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetupFailure } from '../../console/failure.mjs'
import { inProject } from '../../console/project.mjs'
import { inventedArticle } from '../articles.mjs'

/** Readability's own test pages (one folder each, with `source.html`), for measuring only and no part of this project. */
const REAL = process.env.COLOPHON_BENCH_PAGES ?? inProject('../shared/data/readability-pages')

const ARCHIVE = `${REAL}.tar.xz`

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
  const areReal = existsSync(REAL) || existsSync(ARCHIVE)
  const pages = areReal
    ? realPages(`${folder}-unpacked`)
    : Array.from({ length: INVENTED }, (_, number) => inventedPage(number))
  for (const [number, page] of pages.entries()) writeFileSync(join(folder, `${number}.html`), page)
  return { count: pages.length, bytes: pages.reduce((sum, page) => sum + page.length, 0), areReal }
}

/** @param {string} unpacked a folder for the archive's files, which is removed again */
function realPages(unpacked) {
  const root = existsSync(REAL) ? REAL : join(unpacked, 'readability-pages')
  if (root !== REAL) {
    mkdirSync(unpacked)
    const { status } = spawnSync('tar', ['-xJf', ARCHIVE, '-C', unpacked])
    if (status !== 0) throw new SetupFailure(`${ARCHIVE} could not be unpacked.`, 'look whether it is whole.')
  }
  const pages = readdirSync(root)
    .map((name) => join(root, name, 'source.html'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path))
  rmSync(unpacked, { recursive: true, force: true })
  return pages
}

/**
 * @param {number} number
 * @param {number} [count] list entries around the article, on either side
 * @returns {Buffer} a page with an article that no other number has, and what stands around articles
 */
export function inventedPage(number, count = LINKS) {
  const [headline = '', ...paragraphs] = inventedArticle(number, WORDS).split(/\n+/)
  const links = Array.from(
    { length: count },
    (_, link) =>
      `<li class="item"><a href="https://harbour.example/${link}"><span>Another story ${link}</span></a></li>`,
  ).join('\n')
  return Buffer.from(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline}</title>
<link rel="canonical" href="https://harbour.example/story-${number}"><meta property="og:site_name" content="Harbour Post">
<script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(headline)},"datePublished":"2024-01-04"}</script></head>
<body><nav><ul>${links}</ul></nav><main><article><h1>${headline}</h1><p class="byline">By Ines Kadar</p>
${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}</article></main><aside><ul>${links}</ul></aside></body></html>`)
}
