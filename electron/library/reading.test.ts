import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addCorrection, removeCorrections } from './correcting'
import { listArticles } from './listing'
import { openArticle } from './reading'
import { fillLibrary, value } from './testing/filled-library'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

let here: TemporaryLibrary
beforeEach(async () => {
  here = await temporaryLibrary()
})
afterEach(() => here.end())

/** Every capture of every article, opened. */
function openAll() {
  const { rows } = value(listArticles(here.library, { after: null, limit: 100 }))
  return rows.flatMap(({ id }) => {
    const { captures } = value(openArticle(here.library, { articleId: id, captureId: null }))
    return captures.map((each) => value(openArticle(here.library, { articleId: id, captureId: each.id })))
  })
}

describe('an opened article', () => {
  it('is as it was saved, whatever was done in Colophon: notes, corrections and their undoing, a second capture', async () => {
    await fillLibrary(here)
    const before = openAll()
    expect(before).toHaveLength(13)
    expect(before.filter(({ asSaved }) => !asSaved)).toEqual([])
    const captureId = before[0]?.capture.id ?? ''
    const act = { kind: 'set-fact', field: 'publisher', value: 'The Quay' } as const
    const { correctionId } = value(addCorrection(here.library, { captureId, act }))
    expect(openAll().every(({ asSaved }) => asSaved)).toBe(true)
    value(removeCorrections(here.library, { captureId, correctionIds: [correctionId] }))
    await here.reopen()
    expect(openAll().every(({ asSaved }) => asSaved)).toBe(true)
  })

  it.each([
    ['its text', "UPDATE capture_body SET text = replace(text, 'left', 'took') WHERE capture = 2"],
    ['a finding', "UPDATE source SET found = replace(found, 'a man', 'a dog') WHERE capture = 2"],
    ['its file name', "UPDATE capture SET file_name = 'other.txt' WHERE pk = 2"],
    ['its seal', 'DELETE FROM capture_seal WHERE capture = 2'],
  ])('is shown and told not to be as it was saved when %s was altered elsewhere', async (_, sql) => {
    await fillLibrary(here, 3)
    here.library.db.exec(sql)
    const altered = openAll().filter(({ asSaved }) => !asSaved)
    expect(altered).toHaveLength(1)
    expect(altered[0]?.capture.text).toContain('Boat 2')
  })
})
