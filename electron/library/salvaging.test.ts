import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SalvageReport } from '#contract/salvaging'
import { openPageFile } from '../store/pages/page-file'
import { listJournal } from './journal'
import { listArticles } from './listing'
import { openArticle } from './reading'
import { openWreck, rescueAll } from './salvaging/rescue-all'
import { searchLibrary } from './searching'
import { fillLibrary, flipBit, value } from './testing/filled-library'
import { plainDraftParser } from './testing/plain-drafts'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'
import { verifyLibrary } from './verifying'

const PAGE = 4096

let damaged: TemporaryLibrary
let rescued: TemporaryLibrary
beforeEach(async () => {
  damaged = await temporaryLibrary()
  rescued = await temporaryLibrary()
})
afterEach(() => {
  damaged.end()
  rescued.end()
})

async function rescue(): Promise<SalvageReport> {
  const pages = openPageFile(damaged.databasePath, damaged.databaseKey)
  const turn = async () => {}
  const wreck = await openWreck(pages, damaged.journalKey, turn)
  const report = await rescueAll(rescued.library, wreck, plainDraftParser, turn)
  pages.close()
  return report
}

/** Everything a reader sees of a library, by article: nothing of it is the place it has in the database. */
function contentOf(here: TemporaryLibrary): Map<string, unknown> {
  const { rows } = value(listArticles(here.library, { after: null, limit: 500 }))
  return new Map(
    rows.map(({ id }) => {
      const newest = value(openArticle(here.library, { articleId: id, captureId: null }))
      const all = newest.captures.map((capture) =>
        value(openArticle(here.library, { articleId: id, captureId: capture.id })),
      )
      return [id, all]
    }),
  )
}

/** The top of a table's tree: without it none of its rows is reached in order. */
const rootPage = (table: string) =>
  Number(
    damaged.library.db
      .prepare('SELECT rootpage FROM sqlite_schema WHERE name = $table', { pluck: true })
      .get<number>({ table }),
  )

describe('a rescue', () => {
  it('of a library that is whole keeps everything as it was', async () => {
    await fillLibrary(damaged)
    const report = await rescue()
    expect(report).toMatchObject({
      articles: 12,
      captures: 13,
      notes: 12,
      complete: true,
      verified: true,
      items: [],
    })
    expect(contentOf(rescued)).toEqual(contentOf(damaged))
    const { total } = value(searchLibrary(rescued.library, { query: 'quay', limit: 5 }))
    expect(total).toBe(value(searchLibrary(damaged.library, { query: 'quay', limit: 5 })).total)
    const kinds = listJournal(rescued.library, { before: null, limit: 500 }).map(({ kind }) => kind)
    expect(kinds[0]).toBe('salvaged')
    expect(kinds).toContain('article-removed')
    expect(value(await verifyLibrary(rescued.library, 'whole')).whole).toBe(true)
  })

  it.each([
    'first',
    'schema',
    'article',
    'capture',
    'capture_body',
    'note',
    'note_anchor',
    'journal',
    'source',
  ])(
    'without the root page of %s names what it could not keep as it was',
    async (table) => {
      await fillLibrary(damaged, 40)
      const before = contentOf(damaged)
      damaged.library.db.pragma('wal_checkpoint(TRUNCATE)')
      const page = table === 'first' ? 1 : table === 'schema' ? 2 : rootPage(table)
      damaged.library.close()
      flipBit(damaged.databasePath, (page - 1) * PAGE + 700)
      const report = await rescue()
      expect(report.damagedPages).toBe(1)
      const after = contentOf(rescued)
      const named = new Set(report.items.map(({ articleId }) => articleId))
      for (const [id, content] of before) {
        if (JSON.stringify(after.get(id)) === JSON.stringify(content)) continue
        expect(named, `${table}: ${id} differs and is not named`).toContain(id)
      }
      expect(report.verified).toBe(true)
    },
    60_000,
  )

  it('of a library with any one page damaged keeps what it can and names the rest', async () => {
    await fillLibrary(damaged, 12)
    const before = contentOf(damaged)
    damaged.library.close()
    const whole = readFileSync(damaged.databasePath)
    const figures = { pages: 0, kept: 0, all: 0 }
    for (let page = 3; page <= whole.length / PAGE; page += 9) {
      flipBit(damaged.databasePath, (page - 1) * PAGE + 1234)
      const report = await rescue()
      const after = contentOf(rescued)
      const named = new Set(report.items.map(({ articleId }) => articleId))
      for (const [id, content] of before) {
        figures.all += 1
        if (JSON.stringify(after.get(id)) === JSON.stringify(content)) figures.kept += 1
        else expect(named, `page ${page}: ${id} differs and is not named`).toContain(id)
      }
      expect(report.verified, `page ${page}`).toBe(true)
      figures.pages += 1
      writeFileSync(damaged.databasePath, whole)
      rescued.end()
      rescued = await temporaryLibrary()
    }
    expect(figures.kept / figures.all).toBeGreaterThan(0.8)
  }, 120_000)

  it('keeps an article whose imported file alone is lost, and says that it is', async () => {
    await fillLibrary(damaged, 12)
    damaged.library.close()
    const whole = readFileSync(damaged.databasePath)
    let lost: Awaited<ReturnType<typeof rescue>>['items'][number] | undefined
    for (let page = 3; lost === undefined && page <= whole.length / PAGE; page += 1) {
      flipBit(damaged.databasePath, (page - 1) * PAGE + 1234)
      const { items } = await rescue()
      lost = items.find(({ kind, outcome }) => kind === 'original' && outcome === 'lost')
      if (lost !== undefined) expect(contentOf(rescued).has(lost.articleId ?? '')).toBe(true)
      writeFileSync(damaged.databasePath, whole)
      rescued.end()
      rescued = await temporaryLibrary()
    }
    expect(lost).toBeDefined()
  }, 120_000)
})
