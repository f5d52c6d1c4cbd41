import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from '@playwright/test'
import type { LaunchPlan } from '../../tools/as-user/launch-plan.mjs'
import type { Colophon } from '../fixtures'
import { FirstRun } from '../pages/first-run'
import { ReadingRoom } from '../pages/reading-room'
import { filesOf } from './cases'
import type { HostileCase } from './context'
import { showUnprotected, type Watch, watchForHarm } from './detectors'
import { asTrustingPage, exportEvery } from './exports'
import { CASE_MARK } from './stories'
import { readEveryArticle, type Shown } from './walk'

/** Milliseconds. */
const LONGEST_IMPORT = 10 * 60_000

/** What came of a run. */
export type Figures = {
  readonly cases: number
  readonly articles: number
  readonly refused: number
  /** Cases whose hostile words had to be seen as words, and were. */
  readonly words: number
  /** Longest time between two frames, milliseconds. */
  readonly longestGap: number
}

/** Imports hostile cases as a folder, reads each article in the window, and expects that nothing came of them. */
export async function tryHostileCases(
  colophon: Colophon,
  plan: LaunchPlan,
  cases: readonly HostileCase[],
): Promise<Figures> {
  const folder = join(plan.folder('incoming'), 'hostile')
  for (const { path, bytes } of filesOf(cases)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  const first = new FirstRun(await colophon.screen('first-run'))
  await first.create('Hostile', await first.offeredWords(), false)
  const room = new ReadingRoom(await colophon.screen('library'))
  const harm = await watchForHarm(colophon, room.page)
  const total = await importFolder(colophon, room, folder)
  expect(await harm.take(), 'while they were imported').toEqual([])
  const met = new Meeting(cases)
  await readEveryArticle(room.page, total, (shown) => met.note(shown))
  expect(await harm.take(), 'while they were read').toEqual([])
  expect(met.problems).toEqual([])
  expect(met.missing()).toEqual([])
  await expectHarmlessExports(colophon, plan, room, harm, total)
  const { words, longestGap } = met
  return { cases: cases.length, articles: total, refused: cases.length - met.seen, words, longestGap }
}

/** Imports a folder with every file of it told in the panel; returns how many articles there are then. */
async function importFolder(colophon: Colophon, room: ReadingRoom, folder: string): Promise<number> {
  await colophon.chooseInDialogs([folder])
  await colophon.chooseMenu('Import Folder…')
  const panel = room.page.getByRole('region', { name: 'Import' })
  await expect(panel.getByRole('heading')).toContainText('files read', { timeout: LONGEST_IMPORT })
  await panel.getByRole('button', { name: 'Show each file' }).click()
  return room.page.evaluate(async () => {
    const answer = await window.colophon.articles.list({ after: null, limit: 1 })
    return answer.ok ? answer.value.total : 0
  })
}

/** A name that a file may have anywhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const SAFE_NAME = /^(?![ .])[^\u0000-\u001f/\\:*?"<>|\u202a-\u202e\u2066-\u2069]{1,200}\.md$/

/** Every article is exported, and what is written does nothing in a program that trusts it. The window is of no use after this. */
async function expectHarmlessExports(
  colophon: Colophon,
  plan: LaunchPlan,
  room: ReadingRoom,
  harm: Watch,
  total: number,
): Promise<void> {
  const exported = await exportEvery(colophon, room, plan.folder('exported'))
  expect(exported.size).toBe(total)
  expect([...exported.keys()].filter((name) => !SAFE_NAME.test(name))).toEqual([])
  const trusting = asTrustingPage([...exported.values()])
  expect(trusting.match(/(?:href|src)="(?!https?:|mailto:)[^"#][^"]*"/g) ?? []).toEqual([])
  await showUnprotected(colophon, room.page, trusting)
  await room.page.waitForLoadState('load')
  expect(await harm.take(), 'where what was exported is trusted').toEqual([])
}

/** Holds what is shown against what each case put there. */
class Meeting {
  readonly problems: string[] = []
  readonly #waiting: Map<number, HostileCase>
  words = 0
  longestGap = 0
  seen = 0

  constructor(cases: readonly HostileCase[]) {
    this.#waiting = new Map(cases.map((each) => [each.number, each]))
  }

  note({ words, foreign, gap }: Shown): void {
    this.longestGap = Math.max(this.longestGap, Math.round(gap))
    const number = Number(CASE_MARK.exec(words)?.[1])
    const each = this.#waiting.get(number)
    if (each === undefined) {
      this.problems.push(`an article of no case, or of one seen before: ${words.slice(0, 200)}`)
      return
    }
    this.#waiting.delete(number)
    this.seen += 1
    const named = told(each)
    if (foreign.length > 0) this.problems.push(`${named}: ${foreign.join(', ')}`)
    if (HIDDEN.test(words.split('\n')[0] ?? '')) this.problems.push(`${named}: a hidden control in its title`)
    if (!each.context.showsWords) return
    if (bare(words).includes(bare(each.payload.words))) this.words += 1
    else this.problems.push(`${named}: its words are not seen`)
  }

  /** Cases of which there was no article although none of them may be refused. */
  missing(): string[] {
    return [...this.#waiting.values()]
      .filter(({ context, payload }) => !context.mayBeRefused(payload))
      .map(told)
  }
}

function told({ number, context, payload }: HostileCase): string {
  return `${number} ${context.name}, ${payload.family}: ${payload.words.slice(0, 80)}`
}

/** What is never shown in a title as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/

/** `words` without blanks and without what is left out, replaced or written out of them. */
function bare(words: string): string {
  return words
    .normalize('NFC')
    .replace(/⟨U\+[\dA-F]+⟩/g, '')
    .replace(/[\s\p{C}\u00ad\ufffd]+/gu, '')
}
