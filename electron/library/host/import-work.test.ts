import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ImportProgress } from '#contract/importing'
import { listJournal } from '../journal'
import { listArticles } from '../listing'
import { plainDraftParser } from '../testing/plain-drafts'
import { type TemporaryLibrary, temporaryLibrary } from '../testing/temporary-library'
import { createImportWork, type ImportWork } from './import-work'

let here: TemporaryLibrary
let work: ImportWork
let told: ImportProgress[]
const bugs: string[] = []

function begin(): ImportWork {
  const parser = { ...plainDraftParser, close: () => undefined }
  return createImportWork({
    opened: () => ({ library: here.library, parser }),
    locale: () => 'en',
    onProgress: (progress) => told.push(progress),
    onBug: (channel) => bugs.push(channel),
  })
}
beforeEach(async () => {
  here = await temporaryLibrary()
  told = []
  work = begin()
})
afterEach(() => {
  here.end()
  expect(bugs).toEqual([])
})

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(here.folder, 'incoming')
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}
const many = (count: number) =>
  folderOf(Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.txt`, `Article ${at}.`])))
const total = () => {
  const page = listArticles(here.library, { after: null, limit: 1 })
  return page.ok ? page.value.total : -1
}
const outcomes = () => told.flatMap(({ files }) => files.map(({ outcome }) => outcome))
const unfinished = async () => {
  const answer = await work.requests['importing:unfinished'](undefined)
  return answer.ok ? answer.value : answer
}

it('an import that is paused waits, and goes on where it was', async () => {
  await work.requests['importing:pause']({ paused: true })
  await work.requests['importing:paths']({ paths: [many(5)] })
  await expect.poll(() => told.length).toBeGreaterThan(0)
  expect(total()).toBe(0)
  await work.requests['importing:pause']({ paused: false })
  await work.settled()
  expect(total()).toBe(5)
  expect(told.at(-1)).toMatchObject({ done: 5, total: 5, finished: true, cancelled: false, paused: false })
})

it('a paused import can be stopped', async () => {
  await work.requests['importing:pause']({ paused: true })
  await work.requests['importing:paths']({ paths: [many(5)] })
  await work.requests['importing:cancel'](null)
  await work.settled()
  expect(told.at(-1)).toMatchObject({ finished: true, cancelled: true })
  expect(await unfinished()).toBeNull()
})

it('refused files are tried again, and nothing else', async () => {
  const folder = folderOf({ 'empty.txt': '', 'good.txt': 'Some words.' })
  await work.requests['importing:paths']({ paths: [folder] })
  await work.settled()
  expect(outcomes().sort()).toEqual(['imported', 'refused'])
  writeFileSync(join(folder, 'empty.txt'), 'Words at last.')
  told = []
  await work.requests['importing:retry'](undefined)
  await work.settled()
  expect(outcomes()).toEqual(['imported'])
})

it('an import that the closing of the library ends is offered at the next opening, and goes on without loss', async () => {
  await work.requests['importing:pause']({ paused: true })
  await work.requests['importing:paths']({ paths: [many(7)] })
  expect(await unfinished(), 'while it is under way').toBeNull()
  await work.end()
  await here.reopen()
  work = begin()
  expect(await unfinished()).toEqual({ given: 1 })
  await work.requests['importing:resume'](undefined)
  await work.settled()
  expect(total()).toBe(7)
  expect(await unfinished()).toBeNull()
})

it('so is one that a crash ended, and what it had committed is already there', async () => {
  const folder = many(6)
  await work.requests['importing:paths']({ paths: [join(folder, '0.txt'), join(folder, '1.txt')] })
  await work.settled()
  // The record of a process that has ended without a word.
  await work.requests['importing:pause']({ paused: true })
  await work.requests['importing:paths']({ paths: [folder] })
  const left = begin()
  told = []
  await left.requests['importing:resume'](undefined)
  await left.settled()
  expect(outcomes().sort()).toEqual(['already-there', 'already-there', ...Array(4).fill('imported')])
  await work.requests['importing:cancel'](null)
  await work.settled()
})

it('the offer can be declined for good', async () => {
  await work.requests['importing:pause']({ paused: true })
  await work.requests['importing:paths']({ paths: [many(2)] })
  await work.end()
  await work.requests['importing:forget'](undefined)
  await here.reopen()
  work = begin()
  expect(await unfinished()).toBeNull()
})

it('a selection is an article, named by its moment', async () => {
  await work.requests['importing:text']({ form: 'plain', text: 'A harbour was dredged.' })
  await work.settled()
  const file = told.flatMap(({ files }) => files)[0]
  expect(file).toMatchObject({ outcome: 'imported', part: null })
  expect(file?.file).toMatch(/^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.txt$/)
  expect(total()).toBe(1)
})

it('the report is written whole, with reasons, and told in the journal', async () => {
  await work.requests['importing:paths']({ paths: [folderOf({ 'a.txt': 'Words.', 'b.txt': '' })] })
  await work.settled()
  const file = join(here.folder, 'report.csv')
  const written = await work.requests['importing:write-report']({ file, locale: 'en' })
  expect(written).toMatchObject({ ok: true, value: { name: 'report.csv' } })
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/a\.txt,,imported,\r\n/)
  expect(text).toMatch(/b\.txt,,refused,.*empty/i)
  const [entry] = listJournal(here.library, { before: null, limit: 1 })
  expect(entry).toMatchObject({ kind: 'exported', files: [{ name: 'report.csv' }] })
  const nowhere = join(here.folder, 'none', 'report.csv')
  const refused = await work.requests['importing:write-report']({ file: nowhere, locale: 'en' })
  expect(refused).toMatchObject({ ok: false, failure: { code: 'export-not-writable' } })
  expect(existsSync(nowhere)).toBe(false)
  rmSync(file)
})
