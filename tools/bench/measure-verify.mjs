/** How many articles a second a check of the whole library goes through. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atExit } from '../console/at-exit.mjs'
import { LARGE_LIBRARY, writeArticles } from './articles.mjs'
import { readCli, runCli } from './vault.mjs'

/** @typedef {import('./report.mjs').Measure} Measure */

const WORDS = 550

/** @returns {Promise<Measure>} */
export async function measureVerify() {
  const work = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
  const clear = atExit(() => rmSync(work, { recursive: true, force: true }))
  const articles = join(work, 'articles')
  mkdirSync(articles)
  writeArticles(articles, LARGE_LIBRARY, WORDS)
  const vault = join(work, 'Bench.colophon')
  runCli(['create', vault])
  runCli(['import', vault, articles])
  const report = JSON.parse(readCli(['verify', vault, '--json']))
  clear()
  const seconds = report.milliseconds / 1000
  const rate = report.articles / seconds
  return {
    name: 'verify',
    title: 'articles checked a second by verify',
    value: rate,
    shown: `${rate.toFixed(0)} (${report.articles} in ${seconds.toFixed(1)} s, ${report.damageCount} damaged)`,
    target: '–',
    met: undefined,
    details: { articles: report.articles, seconds, pages: report.pages, whole: report.whole },
  }
}
