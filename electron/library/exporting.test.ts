import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addNote } from './annotating'
import { planExport, writeExport } from './exporting'
import { listJournal } from './journal'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

let here: TemporaryLibrary
let out: string
beforeEach(async () => {
  here = await temporaryLibrary()
  out = join(here.folder, 'out')
  mkdirSync(out)
})
afterEach(() => here.end())

const NOTE = {
  color: 'yellow' as const,
  style: 'highlight' as const,
  markdown: 'Ask again.',
  tags: ['trade'],
  sourceId: null,
}

async function twoArticles(): Promise<string[]> {
  const one = await here.article('a.txt', '@headline Trade: up/down?\nThe border is shut, a source said.')
  const two = await here.article('b.txt', '@headline Trade: up/down?\nThe border is open again.')
  addNote(here.library, { ...NOTE, captureId: one.captureId, range: [4, 10] })
  return [one.articleId, two.articleId]
}

it('plans exactly what it then writes, and enters it into the journal', async () => {
  const articleIds = await twoArticles()
  const plan = planExport(here.library, { articleIds, format: 'md' })
  if (!plan.ok) throw new Error(plan.failure.code)
  expect(readdirSync(out)).toEqual([])
  const written = await writeExport(here.library, { articleIds, format: 'md', folder: out, overwrite: false })
  if (!written.ok) throw new Error(written.failure.code)
  expect(readdirSync(out).sort()).toEqual(plan.value.files.map((file) => file.name).sort())
  for (const [index, planned] of plan.value.files.entries()) {
    const bytes = readFileSync(join(out, planned.name))
    expect(bytes.toString()).toBe(planned.text)
    expect(written.value.files[index]).toEqual({
      name: planned.name,
      articleId: planned.articleId,
      bytes: planned.bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
  }
  expect(plan.value.files[0]?.text).toContain('==border==')
  const [entry] = listJournal(here.library, { before: null, limit: 1 })
  expect(entry?.id).toBe(written.value.journalId)
  expect(entry?.kind).toBe('exported')
  expect(entry?.files?.map((file) => file.name)).toEqual(plan.value.files.map((file) => file.name))
})

it('writes and enters nothing when one file is in the way, unless it may replace it', async () => {
  const articleIds = await twoArticles()
  const write = (overwrite: boolean) =>
    writeExport(here.library, { articleIds, format: 'md', folder: out, overwrite })
  const plan = planExport(here.library, { articleIds, format: 'md' })
  const second = plan.ok ? (plan.value.files[1]?.name ?? '') : ''
  here.file(`out/${second}`, 'mine')
  const before = listJournal(here.library, { before: null, limit: 50 }).length
  expect(await write(false)).toEqual({
    ok: false,
    failure: { code: 'export-exists', detail: { file: second } },
  })
  expect(readdirSync(out)).toEqual([second])
  expect(readFileSync(join(out, second), 'utf8')).toBe('mine')
  expect(listJournal(here.library, { before: null, limit: 50 })).toHaveLength(before)
  expect((await write(true)).ok).toBe(true)
  expect(readFileSync(join(out, second), 'utf8')).not.toBe('mine')
})

it('says why it cannot', async () => {
  const articleIds = await twoArticles()
  const code = (request: Parameters<typeof planExport>[1]) => {
    const plan = planExport(here.library, request)
    return plan.ok ? 'ok' : plan.failure.code
  }
  expect(code({ articleIds: [...articleIds, 'nobody'], format: 'md' })).toBe('article-not-found')
  expect(code({ articleIds: [], format: 'md' })).toBe('export-nothing-chosen')
  expect(code({ articleIds, format: 'pdf' })).toBe('not-in-this-version')
})
