import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportedFile } from '#contract/importing'
import { draftsOf } from '../ingest/read-file'
import type { DraftParser } from './import-file'
import { openArticle, readOriginal } from './reading'
import { reanalyse } from './reanalysing'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'
import { STORY, writeFiles, ZOTERO_FILES, ZOTERO_RDF } from './testing/zotero-export'

const parser: DraftParser = { parse: draftsOf }

let here: TemporaryLibrary
let folder = ''
beforeEach(async () => {
  here = await temporaryLibrary()
  folder = join(here.folder, 'export')
})
afterEach(() => here.end())

const outcomes = (files: readonly ImportedFile[]) =>
  files.map(({ file, part, outcome, code }) => [file.slice(here.folder.length + 1), part, code ?? outcome])

function factsOf({ articleId }: ImportedFile) {
  const opened = openArticle(here.library, { articleId: articleId ?? '', captureId: null })
  if (!opened.ok) throw new Error(opened.failure.code)
  const { analysis, original, text } = opened.value.capture
  const { facts, credits, pictures } = analysis
  const names = (role: string) => credits.filter((credit) => credit.role === role).map(({ name }) => name)
  return { facts, names, pictures, original, text }
}

describe('a Zotero export', () => {
  it('is each item that has a text, with what the item tells of it, and says which have none', async () => {
    writeFiles(folder, ZOTERO_FILES)
    const files = await here.imported([folder], parser)
    expect(outcomes(files)).toEqual([
      ['export/Ferries.rdf', 'Ferry cut by half', 'imported'],
      ['export/Ferries.rdf', 'The quay in winter', 'imported'],
      ['export/Ferries.rdf', 'Only told of', 'entry-without-text'],
      ['export/Ferries.rdf', 'alone.txt', 'imported'],
    ])
    const [ferry, quay] = files.map((file) => (file.articleId === null ? null : factsOf(file)))
    expect(ferry?.facts).toMatchObject({
      headline: { value: 'Ferry cut by half', from: 'zotero', assertedBy: 'article' },
      published: { value: '2024-01-04', from: 'zotero' },
      language: { value: 'en-GB' },
      publisher: { value: 'Island Post & Mail' },
      url: { value: 'https://post.example/ferry' },
      rights: { value: '© Island Post' },
      capturedAt: { value: '2024-01-05T10:11:12.000Z' },
    })
    expect(ferry?.names('author')).toEqual(['Ane Holm', 'Per Lund'])
    expect(ferry?.names('translator')).toEqual(['홍길동'])
    expect(ferry?.names('editor')).toEqual(['Max Moe'])
    expect(ferry?.text).toContain(STORY)
    expect(ferry?.pictures).toHaveLength(1)
    expect(quay?.facts.publisher?.value).toBe('Letters from the Quay')
  })

  it('keeps the item with the file, and nothing of its neighbours', async () => {
    writeFiles(folder, ZOTERO_FILES)
    const [ferry] = await here.imported([folder], parser)
    const original = readOriginal(here.library, ferry?.captureId ?? '')
    const kept = unzipSync(original.ok ? original.value : new Uint8Array())
    expect(Object.keys(kept)).toEqual(['zotero.rdf', 'files/11/ferry.html', 'files/12/scan.png'])
    expect(kept['files/11/ferry.html']).toEqual(new Uint8Array(ZOTERO_FILES['files/11/ferry.html'] ?? []))
    const list = strFromU8(kept['zotero.rdf'] ?? new Uint8Array())
    expect(list).toContain('Ask the harbour master.')
    expect(list).not.toMatch(/quay in winter|Only told of|Collection/)
    for (const line of list.split('\n')) expect(ZOTERO_RDF).toContain(line)
  })

  it('is told the same when an article is analysed again, without the export', async () => {
    writeFiles(folder, ZOTERO_FILES)
    const [ferry] = await here.imported([folder], parser)
    if (!ferry?.captureId) throw new Error('not imported')
    const before = factsOf(ferry)
    rmSync(folder, { recursive: true })
    const again = await reanalyse(here.library, parser, { captureId: ferry.captureId })
    expect(again.ok && again.value.changes).toEqual([])
    const after = factsOf(ferry)
    expect([after.facts, after.names('author'), after.names('translator')]).toEqual([
      before.facts,
      before.names('author'),
      before.names('translator'),
    ])
  })

  it('is already there when it is imported again', async () => {
    writeFiles(folder, ZOTERO_FILES)
    await here.imported([folder], parser)
    const again = await here.imported([folder], parser)
    expect(again.map(({ outcome }) => outcome)).toEqual([
      'already-there',
      'already-there',
      'refused',
      'already-there',
    ])
  })

  it('may come as a ZIP of its folder', async () => {
    writeFiles(here.folder, { 'export.zip': zipSync({ Ferries: { ...ZOTERO_FILES } }) })
    const files = await here.imported([join(here.folder, 'export.zip')], parser)
    expect(outcomes(files).map(([, part, outcome]) => [part, outcome])).toEqual([
      ['Ferries/Ferries.rdf › Ferry cut by half', 'imported'],
      ['Ferries/Ferries.rdf › The quay in winter', 'imported'],
      ['Ferries/Ferries.rdf › Only told of', 'entry-without-text'],
      ['Ferries/Ferries.rdf › alone.txt', 'imported'],
    ])
  })

  it('leaves other folders that are called `files` to be read', async () => {
    writeFiles(folder, {
      'Ferries.rdf': ZOTERO_RDF,
      'files/12/old.txt': 'Part of the export.\n',
      'files/letters/quay.txt': 'The quay was empty, a fisherman said.\n',
      'other/files/12/ferry.txt': 'The ferry was cut, the council said.\n',
    })
    const files = await here.imported([folder], parser)
    const read = files.filter(({ part }) => part === null).map(({ file }) => file.slice(folder.length + 1))
    expect(read).toEqual(['files/letters/quay.txt', 'other/files/12/ferry.txt'])
  })

  it('without its files is refused once, and a broken one is said to be damaged', async () => {
    writeFiles(folder, {
      'a.rdf': ZOTERO_RDF.replace(/<rdf:resource [^>]*>/g, ''),
      'b.rdf': ZOTERO_RDF.slice(0, -200),
      'c.rdf': ZOTERO_RDF,
    })
    expect(outcomes(await here.imported([folder], parser))).toEqual([
      ['export/a.rdf', null, 'entry-without-text'],
      ['export/b.rdf', null, 'file-damaged'],
      ['export/c.rdf', null, 'entry-without-text'],
    ])
  })
})

