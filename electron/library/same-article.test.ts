import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importPaths } from './importing'
import { openArticle } from './reading'
import { plainDraftParser } from './testing/plain-drafts'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

let here: TemporaryLibrary
beforeEach(async () => {
  here = await temporaryLibrary()
})
afterEach(() => here.end())

const REPORT = `The ferry to Ossel Island will sail only twice a day from the first of March, the harbour board said.
Its chair, Mara Lindqvist, told a meeting in the old customs house that two of the three pilots had retired in autumn and that
nobody had applied for their posts. Shopkeepers on the island asked for an evening boat on Fridays, when pupils of the mainland
school come home. A clerk of the board wrote down forty names. The board will answer by the end of the month, she said, and
until then the small mail boat takes passengers who carry no more than one bag each.`
const CORRECTED = REPORT.replace('forty names', 'forty-one names')

const import_ = async (name: string, content: string) => {
  const [file] = await here.imported([here.file(name, content)])
  return file
}

describe('nearly the same text', () => {
  it('without an address is another capture of the article', async () => {
    const first = await import_('a.txt', REPORT)
    const second = await import_('b.txt', CORRECTED)
    expect(second).toMatchObject({ outcome: 'new-capture', articleId: first?.articleId })
  })

  it('of the same outlet under another address is another capture', async () => {
    const first = await import_('a.txt', `@url https://www.example.org/ferry\n${REPORT}`)
    const second = await import_('b.txt', `@url https://amp.example.org/ferry?view=print\n${CORRECTED}`)
    expect(second).toMatchObject({ outcome: 'new-capture', articleId: first?.articleId })
  })

  it('in another outlet is an article of its own', async () => {
    await import_('a.txt', `@url https://example.org/ferry\n${REPORT}`)
    expect((await import_('b.txt', `@url https://example.com/ferry\n${CORRECTED}`))?.outcome).toBe('imported')
  })

  it('of another day is an article of its own', async () => {
    await import_('a.txt', `@published 2024-03-01\n${REPORT}`)
    expect((await import_('b.txt', `@published 2024-03-08\n${CORRECTED}`))?.outcome).toBe('imported')
    expect((await import_('c.txt', `@published 2024-03-08T09:00:00Z\n${REPORT}`))?.outcome).toBe(
      'new-capture',
    )
  })

  it('is still found in a library that was filled before there were fingerprints', async () => {
    const first = await import_('a.txt', REPORT)
    here.library.db.exec("DELETE FROM likeness; DELETE FROM state WHERE name = 'likeness-rules'")
    await here.reopen()
    expect(await import_('b.txt', CORRECTED)).toMatchObject({
      outcome: 'new-capture',
      articleId: first?.articleId,
    })
  })
})

it('a text that adds a third of new words is an article of its own', async () => {
  await import_('a.txt', REPORT)
  const longer = `${REPORT} ${REPORT.split(' ').reverse().slice(0, 45).join(' ')}`
  expect((await import_('b.txt', longer))?.outcome).toBe('imported')
})

it('a deliberate second copy is an article of its own, of the same bytes stored once', async () => {
  const first = await import_('a.txt', `@url https://example.org/ferry\n${REPORT}`)
  const files: { outcome: string; articleId: string | null }[] = []
  await importPaths(here.library, plainDraftParser, [`${here.folder}/a.txt`], {
    apart: true,
    onFile: (file) => files.push(file),
  })
  expect(files).toMatchObject([{ outcome: 'imported' }])
  expect(files[0]?.articleId).not.toBe(first?.articleId)
  const originals = here.library.db.prepare('SELECT count(*) FROM original', { pluck: true }).get<number>()
  expect(originals).toBe(1)
  const opened = openArticle(here.library, { articleId: files[0]?.articleId ?? '', captureId: null })
  expect(opened.ok && opened.value.captures.length).toBe(1)
})
