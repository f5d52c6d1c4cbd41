import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Note } from '#domain/annotation/note'
import type { Result } from '#domain/result'
import { addNote, addNoteByQuote, changeNote, listTags, removeNote } from './annotating'
import { listJournal } from './journal'
import { openArticle } from './reading'
import { removeArticle } from './removing'
import { searchLibrary } from './searching'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

let here: TemporaryLibrary
beforeEach(async () => {
  here = await temporaryLibrary()
})
afterEach(() => here.end())

const PLAIN = {
  color: 'yellow' as const,
  style: 'highlight' as const,
  markdown: '',
  tags: [] as string[],
  sourceId: null,
}
const CANARY = 'kookaburracanary'

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)
const notesIn = (articleId: string, captureId: string | null = null): readonly Note[] =>
  got(openArticle(here.library, { articleId, captureId })).notes
const found = (query: string) => got(searchLibrary(here.library, { query, limit: 10 })).total

/** All that lies in the decrypted database, as bytes: every table, the pages of the text index among them. */
function everything(): Buffer {
  const { db } = here.library
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'", {
      pluck: true,
    })
    .all<string>()
  const values = tables.flatMap((table) =>
    db.prepare(`SELECT * FROM "${table}"`).all().flatMap(Object.values),
  )
  return Buffer.concat(
    values.map((value) => Buffer.from(value instanceof Uint8Array ? value : String(value))),
  )
}

describe('a note', () => {
  it('stands on its words, in text order, with its tags and its source', async () => {
    const { articleId, captureId } = await here.article(
      'a.txt',
      '@source bare-unnamed a source\nThe border is shut, a source told us on Tuesday.',
    )
    const second = got(addNote(here.library, { ...PLAIN, captureId, range: [20, 28], sourceId: 's1' }))
    const first = got(
      addNote(here.library, { ...PLAIN, captureId, range: [4, 10], tags: ['trade', 'north'] }),
    )
    expect(second.anchor).toMatchObject({ exact: 'a source', position: [20, 28] })
    expect(second.sourceId).toBe('s1')
    expect(notesIn(articleId)).toEqual([first, second])
    expect(first.tags).toEqual(['trade', 'north'])
    expect(got(openArticle(here.library, { articleId, captureId: null })).listing.notes).toBe(2)
  })

  it('is put where its quote stands, or says why it cannot', async () => {
    const { articleId } = await here.article('a.txt', 'Trade stopped. “Trade stopped,” he said at noon.')
    const add = (quote: string, id = articleId) =>
      addNoteByQuote(here.library, { ...PLAIN, articleId: id, quote })
    expect(got(add('said at   noon')).anchor.exact).toBe('said at noon')
    expect(codeOf(add('Trade stopped'))).toBe('quote-ambiguous')
    expect(codeOf(add('never written'))).toBe('quote-not-found')
    expect(codeOf(add('  '))).toBe('quote-not-found')
    expect(codeOf(add('Trade', 'nobody'))).toBe('article-not-found')
  })

  it('is refused off the text, on nothing, and on a source that is not there', async () => {
    const { captureId } = await here.article('a.txt', 'Short.')
    const add = (input: object) =>
      codeOf(addNote(here.library, { ...PLAIN, captureId, range: [0, 5], ...input }))
    expect(add({ range: [2, 99] })).toBe('request-refused')
    expect(add({ range: [2, 2] })).toBe('request-refused')
    expect(add({ sourceId: 's7' })).toBe('request-refused')
    expect(add({ captureId: 'nothing' })).toBe('capture-not-found')
  })

  it('changes in what is given, and is found by its new words only', async () => {
    const { captureId } = await here.article('a.txt', 'The border is shut.')
    const note = got(
      addNote(here.library, {
        ...PLAIN,
        captureId,
        range: [4, 10],
        markdown: 'Check **customs**.',
        tags: ['old'],
      }),
    )
    expect([found('customs'), found('old')]).toEqual([1, 1])
    const changed = got(
      changeNote(here.library, { noteId: note.id, color: 'red', markdown: 'Done.', tags: ['new', 'new'] }),
    )
    expect(changed).toMatchObject({ color: 'red', style: 'highlight', markdown: 'Done.', tags: ['new'] })
    expect([found('customs'), found('old'), found('done'), found('new')]).toEqual([0, 0, 1, 1])
    expect(listTags(here.library)).toEqual([{ tag: 'new', notes: 1 }])
    expect(codeOf(changeNote(here.library, { noteId: 'nobody' }))).toBe('note-not-found')
  })

  it('that is removed is gone from the decrypted database and from its indexes', async () => {
    const { articleId, captureId } = await here.article('a.txt', 'The border is shut.')
    const input = {
      ...PLAIN,
      captureId,
      range: [4, 10] as const,
      markdown: `About ${CANARY}.`,
      tags: [`${CANARY}tag`],
    }
    const keep = got(addNote(here.library, { ...PLAIN, captureId, range: [0, 3], markdown: 'Kept words.' }))
    const { id } = got(addNote(here.library, input))
    expect(everything().includes(CANARY)).toBe(true)
    expect(got(removeNote(here.library, { noteId: id }))).toBeNull()
    expect(everything().includes(CANARY)).toBe(false)
    expect(notesIn(articleId)).toEqual([keep])
    expect([found(CANARY), found('kept')]).toEqual([0, 1])
    expect(codeOf(removeNote(here.library, { noteId: id }))).toBe('note-not-found')
    here.library.db.exec("INSERT INTO note_index (note_index) VALUES ('integrity-check')")
  })
})