const CSL = [
  {
    id: 'holm2024',
    type: 'article-newspaper',
    title: 'Ferry cut by half',
    author: [{ family: 'Holm', given: 'Ane' }, { literal: 'Island Desk' }],
    translator: [{ family: '홍', given: '길동' }],
    'container-title': 'Island Post',
    issued: { 'date-parts': [[2024, 1, 4]] },
    URL: 'https://post.example/ferry',
    language: 'English',
    attachments: [{ path: 'files/1/ferry.html' }],
  },
]

describe('a JSON list of articles whose texts lie beside it', () => {
  it('is the articles of CSL-JSON with attachments', async () => {
    writeFiles(folder, {
      'list.json': JSON.stringify(CSL),
      'files/1/ferry.html': ZOTERO_FILES['files/11/ferry.html'] ?? '',
    })
    // The folder beside a JSON file may be anybody's: only the list itself is named.
    const [ferry] = await here.imported([join(folder, 'list.json')], parser)
    if (!ferry) throw new Error('nothing')
    const { facts, names } = factsOf(ferry)
    expect(facts).toMatchObject({
      headline: { value: 'Ferry cut by half' },
      published: { value: '2024-01-04' },
    })
    expect(facts.language?.value).toBe('en')
    expect(names('author')).toEqual(['Ane Holm', 'Island Desk'])
    expect(names('translator')).toEqual(['홍길동'])
  })

  it('is refused once where it brings no texts', async () => {
    const rows = CSL.map(({ attachments: _, ...row }) => row)
    writeFiles(folder, { 'list.json': JSON.stringify(rows) })
    expect(outcomes(await here.imported([folder], parser))).toEqual([
      ['export/list.json', null, 'entry-without-text'],
    ])
  })

  it('is the articles of an Omnivore export, as its ZIP and as its folder', async () => {
    const row = (slug: string, title: string) => ({
      id: slug,
      slug,
      title,
      author: 'Ane Holm',
      url: `https://post.example/${slug}`,
      state: 'Archived',
      labels: ['ferries'],
      savedAt: '2024-01-05T10:11:12.000Z',
      publishedAt: '2024-01-04T07:15:00.000Z',
    })
    const files = {
      'metadata_0_to_20.json': JSON.stringify([row('ferry', 'Ferry cut by half'), row('gone', 'Gone')]),
      'content/ferry.html': `<div id="readability-page-1" class="page"><p>${STORY}</p><p>It will sail again in spring, it said.</p></div>`,
      'highlights/ferry.md': '> cut by half',
    }
    const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))
    writeFiles(here.folder, { 'omnivore.zip': zipSync(packed) })
    writeFiles(folder, files)
    const fromZip = await here.imported([join(here.folder, 'omnivore.zip')], parser)
    expect(outcomes(fromZip).map(([, part, outcome]) => [part, outcome])).toEqual([
      ['metadata_0_to_20.json › Ferry cut by half', 'imported'],
      ['metadata_0_to_20.json › Gone', 'entry-without-text'],
    ])
    const [ferry] = fromZip
    const { facts, names } = factsOf(ferry as ImportedFile)
    expect(facts).toMatchObject({
      headline: { value: 'Ferry cut by half', from: 'omnivore' },
      url: { value: 'https://post.example/ferry' },
      capturedAt: { value: '2024-01-05T10:11:12.000Z' },
    })
    expect(names('author')).toEqual(['Ane Holm'])
    const fromFolder = await here.imported([folder], parser)
    expect(fromFolder.map(({ outcome }) => outcome)).toEqual(['already-there', 'refused'])
  })
})
