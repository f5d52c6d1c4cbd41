import { existsSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourceTarget } from '#domain/corrections/targets'
import type { Result } from '#domain/result'
import { openPageFile } from '../store/pages/page-file'
import { addNote, changeNote, removeNote } from './annotating'
import { addCorrection, removeCorrections } from './correcting'
import { openArticle } from './reading'
import { removeArticle } from './removing'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

/** A word of no language that stands nowhere else; no index shortens it by a neighbour that begins alike. */
const CANARY = 'zqxvkwpjtrbf'

const PLAIN = '@source described-unnamed a harbour official\nThe border is shut, a harbour official said.'
const SECRET = `@source described-unnamed an official of ${CANARY}\nThe ${CANARY} is shut, an official of ${CANARY} said.`

let here: TemporaryLibrary
beforeEach(async () => {
  here = await temporaryLibrary()
})
afterEach(() => here.end())

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

/** Closes the library and looks for the words in every page of the file, decrypted: used, free, and of every index. */
function tracesOf(words: string | Buffer): number[] {
  here.library.close()
  const log = `${here.databasePath}-wal`
  expect(existsSync(log) ? statSync(log).size : 0, 'the write-ahead log after the library was closed').toBe(0)
  const pages = openPageFile(here.databasePath, here.databaseKey)
  const found: number[] = []
  for (let number = 1; number <= pages.pageCount; number += 1) {
    const page = pages.page(number)
    if (page === null) throw new Error(`page ${number} cannot be read`)
    if (page.includes(words)) found.push(number)
  }
  pages.close()
  return found
}

async function withNote(markdown: string, tags: string[]) {
  const { captureId } = await here.article('plain.txt', PLAIN)
  const note = { captureId, color: 'yellow', style: 'highlight', markdown } as const
  return value(addNote(here.library, { ...note, range: [4, 10], tags, sourceId: null }))
}

/** What can be deleted: each makes it, and returns what deletes it. */
const THINGS: Readonly<Record<string, () => Promise<() => void>>> = {
  'a note': async () => {
    const note = await withNote(`about the ${CANARY} and more`, [])
    return () => value(removeNote(here.library, { noteId: note.id }))
  },
  'what a note said before': async () => {
    const note = await withNote(`about the ${CANARY} and more`, [])
    return () => value(changeNote(here.library, { noteId: note.id, markdown: 'about something else' }))
  },
  'a tag': async () => {
    const note = await withNote('about it', [CANARY])
    return () => value(changeNote(here.library, { noteId: note.id, tags: [] }))
  },
  'a correction': async () => {
    const { articleId, captureId } = await here.article('plain.txt', PLAIN)
    const { analysis, text } = value(openArticle(here.library, { articleId, captureId: null })).capture
    const [source] = analysis.sources
    const target = source ? sourceTarget(analysis.sources, source, text) : null
    if (target === null) throw new Error('no source')
    const change = { field: 'role', value: `keeper of ${CANARY}` } as const
    const act = { kind: 'set-source-field', source: target, change } as const
    const { correctionId } = value(addCorrection(here.library, { captureId, act }))
    return () => value(removeCorrections(here.library, { captureId, correctionIds: [correctionId] }))
  },
  'an article': async () => {
    const { articleId } = await here.article(`${CANARY}.txt`, SECRET)
    return () => value(removeArticle(here.library, { articleId }))
  },
  'a long article': async () => {
    const { articleId } = await here.article(
      'long.txt',
      `${SECRET}\n${`${CANARY} and again.\n`.repeat(5_000)}`,
    )
    return () => value(removeArticle(here.library, { articleId }))
  },
}

describe('deleted means gone from the decrypted database, its text index and its free pages:', () => {
  it.each(Object.keys(THINGS))('%s', async (thing) => {
    const remove = await THINGS[thing]?.()
    expect(tracesOf(CANARY), 'before').not.toEqual([])
    await here.reopen()
    remove?.()
    expect(tracesOf(CANARY), 'after').toEqual([])
    await here.reopen()
  })

  it('the stored file of an article', async () => {
    const { articleId } = await here.article('secret.txt', SECRET)
    const blobs = here.library.db
      .prepare('SELECT bytes FROM original')
      .all<{ bytes: Uint8Array<ArrayBuffer> }>()
    const start = Buffer.from(blobs[0]?.bytes ?? []).subarray(0, 24)
    expect(start).toHaveLength(24)
    expect(tracesOf(start), 'before').not.toEqual([])
    await here.reopen()
    value(removeArticle(here.library, { articleId }))
    expect(tracesOf(start), 'after').toEqual([])
    await here.reopen()
  })
})

describe('the check itself', () => {
  it('finds what is left when SQLite does not overwrite what it deletes', async () => {
    const remove = await THINGS['a long article']?.()
    here.library.db.exec('PRAGMA secure_delete = OFF')
    remove?.()
    expect(tracesOf(CANARY)).not.toEqual([])
    await here.reopen()
  })

  it('finds what is left when the text index only marks what it deletes', async () => {
    const remove = await THINGS['a note']?.()
    here.library.db.exec("INSERT INTO note_index (note_index, rank) VALUES ('secure-delete', 0)")
    remove?.()
    expect(tracesOf(CANARY)).not.toEqual([])
    await here.reopen()
  })
})
