import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FailureCode } from '#domain/failure'
import type { Result } from '#domain/result'
import { renderHeader } from '../../vault/header'
import { HEADER_FILE, readHeaders, SPARE_FILE } from '../../vault/header-files'
import { addNote, changeNote, removeNote } from '../annotating'
import { HEAD_FILE } from '../journal-head'
import { openLibrary } from '../library'
import { libraryMethods } from '../methods'
import { readOriginal } from '../reading'
import { removeArticle } from '../removing'
import { verifyLibrary } from '../verifying'
import { type Alteration, alter, randomFrom } from './alter'
import { fillLibrary, noteOn, value } from './filled-library'
import { type TemporaryLibrary, temporaryLibrary } from './temporary-library'

/** A golden vault with a header of the present format: its passphrase is not needed to read the header. */
const GOLDEN = join(import.meta.dirname, '..', '..', 'vault', 'golden')

const HEADERS = [HEADER_FILE, SPARE_FILE]
const LIBRARY = ['library.db', 'library.db', 'library.db-wal', 'library.db-wal', HEAD_FILE]

/** What became of a trial. `same`: the alteration touched nothing that is read. */
export type Outcome = 'same' | 'refused' | 'named' | 'silent' | 'crash'

export type TrialFigures = Record<Outcome, number> & {
  trials: number
  /** Refusals by their code. */
  readonly codes: Record<string, number>
  readonly failures: { readonly trial: number; readonly alteration: Alteration; readonly why: string }[]
}

/**
 * Alters copies of a vault, opens each, reads all of it, and holds what came against the truth: it must be the same, or a refusal
 * by a code, or be named by a check of the library. Trials `from` up to and without `to`, each by its own number.
 */
