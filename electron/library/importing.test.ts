import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportedFile } from '#contract/importing'
import type { CaptureDraft } from '#domain/article/capture'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import type { DraftParser } from './import-file'
import { importPaths } from './importing'
import { listArticles } from './listing'
import { openArticle, readOriginal } from './reading'
import { oneArticle, plainDraft, plainDraftParser } from './testing/plain-drafts'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

let here: TemporaryLibrary
beforeEach(async () => {
  here = await temporaryLibrary()
})
afterEach(() => here.end())

const outcomes = (files: readonly ImportedFile[]) => files.map((file) => [file.outcome, file.code])
const total = () => {
  const page = listArticles(here.library, { after: null, limit: 10 })
  return page.ok ? page.value.total : -1
}

describe('a file', () => {
  it('becomes an article that opens as it was parsed, with its original bytes', async () => {
    const content =
      '@headline Border trade slows\n@source bare-unnamed a source\nOfficials said, a source told us.\n'
    const { articleId, captureId } = await here.article('border.txt', content)
    const opened = openArticle(here.library, { articleId, captureId: null })
    if (!opened.ok) throw new Error(opened.failure.code)
    const { capture, listing } = opened.value
    const { text, blocks, marks, analysis } = plainDraft(content)
    expect({ text: capture.text, blocks: capture.blocks, marks: capture.marks }).toEqual({
      text,
      blocks,
      marks,
    })
    expect(capture.analysis).toEqual(analysis)
    expect(capture.original.fileName).toBe('border.txt')
    expect(listing).toMatchObject({
      title: 'Border trade slows',
      standIn: false,
      unnamedSources: 1,
      captures: 1,
    })
    const original = readOriginal(here.library, captureId)
    expect(original.ok && Buffer.from(original.value).toString()).toBe(content)
  })

  it('without a headline is listed under a stand-in', async () => {
    const { articleId } = await here.article('a.txt', 'The first line of it.\n\nMore.')
    const opened = openArticle(here.library, { articleId, captureId: null })
    expect(opened.ok && opened.value.listing).toMatchObject({ title: 'The first line of it.', standIn: true })
  })

  it('with identical bytes is already there, whatever its name, in one import and in the next', async () => {
    const [a, b] = [here.file('a.txt', 'The same words.'), here.file('b.txt', 'The same words.')]
    const first = await here.imported([a, b])
    expect(outcomes(first)).toEqual([
      ['imported', null],
      ['already-there', null],
    ])
    const [again] = await here.imported([b])
    expect(again).toMatchObject({ outcome: 'already-there', articleId: first[0]?.articleId })
    expect(total()).toBe(1)
  })

  it('of a known address becomes a new capture of that article', async () => {
    const old = await here.article('a.txt', '@url https://www.example.org/story/\nThe first words.')
    const [changed] = await here.imported([
      here.file('b.txt', '@url http://example.org/story?utm_source=mail#top\nThe changed words.'),
    ])
    expect(changed).toMatchObject({ outcome: 'new-capture', articleId: old.articleId })
    const opened = openArticle(here.library, { articleId: old.articleId, captureId: null })
    if (!opened.ok) throw new Error(opened.failure.code)
    expect(opened.value.capture.text).toBe('The changed words.')
    expect(opened.value.captures.map((each) => each.id)).toEqual([changed?.captureId, old.captureId])
    expect(opened.value.listing.captures).toBe(2)
    const before = openArticle(here.library, old)
    expect(before.ok && before.value.capture.text).toBe('The first words.')
    expect(total()).toBe(1)
  })

  it('is refused with its reason, and the next one goes on', async () => {
    const huge = here.file('huge.txt', '')
    truncateSync(huge, 200 * 1024 ** 2)
    const files = await here.imported([
      join(here.folder, 'absent.txt'),
      here.file('empty.txt', ''),
      huge,
      here.file('good.txt', 'Words.'),
    ])
    expect(outcomes(files)).toEqual([
      ['refused', 'file-not-found'],
      ['refused', 'file-empty'],
      ['refused', 'file-too-large'],
      ['imported', null],
    ])
    expect(files[2]?.message).toMatch(/huge\.txt.*too large.*200/)
    expect(files[0]?.message).not.toContain(here.folder)
  })

  it.skipIf(process.getuid?.() === 0)('that may not be read is refused (root may read all)', async () => {
    const path = here.file('secret.txt', 'Words.')
    chmodSync(path, 0)
    expect(outcomes(await here.imported([path]))).toEqual([['refused', 'file-unreadable']])
  })

  it('that goes away between the walk and the reading is refused as vanished', async () => {
    const paths = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => here.file(`${name}.txt`, `Words of ${name}.`))
    const parser: DraftParser = {
      parse: (input) => {
        if (input.fileName === 'a.txt') rmSync(paths[5] ?? '')
        return plainDraftParser.parse(input)
      },
    }
    expect(outcomes(await here.imported(paths, parser)).at(-1)).toEqual(['refused', 'file-vanished'])
  })
})

