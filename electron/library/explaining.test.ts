import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { draftsOf } from '../ingest/read-file'
import { explainCapture } from './explaining'
import type { DraftParser } from './import-file'
import { openArticle } from './reading'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

/** The real parser, in this process. */
const parser: DraftParser = { parse: draftsOf }

const TEXT = `The crane that nobody may touch

The crane at the quay was shut on Tuesday. The harbour master said that nobody had been told.

“We have waited here for three days and nobody has come to us.”
`

let here: TemporaryLibrary
beforeEach(async () => {
  here = await temporaryLibrary()
})
afterEach(() => here.end())

describe('the findings of a stored capture', () => {
  it('are explained: the learned one by features of the model, the other by its rule', async () => {
    const [file] = await here.imported([here.file('crane.txt', TEXT)], parser)
    const articleId = file?.articleId ?? ''
    const captureId = file?.captureId ?? ''
    const explained = await explainCapture(here.library, { captureId })
    const opened = openArticle(here.library, { articleId, captureId: null })
    if (!explained.ok || !opened.ok) throw new Error('not explained')
    const statements = explained.value.filter(({ finding }) => finding === 'attribution')
    expect(statements.map(({ of }) => of)).toEqual(
      opened.value.capture.analysis.attributions.map(({ id }) => id),
    )
    expect(statements.map(({ rule, features }) => [rule.split(':')[0], features.length > 0])).toEqual([
      ['learned', true],
      ['quotation', false],
    ])
  })

  it('are not, when there is no such capture', async () => {
    expect(await explainCapture(here.library, { captureId: 'none' })).toMatchObject({
      ok: false,
      failure: { code: 'capture-not-found' },
    })
  })
})