export async function tryAlteredVaults(from: number, to: number): Promise<TrialFigures> {
  const place = mkdtempSync(join(tmpdir(), 'colophon-altered-'))
  const figures: TrialFigures = {
    ...{ trials: 0, same: 0, refused: 0, named: 0, silent: 0, crash: 0 },
    codes: {},
    failures: [],
  }
  try {
    const vault = await makeVaults(place)
    const truth = { content: await readTruth(vault, place), header: await headerText(vault.newer) }
    for (let trial = from; trial < to; trial += 1) {
      const folder = join(place, 'trial')
      cpSync(vault.newer, folder, { recursive: true })
      const random = randomFrom(trial * 2_654_435_761)
      const alteration = alter(folder, vault.older, random() < 0.2 ? HEADERS : LIBRARY, random)
      const isHeader = HEADERS.includes(alteration.file)
      const told = await (isHeader
        ? tryHeader(folder, truth.header)
        : tryLibrary(folder, vault, truth.content)
      ).catch((error: unknown): Told => ({ outcome: 'crash', why: String(error) }))
      count(figures, trial, alteration, told)
      rmSync(folder, { recursive: true })
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
  return figures
}

type Told = { readonly outcome: Outcome; readonly code?: FailureCode; readonly why?: string }

function count(figures: TrialFigures, trial: number, alteration: Alteration, told: Told): void {
  figures.trials += 1
  figures[told.outcome] += 1
  if (told.code !== undefined) figures.codes[told.code] = (figures.codes[told.code] ?? 0) + 1
  if (told.outcome === 'silent' || told.outcome === 'crash')
    figures.failures.push({ trial, alteration, why: told.why ?? '' })
}

type Vaults = Pick<TemporaryLibrary, 'databaseKey' | 'journalKey'> & {
  readonly older: string
  readonly newer: string
}

/** Two moments of one vault, each with a log that a crash left: what an attacker who copied twice would have. */
async function makeVaults(place: string): Promise<Vaults> {
  const here = await temporaryLibrary()
  const captures = await fillLibrary(here, 8)
  const kept = value(addNote(here.library, noteOn(captures[2] ?? '', 'the first words')))
  const gone = value(addNote(here.library, noteOn(captures[3] ?? '', 'soon gone')))
  here.library.db.pragma('wal_checkpoint(TRUNCATE)')
  value(addNote(here.library, noteOn(captures[4] ?? '', 'in the log')))
  const older = await photograph(here, place, 'older')
  here.library.db.pragma('wal_checkpoint(TRUNCATE)')
  value(changeNote(here.library, { noteId: kept.id, markdown: 'the other words' }))
  value(removeNote(here.library, { noteId: gone.id }))
  const removed = await here.article('later.txt', '@headline Later\nThis came later and went.')
  value(removeArticle(here.library, { articleId: removed.articleId }))
  await here.article('last.txt', '@headline Last\nThis came last and stays.')
  for (let index = 0; index < 6; index += 1) {
    value(addNote(here.library, noteOn(captures[5] ?? '', `note ${index} in the log`)))
  }
  const newer = await photograph(here, place, 'newer')
  const { databaseKey, journalKey } = here
  here.end()
  return { databaseKey, journalKey, older, newer }
}

/** The vault's files as they lie there while it is open, as if the power went now. */
async function photograph(here: TemporaryLibrary, place: string, name: string): Promise<string> {
  // The journal's end is recorded in the turn after the commit.
  await new Promise((resolve) => setImmediate(resolve))
  const folder = join(place, name)
  mkdirSync(folder)
  for (const file of new Set(LIBRARY)) cpSync(join(here.folder, file), join(folder, file))
  const { header } = value(await readHeaders(join(GOLDEN, 'v2.colophon')))
  const generation = name === 'older' ? 1 : 2
  for (const file of HEADERS) writeFileSync(join(folder, file), renderHeader({ ...header, generation }))
  return folder
}

async function headerText(folder: string): Promise<string> {
  return renderHeader(value(await readHeaders(folder)).header)
}

async function tryHeader(folder: string, truth: string): Promise<Told> {
  const found = await readHeaders(folder)
  if (!found.ok) return { outcome: 'refused', code: found.failure.code }
  const same = renderHeader(found.value.header) === truth
  if (!same) return { outcome: 'silent', why: 'another header' }
  return { outcome: found.value.whole ? 'same' : 'named' }
}

async function readTruth(vault: Vaults, place: string): Promise<Map<string, string>> {
  const folder = join(place, 'truth')
  cpSync(vault.newer, folder, { recursive: true })
  const library = value(await openLibrary({ vault: keysIn(folder, vault) }))
  const content = await readAll(library)
  library.close()
  if (!(content instanceof Map)) throw new Error(`the truth is refused: ${content.code}`)
  return content
}

const keysIn = (folder: string, { databaseKey, journalKey }: Vaults) => ({
  ...{ databasePath: join(folder, 'library.db'), databaseKey, journalKey },
  name: 'Trial',
})

async function tryLibrary(folder: string, vault: Vaults, truth: ReadonlyMap<string, string>): Promise<Told> {
  const opened = await openLibrary({ vault: keysIn(folder, vault) })
  if (!opened.ok) return { outcome: 'refused', code: opened.failure.code }
  const library = opened.value
  try {
    const content = await readAll(library)
    if (!(content instanceof Map)) return { outcome: 'refused', code: content.code }
    const why = difference(truth, content)
    if (why === null) return { outcome: 'same' }
    const checked = await verifyLibrary(library, 'whole')
    return checked.ok && !checked.value.whole ? { outcome: 'named', why } : { outcome: 'silent', why }
  } finally {
    library.close()
  }
}

/** Everything that a reader can see, by where it is seen; or the code of the first refusal. */
async function readAll(
  library: Parameters<typeof libraryMethods>[0],
): Promise<Map<string, string> | { code: FailureCode }> {
  const methods = libraryMethods(library)
  const content = new Map<string, string>()
  const answers: Result<unknown>[] = []
  const put = (name: string, answer: Result<unknown>) => {
    answers.push(answer)
    if (answer.ok) content.set(name, digest(answer.value))
  }
  const list = await methods.articles.list({ after: null, limit: 500 })
  put('list', list)
  for (const { id: articleId } of list.ok ? list.value.rows : []) {
    const newest = await methods.articles.open({ articleId, captureId: null })
    put(articleId, newest)
    for (const { id: captureId } of newest.ok ? newest.value.captures : []) {
      put(`${articleId} ${captureId}`, await methods.articles.open({ articleId, captureId }))
      put(
        `original ${captureId}`,
        attempt(() => readOriginal(library, captureId)),
      )
    }
  }
  for (const query of ['quay', 'words', 'source:unnamed', 'tag:quay']) {
    put(`search ${query}`, await methods.searching.search({ query, limit: 50 }))
  }
  put('journal', await methods.journal.list({ before: null, limit: 500 }))
  put('tags', await methods.notes.tags(undefined))
  const refused = answers.find((answer) => !answer.ok)
  return refused === undefined || refused.ok ? content : { code: refused.failure.code }
}

/** An original that does not unpack is damaged, and says so where it is read. */
function attempt(read: () => Result<unknown>): Result<unknown> {
  try {
    return read()
  } catch {
    return { ok: false, failure: { code: 'vault-damaged' } }
  }
}

function digest(content: unknown): string {
  const text = content instanceof Uint8Array ? Buffer.from(content).toString('hex') : JSON.stringify(content)
  return createHash('sha256').update(text).digest('hex')
}

function difference(truth: ReadonlyMap<string, string>, content: ReadonlyMap<string, string>): string | null {
  for (const name of new Set([...truth.keys(), ...content.keys()])) {
    if (truth.get(name) !== content.get(name)) return name
  }
  return null
}