describe('a file of several articles', () => {
  const articles = ['first', 'second', 'third'].map((part) => ({
    part,
    original: Buffer.from(`The whole of the ${part}.`),
    result: ok(plainDraft(`Words of the ${part}.`)),
  }))
  const refusedOne = { part: 'fourth', original: null, result: failed(failure('file-not-an-article')) }
  const parser: DraftParser = {
    parse: async function* () {
      yield* articles
      yield refusedOne
    },
  }

  it('becomes as many, each with its part of the file, and is done when all are told', async () => {
    const files: ImportedFile[] = []
    const done: number[] = []
    const path = here.file('mail.mbox', 'Four of them.')
    await importPaths(here.library, parser, [path, here.file('other.mbox', 'Four more.')], {
      onFile: (file) => files.push(file),
      onFileDone: () => done.push(files.length),
    })
    expect(files.slice(0, 4).map((file) => [file.part, file.outcome])).toEqual([
      ['first', 'imported'],
      ['second', 'imported'],
      ['third', 'imported'],
      ['fourth', 'refused'],
    ])
    expect(files.slice(4).map((file) => file.outcome)).toEqual([
      'already-there',
      'already-there',
      'already-there',
      'refused',
    ])
    expect(done).toEqual([4, 8])
    const [, second] = files
    const opened = openArticle(here.library, { articleId: second?.articleId ?? '', captureId: null })
    expect(opened.ok && opened.value.capture.original).toMatchObject({
      fileName: 'mail.mbox',
      part: 'second',
    })
    const original = readOriginal(here.library, second?.captureId ?? '')
    expect(original.ok && Buffer.from(original.value).toString()).toBe('The whole of the second.')
  })
})

describe('a folder', () => {
  it('is walked to its depth, without hidden and system files, loops and the folders of saved pages', async () => {
    const folder = join(here.folder, 'articles')
    for (const name of ['', 'deep', 'deep/er', '.git', 'page_files']) mkdirSync(join(folder, name))
    for (const name of [
      'b.txt',
      'a.txt',
      '.hidden.txt',
      'Thumbs.db',
      'deep/er/c.txt',
      '.git/d.txt',
      'page.html',
      'page_files/e.js',
    ]) {
      here.file(`articles/${name}`, `Words of ${name}.`)
    }
    symlinkSync(folder, join(folder, 'loop'))
    const files = await here.imported([folder])
    expect(files.map((file) => file.file.slice(folder.length + 1))).toEqual([
      'a.txt',
      'b.txt',
      'deep/er/c.txt',
      'page.html',
    ])
    expect(files.every((file) => file.outcome === 'imported')).toBe(true)
  })

  it('without files is said to be empty', async () => {
    const folder = join(here.folder, 'nothing')
    mkdirSync(folder)
    expect(outcomes(await here.imported([folder]))).toEqual([['refused', 'folder-empty']])
  })
})

