import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportedFile } from '#contract/importing'
import { wordsAt } from '#domain/article/range'
import { draftsOf } from '../ingest/read-file'
import { addNoteByQuote } from './annotating'
import { planExport } from './exporting'
import type { DraftParser } from './import-file'
import { openArticle } from './reading'
import { searchLibrary } from './searching'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

const SEEDS = join(import.meta.dirname, '../../../shared/seeds')

/** The real parser, in this process. */
const parser: DraftParser = { parse: draftsOf }

describe.skipIf(!existsSync(SEEDS))('the seed article (skipped where ../shared/seeds is not there)', () => {
  let here: TemporaryLibrary
  let files: ImportedFile[] = []
  const articleId = () => files[0]?.articleId ?? ''
  beforeAll(async () => {
    here = await temporaryLibrary()
    files = await here.imported([SEEDS], parser)
  })
  afterAll(() => here.end())

  it('goes in whole, its canonical text being the file itself', () => {
    expect(files.map((file) => file.outcome)).toEqual(['imported'])
    const opened = openArticle(here.library, { articleId: articleId(), captureId: null })
    const [name = ''] = readdirSync(SEEDS)
    expect(opened.ok && opened.value.capture.text).toBe(readFileSync(join(SEEDS, name), 'utf8'))
    expect(opened.ok && opened.value.listing).toMatchObject({ standIn: true, namedSources: 0 })
  })

  it('is already there the second time', async () => {
    const [again] = await here.imported([SEEDS], parser)
    expect(again).toMatchObject({ outcome: 'already-there', articleId: articleId() })
  })

  it.each([
    'dandong',
    '"security agents"',
    'source:unnamed',
    'reason:safety',
    'translator:adams',
    'editor:lauler',
  ])('answers %s', (query) => {
    const result = searchLibrary(here.library, { query, limit: 5 })
    expect(result.ok && result.value.hits.map((hit) => hit.listing.id)).toEqual([articleId()])
  })

  it('is annotated on its words, found by the note, and exported with it', () => {
    const added = addNoteByQuote(here.library, {
      articleId: articleId(),
      quote: 'condition of anonymity for security reasons',
      color: 'yellow',
      style: 'highlight',
      markdown: 'The stated ground: *safety*. Zebrafinch.',
      tags: [],
      sourceId: null,
    })
    if (!added.ok) throw new Error(added.failure.code)
    const opened = openArticle(here.library, { articleId: articleId(), captureId: null })
    const text = opened.ok ? opened.value.capture.text : ''
    expect(wordsAt(text, added.value.anchor.position)).toBe(added.value.anchor.exact)
    const found = searchLibrary(here.library, { query: 'zebrafinch', limit: 5 })
    expect(found.ok && found.value.hits[0]?.foundIn).toEqual(['notes'])
    const plan = planExport(here.library, { articleIds: [articleId()], format: 'md' })
    expect(plan.ok && plan.value.files[0]?.text).toContain('Zebrafinch')
  })
})
