import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '../store/database'
import { captureOfBytes } from '../store/tables/captures'
import { addNote, changeNote, listTags, removeNote } from './annotating'
import { addCorrection, removeCorrections, restoreCorrections } from './correcting'
import { listJournal } from './journal'
import type { Library } from './library'
import { listArticles } from './listing'
import { openArticle, readPicture } from './reading'
import { replaceAnalysis } from './reanalysing'
import { joinArticles, splitCaptures } from './regrouping'
import { removeArticle } from './removing'
import { searchLibrary } from './searching'
import { storeFile } from './storing'
import { plainDraft } from './testing/plain-drafts'
import { plansOf } from './testing/query-plans'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

/**
 * What a reader does often must not read over whole tables. Each of these acts is done for real, and every statement it
 * prepared is explained by SQLite (https://www.sqlite.org/eqp.html).
 */

let here: TemporaryLibrary
let ids: { articleId: string; captureId: string }
let noteId = ''
let correctionId = ''
let splitOff = ''
const HEADLINE = { kind: 'set-fact', field: 'headline', value: 'A headline' } as const
/** Long enough to be compared with other texts. */
const LONG = Array.from({ length: 80 }, (_, index) => `word${index}`).join(' ')
const NOTE = {
  color: 'yellow' as const,
  style: 'highlight' as const,
  markdown: 'Words',
  tags: ['tag'],
  sourceId: null,
}

beforeAll(async () => {
  here = await temporaryLibrary()
  ids = await here.article(
    'a.txt',
    '@url https://example.org/a\n@source bare-unnamed a source\nThe border is shut.',
  )
  const added = addNote(here.library, { ...NOTE, captureId: ids.captureId, range: [0, 3] })
  if (added.ok) noteId = added.value.id
  // Statistics would be of one article; without any, SQLite plans for large tables.
})
afterAll(() => here.end())

/**
 * Steps that read a whole table. Not meant: JSON given as a parameter, the rows of a step before (CTEs and subqueries by
 * name), `VIRTUAL TABLE INDEX`, which is the full-text index's own way of saying that it looks up, and
 * an index that is walked in its order up to a limit.
 */
function scans(plan: readonly string[]): string[] {
  return plan.filter(
    (step) =>
      /^SCAN /.test(step) &&
      !/VIRTUAL TABLE INDEX|^SCAN (?:\(subquery-\d+\)|(?:answer|best|hit|wanted|candidate|json_each|\d+ CONSTANT ROW|CONSTANT ROW)\b)/.test(
        step,
      ),
  )
}

const acts: Record<string, { run: (library: Library) => unknown; walks?: string }> = {
  'a first page of the list': {
    run: (library) => listArticles(library, { after: null, limit: 1 }),
    walks: 'SCAN listing USING INDEX listing_newest',
  },
  'a later page of the list': {
    run: (library) => listArticles(library, { after: '2030-01-01T00:00:00.000Z/9', limit: 1 }),
  },
  'opening an article': {
    run: (library) => openArticle(library, { articleId: ids.articleId, captureId: null }),
  },
  'a picture': { run: (library) => readPicture(library, { captureId: ids.captureId, picture: 0 }) },
  'looking up the hash of a file': { run: (library) => captureOfBytes(library.db, '0'.repeat(64)) },
  'a search': { run: (library) => searchLibrary(library, { query: 'border shut -open', limit: 10 }) },
  'a search that notes answer': {
    run: (library) => searchLibrary(library, { query: 'words border', limit: 10 }),
  },
  'a search by words and fields': {
    run: (library) =>
      searchLibrary(library, {
        query: 'border source:unnamed reason:safety translator:x tag:tag language:en before:2030 after:2000',
        limit: 10,
      }),
  },
  'adding a note': {
    run: (library) => addNote(library, { ...NOTE, captureId: ids.captureId, range: [4, 10] }),
  },
  'changing a note': {
    run: (library) => changeNote(library, { noteId, markdown: 'Other', tags: ['other'] }),
  },
  'adding a correction': {
    run: (library) => {
      const added = addCorrection(library, { captureId: ids.captureId, act: HEADLINE })
      if (added.ok) correctionId = added.value.correctionId
    },
  },
  'opening a corrected article': {
    run: (library) => openArticle(library, { articleId: ids.articleId, captureId: null }),
  },
  'taking a correction away': {
    run: (library) => removeCorrections(library, { captureId: ids.captureId, correctionIds: [correctionId] }),
  },
  'doing a correction again': {
    run: (library) =>
      restoreCorrections(library, {
        captureId: ids.captureId,
        corrections: [{ id: correctionId, createdAt: '2024-01-01T00:00:00.000Z', act: HEADLINE }],
      }),
  },
  'another run of the engine': {
    run: (library) =>
      replaceAnalysis(library, ids.captureId, plainDraft('@source organisation shut\nThe border is shut.')),
  },
  'removing a note': { run: (library) => removeNote(library, { noteId }) },
  'the journal': { run: (library) => listJournal(library, { before: null, limit: 10 }) },
  'storing a file': {
    run: (library) =>
      storeFile(library, {
        fileName: 'b.txt',
        part: null,
        apart: false,
        original: { sha256: '1'.repeat(64), size: 1, packing: 'none', bytes: new Uint8Array(1) },
        draft: plainDraft('@url https://example.org/a\nThe border is shut.'),
      }),
  },
  'storing nearly the same text again': {
    run: (library) => {
      for (const [digit, text] of [LONG, `${LONG} more`].entries()) {
        const original = {
          sha256: `${digit + 2}`.repeat(64),
          size: 1,
          packing: 'none',
          bytes: new Uint8Array(1),
        } as const
        storeFile(library, { fileName: 'c.txt', part: null, apart: false, original, draft: plainDraft(text) })
      }
    },
  },
  'splitting a capture off': {
    run: (library) => {
      const split = splitCaptures(library, { captureIds: [ids.captureId] })
      if (split.ok) splitOff = split.value.articleId
    },
  },
  'joining two articles': {
    run: (library) => joinArticles(library, { articleId: splitOff, intoArticleId: ids.articleId }),
  },
  'removing an article': { run: (library) => removeArticle(library, { articleId: ids.articleId }) },
}

it.each(Object.keys(acts))('%s reads no whole table', (name) => {
  const act = acts[name]
  const plans = plansOf(here.library.db, (db: Db) => act?.run({ ...here.library, db }))
  expect(plans.length).toBeGreaterThan(0)
  const found = plans.flatMap(({ sql, plan }) => scans(plan).map((step) => ({ step, sql })))
  const walks = found.filter(({ step }) => step !== act?.walks)
  expect(walks).toEqual([])
  if (act?.walks !== undefined) expect(found.map(({ step }) => step)).toContain(act.walks)
})

it('counting tags walks the tags and looks up their notes in an index', () => {
  const [first] = plansOf(here.library.db, (db) => listTags({ ...here.library, db }))
  expect(first?.plan).toContain('SEARCH note_tag USING COVERING INDEX note_tag_tag (tag=?)')
})