describe('a parser', () => {
  const broken: Record<string, (draft: ReturnType<typeof plainDraft>) => unknown> = {
    'no draft at all': () => ({ text: 'x' }),
    'a range outside the text': (draft) => ({ ...draft, blocks: [{ kind: 'paragraph', range: [0, 9_999] }] }),
    'a range backwards': (draft) => ({ ...draft, marks: [{ kind: 'strong', range: [5, 2] }] }),
    'blocks that overlap': (draft) => ({
      ...draft,
      blocks: [
        { kind: 'paragraph', range: [0, 4] },
        { kind: 'paragraph', range: [2, 6] },
      ],
      analysis: { ...draft.analysis, blockRoles: ['story', 'story'] },
    }),
    'a role too many': (draft) => ({
      ...draft,
      analysis: { ...draft.analysis, blockRoles: ['story', 'story', 'story'] },
    }),
    'a file for no picture': (draft) => ({
      ...draft,
      pictureFiles: [{ mediaType: 'image/png', bytes: new Uint8Array(3), picture: 0 }],
    }),
    'a statement of no source': (draft) => ({
      ...draft,
      analysis: {
        ...draft.analysis,
        attributions: draft.analysis.attributions.map((each) => ({ ...each, sourceId: 's9' })),
      },
    }),
  }

  it.each(Object.keys(broken))('that gives %s is not believed', async (name) => {
    const draft = plainDraft('@source bare-unnamed a source\nA source told us so.')
    const parser: DraftParser = {
      parse: () => oneArticle(async () => ok(broken[name]?.(draft)) as Result<CaptureDraft>),
    }
    const files = await here.imported([here.file('a.txt', 'Words.')], parser)
    expect(outcomes(files)).toEqual([['refused', 'parser-crashed']])
    expect(total()).toBe(0)
  })

  it('that fails or throws loses its own file only', async () => {
    const parser: DraftParser = {
      parse: (input) => {
        const file = input.fileName
        if (file === 'a.txt')
          return oneArticle(async () => failed(failure('parser-timed-out', { file, seconds: 60 })))
        if (file === 'b.txt') throw new Error('a bug')
        return plainDraftParser.parse(input)
      },
    }
    const paths = ['a', 'b', 'c'].map((name) => here.file(`${name}.txt`, `Words of ${name}.`))
    expect(outcomes(await here.imported(paths, parser))).toEqual([
      ['refused', 'parser-timed-out'],
      ['refused', 'internal'],
      ['imported', null],
    ])
  })

  it('that gives half characters changes no range', async () => {
    const text = 'Half \uD83D of a character.'
    const parser: DraftParser = { parse: () => oneArticle(async () => ok(plainDraft(text))) }
    const [file] = await here.imported([here.file('a.txt', 'x')], parser)
    const opened = openArticle(here.library, { articleId: file?.articleId ?? '', captureId: null })
    expect(opened.ok && opened.value.capture.text).toBe('Half \uFFFD of a character.')
  })
})

describe('an import that is cancelled', () => {
  it('keeps and reports what was parsed, and leaves out the rest', async () => {
    const paths = Array.from({ length: 200 }, (_, index) => here.file(`${index}.txt`, `Words ${index}.`))
    const cancel = new AbortController()
    const files: ImportedFile[] = []
    const parser: DraftParser = {
      parse: (input) => {
        if (input.fileName === '50.txt') cancel.abort()
        return plainDraftParser.parse(input)
      },
    }
    const end = await importPaths(here.library, parser, paths, {
      onFile: (file) => files.push(file),
      signal: cancel.signal,
    })
    expect(end.cancelled).toBe(true)
    expect(files.length).toBeGreaterThanOrEqual(40)
    expect(files.length).toBeLessThan(60)
    await here.reopen()
    expect(total()).toBe(files.length)
    for (const { articleId } of files) {
      expect(openArticle(here.library, { articleId: articleId ?? '', captureId: null }).ok).toBe(true)
    }
    expect(
      outcomes(await here.imported(paths)).filter(([outcome]) => outcome === 'already-there'),
    ).toHaveLength(files.length)
    expect(total()).toBe(200)
  })

  it('does not wait for a parser that hangs', async () => {
    const cancel = new AbortController()
    const parser: DraftParser = {
      parse: () => oneArticle(() => new Promise(() => setTimeout(() => cancel.abort(), 10))),
    }
    const end = await importPaths(here.library, parser, [here.file('a.txt', 'x')], { signal: cancel.signal })
    expect(end.cancelled).toBe(true)
  })
})
