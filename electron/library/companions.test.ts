import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '../ingest/limits'
import { draftsOf } from '../ingest/read-file'
import { createCompanions } from './companions'

const GIF = Buffer.concat([
  Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
  Buffer.alloc(500),
])
const STORY = 'The ferry was cut by half on Thursday, the island council said in a letter to every household.'

let root = ''
let folder = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'colophon-beside-'))
  folder = join(root, 'saved')
  mkdirSync(folder)
})
afterEach(() => rmSync(root, { recursive: true }))

function put(path: string, bytes: string | Uint8Array): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  return file
}

/** What is handed over of what was asked for, in its order. */
async function given(file: string, ...paths: readonly string[]): Promise<boolean[]> {
  const beside = await createCompanions()(join(folder, file))
  return ((await beside?.(paths)) ?? paths.map(() => null)).map((bytes) => bytes !== null)
}

/** How many pictures came along with the only article of a file. */
async function picturesOf(name: string, content: string): Promise<number> {
  const beside = await createCompanions()(put(name, content))
  for await (const { result } of draftsOf({
    bytes: Buffer.from(content),
    fileName: name,
    ...(beside && { beside }),
  })) {
    if (!result.ok) throw new Error(result.failure.code)
    return result.value.pictureFiles.length
  }
  throw new Error('no article')
}

describe('the pictures beside a file', () => {
  it.each([
    ['page_files/quay.gif', 'page_files/quay.gif'],
    ['img/the%20quay.gif', 'img/the quay.gif'],
    ['./quay.gif?size=2', 'quay.gif'],
    ['page_files/untold', 'page_files/untold'],
  ])('come with a page that calls them “%s”', async (address, path) => {
    put(path, GIF)
    const html = `<html lang="en"><title>Ferry</title><article><h1>Ferry cut</h1><p>${STORY}</p><img src="${address}" alt="Quay"><p>${STORY} It is.</p></article>`
    expect(await picturesOf('page.html', html)).toBe(1)
  })

  it.each([
    ['an image', '![Quay](img/quay.gif)'],
    ['an image by reference', '![Quay][q]\n\n[q]: img/quay.gif'],
    ['a piece of page', '<figure><img src="img/quay.gif" alt="Quay"></figure>'],
  ])('come with Markdown that shows them as %s', async (_, shown) => {
    put('img/quay.gif', GIF)
    expect(await picturesOf('ferry.md', `---\ntitle: Ferry cut\n---\n\n${STORY}\n\n${shown}\n`)).toBe(1)
  })

  it('are stated gaps where the folder lacks them', async () => {
    put('img/other.gif', GIF)
    expect(
      await picturesOf('ferry.md', `---\ntitle: Ferry cut\n---\n\n${STORY}\n\n![Quay](img/quay.gif)\n`),
    ).toBe(0)
  })
})

describe('what may be asked for', () => {
  it('is a picture by its name and by its bytes', async () => {
    put('a.gif', GIF)
    put('b.gif', 'These are words.')
    put('c.txt', GIF)
    expect(await given('page.html', 'a.gif', 'b.gif', 'c.txt', 'd.gif')).toEqual([true, false, false, false])
  })

  it('never lies outside of the folder, behind a link or hidden', async () => {
    put('inside/a.gif', GIF)
    put('.hidden/a.gif', GIF)
    put('.a.gif', GIF)
    writeFileSync(join(root, 'a.gif'), GIF)
    symlinkSync(join(root, 'a.gif'), join(folder, 'link.gif'))
    symlinkSync(root, join(folder, 'out'))
    const asked = ['../a.gif', 'inside/../../a.gif', join(root, 'a.gif'), 'link.gif', 'out/a.gif']
    expect(
      await given('page.html', ...asked, '.hidden/a.gif', '.a.gif', '..\\a.gif', 'inside//a.gif'),
    ).toEqual(Array(9).fill(false))
    expect(await given('page.html', 'inside/a.gif')).toEqual([true])
  })

  it('is anything in the folder of an export, and nothing that leads out of it', async () => {
    put('files/12/page.html', STORY)
    put('notes/12/page.html', STORY)
    put('secret.html', STORY)
    expect(
      await given(
        'list.rdf',
        'files/12/page.html',
        'notes/12/page.html',
        'files/12/../../secret.html',
        'files/12',
      ),
    ).toEqual([true, false, false, false])
  })

  it('is no larger than its limit', async () => {
    truncateSync(put('large.gif', GIF), LIMITS.pictureFile + 1)
    put('small.gif', GIF)
    expect(await given('page.html', 'large.gif', 'small.gif')).toEqual([false, true])
  })

  it('is nothing where no folder and no picture lies beside the file', async () => {
    put('page.html', STORY)
    expect(await createCompanions()(join(folder, 'page.html'))).toBeUndefined()
  })
})