describe('an article that is removed', () => {
  it('is gone from the decrypted database with its notes; what it shared with another stays', async () => {
    const gone = await here.article('a.txt', `@headline ${CANARY} one\nThe ${CANARY} text of it.`)
    const kept = await here.article('b.txt', '@headline Other\nThe other text of it.')
    got(
      addNote(here.library, {
        ...PLAIN,
        captureId: gone.captureId,
        range: [0, 5],
        markdown: CANARY,
        tags: ['both'],
      }),
    )
    got(addNote(here.library, { ...PLAIN, captureId: kept.captureId, range: [0, 5], tags: ['both'] }))
    expect(got(removeArticle(here.library, { articleId: gone.articleId }))).toBeNull()
    expect(everything().includes(CANARY)).toBe(false)
    expect(codeOf(openArticle(here.library, { articleId: gone.articleId, captureId: null }))).toBe(
      'article-not-found',
    )
    expect([found(CANARY), found('other')]).toEqual([0, 1])
    expect(listTags(here.library)).toEqual([{ tag: 'both', notes: 1 }])
    here.library.db.exec("INSERT INTO text_index (text_index) VALUES ('integrity-check')")
    const [again] = await here.imported([`${here.folder}/a.txt`])
    expect(again?.outcome).toBe('imported')
  })
})

describe('a new capture', () => {
  const report = 'The border was shut on Monday, a source told us. Two trains a day are all that still cross.'
  const end = 'Nobody answered at the ministry. All of this will end, said Jane Roe, who sells tickets there.'
  const before =
    '@url https://example.org/a\n@source bare-unnamed a source\n@source named-person Jane Roe\n' +
    `${report}\n\nTraders in the city waited for days.\n\n${end}`
  const after =
    '@url https://example.org/a\n@source named-person Jane Roe\n@source bare-unnamed a source\n@source bare-unnamed a source\n' +
    `Updated at noon.\n\n${report}\n\nIt is not known for how long.\n\n${end}`

  it('has the notes whose words it has, keeps the others as orphans, and leaves the old capture as it was', async () => {
    const old = await here.article('a.txt', before)
    const text = got(openArticle(here.library, old)).capture.text
    const at = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length] as const
    const add = (words: string, sourceId: string | null) =>
      got(addNote(here.library, { ...PLAIN, captureId: old.captureId, range: at(words), sourceId }))
    const carried = add('shut on Monday, a source told us', 's1')
    const named = add('said Jane Roe', 's2')
    const lost = add('Traders in the city waited for days', null)

    const [file] = await here.imported([here.file('b.txt', after)])
    expect(file?.outcome).toBe('new-capture')
    const now = notesIn(old.articleId)
    expect(now.map((note) => [note.id, note.captureId, note.orphaned])).toEqual([
      [carried.id, file?.captureId, null],
      [named.id, file?.captureId, null],
      [lost.id, file?.captureId, 'not-found'],
    ])
    // "a source" is told twice in the newer one: nobody can say which of them it was.
    expect(now[0]?.sourceId).toBeNull()
    expect(now[1]?.sourceId).toBe('s1')
    expect(now[2]?.anchor.exact).toBe('Traders in the city waited for days')
    expect(notesIn(old.articleId, old.captureId)).toEqual([carried, lost, named])
  })

  it('also gets the notes that are made on an older capture later', async () => {
    const old = await here.article('a.txt', before)
    await here.imported([here.file('b.txt', after)])
    const note = got(addNote(here.library, { ...PLAIN, captureId: old.captureId, range: [4, 30] }))
    expect(note.captureId).toBe(old.captureId)
    expect(notesIn(old.articleId).map((each) => each.id)).toEqual([note.id])
    expect(notesIn(old.articleId, old.captureId).map((each) => each.id)).toEqual([note.id])
  })
})

it('each of these acts is in the journal, in order', async () => {
  const { articleId, captureId } = await here.article('a.txt', 'The border is shut.')
  const { id: noteId } = got(addNote(here.library, { ...PLAIN, captureId, range: [0, 3] }))
  got(changeNote(here.library, { noteId, color: 'red' }))
  got(removeNote(here.library, { noteId }))
  got(removeArticle(here.library, { articleId }))
  const kinds = listJournal(here.library, { before: null, limit: 10 }).map((entry) => entry.kind)
  expect(kinds.reverse()).toEqual([
    'vault-created',
    'imported',
    'note-added',
    'note-changed',
    'note-removed',
    'article-removed',
  ])
})
