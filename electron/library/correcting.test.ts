import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CorrectionAct, SourceChange, Target } from '#domain/corrections/correction'
import { sourceTarget, statementTarget } from '#domain/corrections/targets'
import { ok, type Result } from '#domain/result'
import { addNote, changeNote } from './annotating'
import { addCorrection, listCorrections, removeCorrections, restoreCorrections } from './correcting'
import { listJournal, walkChain } from './journal'
import { openArticle } from './reading'
import { reanalyse } from './reanalysing'
import { removeArticle } from './removing'
import { searchLibrary } from './searching'
import { oneArticle, plainDraft } from './testing/plain-drafts'
import { type TemporaryLibrary, temporaryLibrary } from './testing/temporary-library'

const FILE = `@source described-unnamed a harbour official
@source bare-unnamed a man
The border is shut, a harbour official said. It is not, said a man on the quay.`

let here: TemporaryLibrary
let ids: { articleId: string; captureId: string }
beforeEach(async () => {
  here = await temporaryLibrary()
  ids = await here.article('a.txt', FILE)
})
afterEach(() => here.end())

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}
const open = () => value(openArticle(here.library, { articleId: ids.articleId, captureId: null }))
const add = (act: CorrectionAct) => addCorrection(here.library, { captureId: ids.captureId, act })
const remove = (...correctionIds: string[]) =>
  removeCorrections(here.library, { captureId: ids.captureId, correctionIds })
const total = (query: string) => value(searchLibrary(here.library, { query, limit: 10 })).total
const kinds = () => listJournal(here.library, { before: null, limit: 10 }).map(({ kind }) => kind)

function source(id: string): Target {
  const { analysis, text } = open().capture
  const found = analysis.sources.find((each) => each.id === id)
  const target = found ? sourceTarget(analysis.sources, found, text) : null
  if (target === null) throw new Error(`no source ${id}`)
  return target
}
const set = (id: string, change: SourceChange): CorrectionAct => ({
  kind: 'set-source-field',
  source: source(id),
  change,
})
const join = (): CorrectionAct => ({ kind: 'join-sources', source: source('s2'), into: source('s1') })

