import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addNote } from './annotating'
import { listJournal, walkChain } from './journal'
import { openLibrary } from './library'
import { libraryMethods } from './methods'
import { searchLibrary } from './searching'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

let here: TemporaryLibrary
beforeEach(async () => {
  here = await temporaryLibrary()
})
afterEach(() => here.end())

const NOTE = {
  color: 'yellow' as const,
  style: 'highlight' as const,
  markdown: 'Words of mine.',
  tags: [] as string[],
  sourceId: null,
}

const total = (query: string) => {
  const result = searchLibrary(here.library, { query, limit: 10 })
  return result.ok ? result.value.total : -1
}

describe('a library', () => {
  it('is found again as it was left', async () => {
    const { captureId } = await here.article('a.txt', 'The border is shut.')
    addNote(here.library, { ...NOTE, captureId, range: [0, 3] })
    await here.reopen()
    expect([total('border'), total('mine')]).toEqual([1, 1])
  })

  it('has no word of an article, a note, a tag or a file name on the disk', async () => {
    const { captureId } = await here.article(
      'quetzalname.txt',
      '@headline Quetzaltitle\nQuetzaltext 케찰본문 here.',
    )
    addNote(here.library, {
      ...NOTE,
      captureId,
      range: [0, 3],
      markdown: 'Quetzalnote',
      tags: ['quetzaltag'],
    })
    rmSync(join(here.folder, 'quetzalname.txt'))
    const files = readdirSync(here.folder)
    expect(files.sort()).toEqual(['journal.head', 'library.db', 'library.db-wal'])
    for (const file of files) {
      const bytes = readFileSync(join(here.folder, file)).toString('latin1')
      expect(bytes.toLowerCase()).not.toContain('quetzal')
      expect(bytes).not.toContain(Buffer.from('케찰').toString('latin1'))
    }
  })

  it('is not opened twice, nor with another key, nor put up anew where it is gone', async () => {
    const vault = { ...here, name: 'Test' }
    expect(await openLibrary({ vault })).toEqual({ ok: false, failure: { code: 'vault-in-use' } })
    here.library.close()
    const other = await openLibrary({ vault: { ...vault, databaseKey: randomBytes(32) } })
    expect(other).toEqual({ ok: false, failure: { code: 'vault-damaged' } })
    rmSync(here.databasePath)
    expect((await openLibrary({ vault })).ok).toBe(false)
    expect(readdirSync(here.folder)).toEqual(['journal.head'])
  })

  it('builds its indexes anew when they were built by other rules', async () => {
    const { captureId } = await here.article('a.txt', 'The border is shut.')
    addNote(here.library, { ...NOTE, captureId, range: [0, 3] })
    here.library.db.exec("INSERT INTO text_index (text_index) VALUES ('delete-all')")
    here.library.db.exec("INSERT INTO note_index (note_index) VALUES ('delete-all')")
    here.library.db.exec("UPDATE state SET value = 'older'")
    expect([total('border'), total('mine')]).toEqual([0, 0])
    await here.reopen()
    expect([total('border'), total('mine')]).toEqual([1, 1])
  })

  it('says that it is damaged when a page of it is, and throws no error of the database', async () => {
    await here.article('a.txt', `The border is shut. ${'Words and words. '.repeat(5_000)}`)
    const methods = libraryMethods(here.library)
    const page = await methods.articles.list({ after: null, limit: 1 })
    const articleId = page.ok ? (page.value.rows[0]?.id ?? '') : ''
    here.library.close()
    const { openSync, writeSync, closeSync, statSync } = await import('node:fs')
    const file = openSync(here.databasePath, 'r+')
    const { size } = statSync(here.databasePath)
    for (let at = 40 * 4096 + 100; at < size; at += 4096) writeSync(file, Buffer.from([1, 2, 3, 4]), 0, 4, at)
    closeSync(file)
    const opened = await openLibrary({ vault: { ...here, name: 'Test' } })
    const answer = opened.ok
      ? await libraryMethods(opened.value).articles.open({ articleId, captureId: null })
      : opened
    expect(answer).toEqual({ ok: false, failure: { code: 'vault-damaged' } })
    if (opened.ok) opened.value.db.close()
  })
})

describe('the journal', () => {
  it('lists the newest first, page after page', async () => {
    await here.article('a.txt', 'One.')
    const { articleId, captureId } = await here.article('b.txt', 'Two.')
    const [last, before] = listJournal(here.library, { before: null, limit: 2 })
    expect(last).toMatchObject({ id: 3, kind: 'imported', articleId, captureId, noteId: null, files: null })
    expect(
      listJournal(here.library, { before: before?.id ?? 0, limit: 10 }).map((entry) => entry.kind),
    ).toEqual(['vault-created'])
  })

  it('cannot be changed or shortened', async () => {
    await here.article('a.txt', 'One.')
    expect(() => here.library.db.exec("UPDATE journal SET kind = 'exported'")).toThrow(/append-only/)
    expect(() => here.library.db.exec('DELETE FROM journal')).toThrow(/append-only/)
    expect(() =>
      here.library.db.exec("INSERT OR REPLACE INTO journal VALUES (1, '', '', '', '', '', '', '')"),
    ).toThrow(/append-only/)
  })

  it('is a chain that shows where it was altered', async () => {
    for (const name of ['a', 'b', 'c']) await here.article(`${name}.txt`, `Words of ${name}.`)
    expect(walkChain(here.library).broken).toEqual([])
    expect(walkChain({ ...here.library, journalKey: randomBytes(32) }).broken).toEqual([1, 2, 3, 4])
    here.library.db.exec('DROP TRIGGER journal_never_changes')
    here.library.db.exec("UPDATE journal SET at = '2001-01-01T00:00:00.000Z' WHERE id = 3")
    expect(walkChain(here.library).broken).toContain(3)
  })
})
