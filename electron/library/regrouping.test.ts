import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failure } from '#domain/failure'
import { failed, type Result } from '#domain/result'
import { addNote } from './annotating'
import { openArticle } from './reading'
import { joinArticles, splitCaptures } from './regrouping'
import { removeArticle } from './removing'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'
import { verifyLibrary } from './verifying'

let here: TemporaryLibrary
beforeEach(async () => {
  here = await temporaryLibrary()
})
afterEach(() => here.end())

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

const OLD =
  '@url https://example.org/a\n@headline Gate shut\nThe gate is shut, the keeper said on Monday morning.'
const NEW =
  '@url https://example.org/a\n@headline Gate open\nUpdated. The gate is shut, the keeper said on Monday morning. No more.'

const opened = (articleId: string, captureId: string | null = null) =>
  got(openArticle(here.library, { articleId, captureId }))
const noteOn = (captureId: string, markdown: string) =>
  got(
    addNote(here.library, {
      captureId,
      range: [4, 16],
      color: 'yellow',
      style: 'highlight',
      markdown,
      tags: [],
      sourceId: null,
    }),
  )
/** An article with an older and a newer capture, and a note that was carried from the one to the other. */
async function twoCaptures() {
  const old = await here.article('a.txt', OLD)
  const note = noteOn(old.captureId, 'early')
  const now = await here.article('b.txt', NEW)
  expect(now.articleId).toBe(old.articleId)
  return { articleId: old.articleId, old: old.captureId, now: now.captureId, note }
}
const damages = async () => got(await verifyLibrary(here.library, 'whole')).damages

describe('a capture that is split off', () => {
  it('is an article of its own, and both are listed with what is theirs', async () => {
    const { articleId, old, now } = await twoCaptures()
    const split = got(splitCaptures(here.library, { captureIds: [now] }))
    expect(opened(split.articleId)).toMatchObject({
      listing: { title: 'Gate open', captures: 1, notes: 0 },
      captures: [{ id: now, changed: null }],
    })
    expect(opened(articleId)).toMatchObject({
      listing: { title: 'Gate shut', captures: 1, notes: 1 },
      captures: [{ id: old }],
    })
  })

  it('takes along the notes that were made in it', async () => {
    const { articleId, old, now, note } = await twoCaptures()
    const late = noteOn(now, 'late')
    const split = got(splitCaptures(here.library, { captureIds: [old] }))
    expect(opened(split.articleId).notes.map(({ id }) => id)).toEqual([note.id])
    expect(opened(articleId).notes.map(({ id }) => id)).toEqual([late.id])
  })

  it('joined again is as it was', async () => {
    const { articleId, old, now } = await twoCaptures()
    noteOn(now, 'late')
    const before = opened(articleId)
    const split = got(splitCaptures(here.library, { captureIds: [old] }))
    const joined = got(joinArticles(here.library, { articleId: split.articleId, intoArticleId: articleId }))
    expect(joined.captureIds).toEqual([old])
    expect(opened(articleId)).toEqual(before)
  })

  it('must leave one behind, and come from one article', async () => {
    const { old, now } = await twoCaptures()
    const other = await here.article('c.txt', 'Something else.')
    const refused = failed(failure('request-refused'))
    expect(splitCaptures(here.library, { captureIds: [old, now] })).toEqual(refused)
    expect(splitCaptures(here.library, { captureIds: [old, other.captureId] })).toEqual(refused)
    expect(splitCaptures(here.library, { captureIds: ['none'] })).toEqual(
      failed(failure('capture-not-found')),
    )
  })
})

describe('two articles that are joined', () => {
  it('are one, whose notes are carried to the newest capture', async () => {
    const one = await here.article('a.txt', OLD.replace('/a', '/one'))
    const note = noteOn(one.captureId, 'early')
    const other = await here.article('b.txt', NEW.replace('/a', '/other'))
    const input = { articleId: one.articleId, intoArticleId: other.articleId }
    expect(got(joinArticles(here.library, input)).captureIds).toEqual([one.captureId])
    const joined = opened(other.articleId)
    expect(joined.captures.map(({ id, changed }) => [id, changed])).toEqual([
      [other.captureId, true],
      [one.captureId, null],
    ])
    expect(joined.listing).toMatchObject({ title: 'Gate open', captures: 2, notes: 1 })
    expect(joined.notes).toMatchObject([{ id: note.id, captureId: other.captureId, orphaned: null }])
    expect(openArticle(here.library, { articleId: one.articleId, captureId: null })).toEqual(
      failed(failure('article-not-found')),
    )
  })

  it('must be two', async () => {
    const { articleId } = await twoCaptures()
    expect(joinArticles(here.library, { articleId, intoArticleId: articleId })).toEqual(
      failed(failure('request-refused')),
    )
  })
})

it('a check finds nothing wrong after splitting, joining and removing', async () => {
  const { articleId, old, now } = await twoCaptures()
  noteOn(now, 'late')
  const split = got(splitCaptures(here.library, { captureIds: [now] }))
  expect(await damages()).toEqual([])
  got(joinArticles(here.library, { articleId, intoArticleId: split.articleId }))
  expect(await damages()).toEqual([])
  const again = got(splitCaptures(here.library, { captureIds: [old] }))
  got(removeArticle(here.library, { articleId: again.articleId }))
  expect(await damages()).toEqual([])
})