describe('a correction', () => {
  it('is shown with what was extracted, and is still there when the library is opened again', async () => {
    const before = open().capture.analysis
    const added = value(add(set('s1', { field: 'role', value: 'harbour master' })))
    await here.reopen()
    const { capture, corrections } = open()
    expect(capture.analysis.sources[0]?.role).toBe('harbour master')
    expect(capture.analysis).toEqual(added.corrected.analysis)
    expect(corrections).toMatchObject([
      { correction: { id: added.correctionId }, subject: { kind: 'source', id: 's1' }, extracted: null },
    ])
    expect(value(remove(added.correctionId)).analysis).toEqual(before)
    expect(open()).toMatchObject({ corrections: [], capture: { analysis: before } })
  })

  it('is followed by the list', () => {
    value(add({ kind: 'set-fact', field: 'headline', value: 'The quay' }))
    value(add({ kind: 'set-fact', field: 'published', value: '2025-06-05' }))
    value(add(join()))
    expect(open().listing).toMatchObject({
      title: 'The quay',
      standIn: false,
      published: '2025-06-05',
      unnamedSources: 1,
      captures: 1,
    })
    expect(new Set(open().listing.strip.map(({ lane }) => lane))).toEqual(new Set([0]))
  })

  it('is followed by every search, in words and in fields, and left by it when it goes', () => {
    const named = value(add(set('s1', { field: 'descriptor', value: 'Quetzal Roe' })))
    const person = value(add(set('s1', { field: 'identification', value: 'named-person' })))
    const credit = value(add({ kind: 'add-credit', role: 'translator', name: 'Ina Zorn' }))
    expect([total('quetzal'), total('translator:zorn'), total('source:named')]).toEqual([1, 1, 1])
    value(remove(named.correctionId, person.correctionId, credit.correctionId))
    expect([total('quetzal'), total('translator:zorn'), total('source:named')]).toEqual([0, 0, 0])
    expect(total('border')).toBe(1)
    value(removeArticle(here.library, { articleId: ids.articleId }))
    expect(total('border')).toBe(0)
  })

  it('is told in the journal by its kind alone', () => {
    const { correctionId } = value(add(join()))
    value(remove(correctionId))
    expect(kinds().slice(0, 2)).toEqual(['correction-undone', 'corrected'])
    expect(walkChain(here.library).broken).toEqual([])
  })

  it('is refused where it would change nothing, and cannot be taken away twice', () => {
    const { correctionId } = value(add(join()))
    expect(
      add({ kind: 'join-sources', source: source('s1'), into: { kind: 'made', by: 'x' } }),
    ).toMatchObject({
      failure: { code: 'request-refused' },
    })
    value(remove(correctionId))
    expect(remove(correctionId)).toMatchObject({ failure: { code: 'correction-not-found' } })
    expect(
      add({ kind: 'mark-false', finding: { kind: 'statement', statement: { kind: 'made', by: 'x' } } }).ok,
    ).toBe(false)
    expect(kinds().filter((kind) => kind === 'corrected')).toHaveLength(1)
  })

  it('is done again in its place, with what rests on it', () => {
    const first = value(add({ kind: 'set-fact', field: 'headline', value: 'The quay' }))
    const joined = value(add(join()))
    value(add({ kind: 'set-fact', field: 'headline', value: 'The border' }))
    const { corrections, capture } = open()
    value(remove(first.correctionId, joined.correctionId))
    const gone = corrections.map(({ correction }) => correction).slice(0, 2)
    const again = { captureId: ids.captureId, corrections: gone }
    expect(value(restoreCorrections(here.library, again)).analysis).toEqual(capture.analysis)
    expect(open().corrections).toEqual(corrections)
    expect(open().listing.title).toBe('The border')
    expect(restoreCorrections(here.library, again)).toMatchObject({ failure: { code: 'request-refused' } })
    expect(open().corrections).toEqual(corrections)
  })

  it('that was the only one is done again, and what was extracted is kept once more', () => {
    const before = open().capture.analysis
    const added = value(add(set('s1', { field: 'role', value: 'harbour master' })))
    const corrections = open().corrections.map(({ correction }) => correction)
    value(remove(added.correctionId))
    value(restoreCorrections(here.library, { captureId: ids.captureId, corrections }))
    expect(open().capture.analysis.sources[0]?.role).toBe('harbour master')
    expect(value(remove(added.correctionId)).analysis).toEqual(before)
  })

  it('that rests on one that was taken away hangs, and is kept', () => {
    const [statement] = open().capture.analysis.attributions
    const target = statement
      ? statementTarget(open().capture.analysis.attributions, statement, open().capture.text)
      : null
    if (target === null) throw new Error('no statement')
    const split = value(add({ kind: 'split-source', source: source('s1'), statements: [target] }))
    const made: Target = { kind: 'made', by: split.correctionId }
    value(add({ kind: 'set-source-field', source: made, change: { field: 'role', value: 'pilot' } }))
    value(remove(split.correctionId))
    expect(value(listCorrections(here.library, ids))).toMatchObject([{ subject: null }])
  })

  it('keeps a note’s source while its card is joined into another', () => {
    const captureId = ids.captureId
    const note = { color: 'yellow', style: 'highlight', markdown: 'x', tags: [], sourceId: 's2' } as const
    const { id: noteId } = value(addNote(here.library, { ...note, tags: [], captureId, range: [0, 3] }))
    const { correctionId } = value(add(join()))
    expect(changeNote(here.library, { noteId, markdown: 'y', sourceId: 's2' }).ok).toBe(true)
    value(remove(correctionId))
    expect(open().notes[0]?.sourceId).toBe('s2')
  })
})

