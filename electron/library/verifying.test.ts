import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VerifyReport } from '#contract/verifying'
import type { DamageKind } from '#domain/damage'
import { openPageFile } from '../store/pages/page-file'
import { rowsOfPages } from '../store/pages/row-source'
import { TABLE_COLUMNS, type TableName } from '../store/pages/table-columns'
import { readTables } from '../store/pages/tables'
import { rowsOfDatabase } from '../store/rows'
import { addNote, changeNote } from './annotating'
import { openLibrary } from './library'
import { fillLibrary, flipBit, noteOn, value } from './testing/filled-library'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'
import { captureUnchanged, verifyClosed, verifyLibrary } from './verifying'

const PAGE = 4096

let here: TemporaryLibrary
beforeEach(async () => {
  here = await temporaryLibrary()
})
afterEach(() => here.end())

const check = async () => value(await verifyLibrary(here.library, 'whole'))
const kinds = (report: VerifyReport): DamageKind[] =>
  [...new Set(report.damages.map(({ kind }) => kind))].sort()

const filled = (articles?: number) => fillLibrary(here, articles)

describe('the pages read without SQLite', () => {
  it('give every row of every table as SQLite does, from the file and from its log', async () => {
    await filled()
    for (const place of ['log', 'file']) {
      if (place === 'file') here.library.db.pragma('wal_checkpoint(TRUNCATE)')
      const tables = await readTables(here.library.openPages(), async () => {})
      expect(tables.damagedPages).toEqual([])
      for (const [table, columns] of Object.entries(TABLE_COLUMNS)) {
        const told = here.library.db
          .prepare(`SELECT * FROM ${table} ORDER BY 1, 2`)
          .all<Record<string, Uint8Array<ArrayBuffer>>>()
        const names = here.library.db.pragma(`table_info(${table})`).map(({ name }) => name)
        expect(columns).toEqual(names)
        const read = [...tables.rows(table as TableName)].map(({ row }) => row?.map(plain))
        const sorted = read.sort(
          (a, b) => Number(a?.[0]) - Number(b?.[0]) || (Number(a?.[1]) || 0) - (Number(b?.[1]) || 0),
        )
        expect(sorted, table).toEqual(told.map((row) => Object.values(row).map(plain)))
      }
    }
  })
})

describe('a library of many findings', () => {
  it('gives those of each capture, wherever in their trees they lie', async () => {
    const sources = Array.from(
      { length: 12 },
      (_, index) => `@source bare-unnamed man ${index} ${'of the quay '.repeat(index * 9)}\n`,
    )
    for (let number = 1; number <= 60; number += 1) {
      await here.article(`${number}.txt`, `${sources.slice(number % 7).join('')}Words of ${number}.`)
    }
    const tables = await readTables(here.library.openPages(), async () => {})
    const { byKey } = rowsOfPages(tables)
    for (const table of ['source', 'attribution', 'capture_body'] as const) {
      for (let capture = 1; capture <= 60; capture += 1) {
        expect(byKey(table, capture), `${table} ${capture}`).toEqual(
          rowsOfDatabase(here.library.db).byKey(table, capture),
        )
      }
    }
    expect((await check()).damages).toEqual([])
  })
})

const plain = (cell: unknown) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('hex') : cell)