describe('a later capture of the article', () => {
  const page = (words: string) => `@url https://example.org/a\n${FILE}${words}`

  it('has the corrections of the one before, its line in the list too, and hers stay as they were', async () => {
    ids = await here.article('b.txt', page(''))
    value(add({ kind: 'set-fact', field: 'headline', value: 'The quay' }))
    value(add(set('s1', { field: 'role', value: 'harbour master' })))
    const later = await here.article('c.txt', page(' More.'))
    expect(later.articleId).toBe(ids.articleId)
    const { capture, listing, corrections } = open()
    expect(capture.id).toBe(later.captureId)
    expect(listing.title).toBe('The quay')
    expect(capture.analysis.sources[0]?.role).toBe('harbour master')
    expect(corrections).toHaveLength(2)
    value(
      removeCorrections(here.library, {
        captureId: later.captureId,
        correctionIds: corrections.map(({ correction }) => correction.id),
      }),
    )
    expect(open().capture.analysis.sources[0]?.role).toBeNull()
    expect(value(listCorrections(here.library, ids))).toHaveLength(2)
    expect(total('border')).toBe(2)
  })
})

describe('another run of the engine', () => {
  const newer = FILE.replace('@source bare-unnamed a man\n', '').replace(
    '@source described-unnamed a harbour official',
    '@source organisation the quay\n@source bare-unnamed a harbour official',
  )
  const parser = (content: string) => ({
    parse: () => {
      const draft = plainDraft(content)
      return oneArticle(async () => ok({ ...draft, analysis: { ...draft.analysis, engine: 'newer' } }))
    },
  })
  const rerun = (content: string) => reanalyse(here.library, parser(content), ids)

  it('lays the corrections over what it finds, shows what changed, and lets those hang that lost their finding', async () => {
    value(add(set('s1', { field: 'role', value: 'harbour master' })))
    value(add(set('s2', { field: 'role', value: 'docker' })))
    const { changes, corrected } = value(await rerun(newer))
    expect(changes).toMatchObject([
      { what: 'source', change: 'changed', words: 'a harbour official', fields: ['identification'] },
      { what: 'source', change: 'removed', words: 'a man' },
      { what: 'source', change: 'added', words: 'the quay' },
      { what: 'statement' },
      { what: 'statement' },
    ])
    const { capture, corrections } = open()
    expect(capture.analysis).toEqual(corrected.analysis)
    expect(capture.analysis.engine).toBe('newer')
    const official = capture.analysis.sources.find(({ descriptor }) => descriptor === 'a harbour official')
    expect(official).toMatchObject({ identification: 'bare-unnamed', role: 'harbour master' })
    expect(corrections.map(({ subject }) => subject?.kind ?? 'dangling')).toEqual(['source', 'dangling'])
    expect(kinds()[0]).toBe('reanalysed')
  })

  it('brings back what hung when the finding is back', async () => {
    value(add(set('s2', { field: 'role', value: 'docker' })))
    value(await rerun(newer))
    const { corrected } = value(await rerun(FILE))
    expect(corrected.corrections[0]?.subject).toEqual({ kind: 'source', id: 's2' })
    expect(corrected.analysis.sources[1]?.role).toBe('docker')
  })

  it('gives notes the source that theirs has become', async () => {
    const note = { color: 'yellow', style: 'highlight', markdown: 'x', tags: [], sourceId: 's1' } as const
    value(addNote(here.library, { ...note, tags: [], captureId: ids.captureId, range: [0, 3] }))
    value(await rerun(newer))
    expect(open().notes[0]?.sourceId).toBe('s2')
  })

  it('changes nothing when the file would give another text', async () => {
    const before = open()
    expect(await rerun(`${FILE} More.`)).toMatchObject({ failure: { code: 'text-reads-otherwise' } })
    expect(open()).toEqual(before)
  })
})