describe('a library that is whole', () => {
  it('is told so, with what was looked at', async () => {
    await filled()
    const report = await check()
    expect(report.damages).toEqual([])
    expect(report).toMatchObject({ whole: true, articles: 12, captures: 13, notes: 12, indexCompared: true })
    expect(report.journal.mark).toMatch(/^[0-9a-f]{16}$/)
    expect(report.journal.entries).toBeGreaterThan(25)
    await here.reopen()
    expect((await check()).whole).toBe(true)
  })

  it('is told so while somebody goes on writing', async () => {
    const [captureId = ''] = await filled()
    const checking = verifyLibrary(here.library, 'whole')
    for (let index = 0; index < 20; index += 1) {
      value(addNote(here.library, noteOn(captureId)))
      await new Promise((resolve) => setImmediate(resolve))
    }
    const report = value(await checking)
    expect(report.damages).toEqual([])
    expect(report.indexCompared).toBe(false)
  })

  it('tells how far it is, and stops when it is asked to', async () => {
    await filled(3)
    const stop = new AbortController()
    const steps: string[] = []
    const checked = await verifyLibrary(here.library, 'whole', { onProgress: ({ step }) => steps.push(step) })
    expect(checked.ok).toBe(true)
    expect(steps).toContain('captures')
    const stopped = await verifyLibrary(here.library, 'whole', {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    expect(stopped).toEqual({ ok: false, failure: { code: 'cancelled' } })
  })
})

describe('damage is named', () => {
  const sql = (text: string) => here.library.db.exec(text)

  it.each<[string, string, DamageKind[]]>([
    [
      'a text',
      "UPDATE capture_body SET text = replace(text, 'left', 'took') WHERE capture = 2",
      ['capture', 'index'],
    ],
    [
      'a finding',
      "UPDATE source SET found = replace(found, 'a man', 'a dog') WHERE capture = 2",
      ['capture', 'index'],
    ],
    ['a note', "UPDATE note SET markdown = 'other' WHERE pk = 3", ['index', 'note']],
    ['a place of a note', 'UPDATE note_anchor SET range_start = 1 WHERE note = 3', ['note']],
    ['a tag', "UPDATE tag SET name = 'other'", ['index', 'note']],
    ['a lost note', 'DELETE FROM note WHERE pk = 3', ['index', 'list', 'note']],
    ['a lost article', 'DELETE FROM article WHERE pk = 3', ['article', 'index', 'note']],
    ['a lost seal', 'DELETE FROM capture_seal WHERE capture = 2', ['capture', 'pictures']],
    ['an original', 'UPDATE original SET bytes = zeroblob(10) WHERE pk = 2', ['original']],
    ['its hash', `UPDATE original SET sha256 = '${'0'.repeat(64)}' WHERE pk = 2`, ['capture', 'original']],
    ['a title in the list', "UPDATE listing SET title = 'Other' WHERE article = 2", ['list']],
    ['the index', "INSERT INTO text_index (text_index) VALUES ('delete-all')", ['index']],
    [
      'a row that points nowhere',
      "PRAGMA foreign_keys = OFF; INSERT INTO notice VALUES (999, 0, '{}')",
      ['structure'],
    ],
    [
      'a line of the journal',
      "DROP TRIGGER journal_never_changes; UPDATE journal SET kind = 'exported' WHERE id = 4",
      ['journal', 'structure'],
    ],
  ])('%s', async (_, change, expected) => {
    await filled()
    sql(change)
    const report = await check()
    expect(report.whole).toBe(false)
    expect(kinds(report)).toEqual(expected)
  })

  it('with the headline of its article', async () => {
    await filled()
    sql("UPDATE capture_body SET text = 'x' WHERE capture = 2")
    const { damages } = await check()
    expect(damages).toContainEqual(expect.objectContaining({ kind: 'capture', title: 'Boat 2' }))
    expect(damages).toContainEqual(expect.objectContaining({ kind: 'range', title: 'Boat 2' }))
  })

  it('all of it, when several pages are damaged', async () => {
    await filled(30)
    here.library.close()
    const { size } = statSync(here.databasePath)
    for (let page = 20; page < size / PAGE; page += 7) flipBit(here.databasePath, page * PAGE + 200)
    const report = value(await verifyClosed(here, 'whole'))
    expect(report.damages.find(({ kind }) => kind === 'pages')?.count).toBeGreaterThan(2)
    expect(report.damages.filter(({ kind }) => kind !== 'pages').length).toBeGreaterThan(2)
    expect(report.captures).toBeGreaterThan(0)
    writeFileSync(here.databasePath, Buffer.alloc(0))
  })

  it('even without the first page, or with an altered salt', async () => {
    await filled(30)
    here.library.close()
    const whole = readFileSync(here.databasePath)
    flipBit(here.databasePath, 2000)
    expect(value(await verifyClosed(here, 'whole'))).toMatchObject({
      articles: 30,
      captures: 31,
      whole: false,
    })
    writeFileSync(here.databasePath, whole)
    flipBit(here.databasePath, 5)
    expect(value(await verifyClosed(here, 'whole'))).toMatchObject({ articles: 30, captures: 31 })
    writeFileSync(here.databasePath, whole)
  })
})

describe('an older page in the place of a newer one', () => {
  it('passes the cipher and is named by its seal', async () => {
    const [, captureId = ''] = await filled()
    const added = value(addNote(here.library, noteOn(captureId, 'the first words')))
    here.library.close()
    const before = readFileSync(here.databasePath)
    await here.reopen()
    value(changeNote(here.library, { noteId: added.id, markdown: 'the other words' }))
    here.library.close()
    const after = readFileSync(here.databasePath)
    const changed: number[] = []
    for (let at = 0; at < after.length; at += PAGE) {
      if (!after.subarray(at, at + PAGE).equals(before.subarray(at, at + PAGE))) changed.push(at)
    }
    let silent = 0
    for (const at of changed) {
      const mixed = Buffer.from(after)
      before.copy(mixed, at, at, at + PAGE)
      writeFileSync(here.databasePath, mixed)
      const report = await verifyClosed(here, 'whole')
      const pages = openPageFile(here.databasePath, here.databaseKey)
      const tables = await readTables(pages, async () => {})
      const words = [...tables.rows('note')].map(({ row }) => row?.[5])
      pages.close()
      if (!words.includes('the other words') && value(report).whole) silent += 1
    }
    expect(changed.length).toBeGreaterThan(3)
    expect(silent).toBe(0)
    writeFileSync(here.databasePath, after)
    await here.reopen()
  })
})

describe('a log that was cut short', () => {
  it('is refused with the number of changes that are missing, and left as it is', async () => {
    const [captureId = ''] = await filled(3)
    await here.reopen()
    for (let index = 0; index < 4; index += 1) value(addNote(here.library, noteOn(captureId)))
    await new Promise((resolve) => setImmediate(resolve))
    const vault = { ...here, databasePath: join(here.folder, 'copy', 'library.db'), name: 'Copy' }
    mkdirSync(join(here.folder, 'copy'))
    for (const name of ['library.db', 'library.db-wal', 'journal.head']) {
      copyFileSync(join(here.folder, name), join(here.folder, 'copy', name))
    }
    const log = readFileSync(`${vault.databasePath}-wal`)
    const cut = log.subarray(0, log.length - PAGE)
    writeFileSync(`${vault.databasePath}-wal`, cut)
    const opened = await openLibrary({ vault })
    expect(opened).toEqual({ ok: false, failure: { code: 'vault-changes-missing', detail: { times: 1 } } })
    expect(readFileSync(`${vault.databasePath}-wal`).equals(cut)).toBe(true)
    writeFileSync(`${vault.databasePath}-wal`, log)
    const again = value(await openLibrary({ vault }))
    again.close()
  })
})

describe('a single capture', () => {
  it('is hashed anew', async () => {
    const [captureId = ''] = await filled(2)
    expect(value(captureUnchanged(here.library, { captureId }))).toMatchObject({ unchanged: true })
    here.library.db.exec('UPDATE original SET bytes = zeroblob(9)')
    expect(value(captureUnchanged(here.library, { captureId }))).toMatchObject({ unchanged: false })
    here.library.db.exec(`UPDATE original SET packing = 'none', bytes = x'00'`)
    expect(value(captureUnchanged(here.library, { captureId }))).toMatchObject({ unchanged: false })
    expect(captureUnchanged(here.library, { captureId: randomBytes(4).toString('hex') }).ok).toBe(false)
  })
})
