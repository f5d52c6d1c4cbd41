import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { readHeaders } from '../../electron/vault/header-files'
import { subkey } from '../../electron/vault/keys'
import { unlockHeader } from '../../electron/vault/unlock-header'
import type { LaunchPlan } from '../../tools/as-user/launch-plan.mjs'
import { CLI, rememberVault } from '../../tools/bench/vault.mjs'
import { canariesOf } from '../../tools/forensics/canaries.mjs'
import type { Colophon } from '../fixtures'
import { ReadingRoom } from '../pages/reading-room'
import { typeDerived } from './derived'

/** What each of a session's first canaries is; the passphrase is one too. */
export const CANARY = {
  passphrase: 0,
  title: 1,
  body: 2,
  source: 3,
  note: 4,
  tag: 5,
  search: 6,
  goTo: 7,
  find: 8,
}
const COUNT = 12

/** A vault whose passphrase is a canary, made by the command line, so that the application begins with its lock screen. */
export function makeVault(plan: LaunchPlan, seed: number): string {
  const folder = rememberVault(plan, 'Canaries')
  const [passphrase = ''] = canariesOf(seed, 1).words
  const env = { ...process.env, COLOPHON_PASSPHRASE: passphrase }
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'create', folder], { env, encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  expect(stderr).not.toContain(passphrase)
  plan.folder('vaults')
  return folder
}

/** An article in which title, body and source are canaries. */
export function writeArticle(folder: string, seed: number): string {
  const { words } = canariesOf(seed, COUNT)
  const path = join(folder, 'report.txt')
  const text = [
    `The ${words[CANARY.title]} report`,
    '',
    `“There is oil for nine days and ${words[CANARY.body]} for ten,” said Marta ${words[CANARY.source]}, who keeps the store.`,
    '',
  ].join('\n')
  writeFileSync(path, text)
  return path
}

export async function unlock(page: Page, seed: number): Promise<void> {
  await page.waitForSelector('input[type="password"]')
  await typeDerived(page, { seed, at: CANARY.passphrase, field: 'input[type="password"]' })
  await page.keyboard.press('Enter')
}

/**
 * Imports, reads, writes a note and a tag, searches in two ways: every canary is typed or drawn once. Nothing here asks the
 * driver about words of the library: its own messages would carry them through the main process. For the same reason no
 * canary is selected: Chromium tells its main process what is (docs/technical/forensics.md, What remains).
 */
export async function work(colophon: Colophon, article: string, seed: number): Promise<void> {
  const room = new ReadingRoom(await colophon.screen('library'))
  const { page } = room
  await page.evaluate((path) => window.colophon.importing.paths({ paths: [path] }), article)
  await appears(page, '[role="option"]')
  await page.evaluate(() => document.querySelector<HTMLElement>('[role="option"]')?.click())
  await appears(page, 'main article [data-block]')
  await room.tab('Credits')
  await room.tab('Sources')
  await selectWords(page, 'nine days')
  await page.keyboard.press('Alt+3')
  await typeDerived(page, { seed, at: CANARY.note, field: 'textarea', after: ' is what I think' })
  await typeDerived(page, { seed, at: CANARY.tag, field: 'input[aria-label="Add a tag"]' })
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.keyboard.press('Control+k')
  await typeDerived(page, { seed, at: CANARY.goTo, field: '[role="dialog"] input' })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await typeDerived(page, { seed, at: CANARY.search, field: 'input[aria-label="Search the library"]' })
  await page.waitForFunction(() => document.body.textContent?.includes('Nothing found'))
}

/** Waits without a handle on the element: for one, the driver writes down what it looks like, names and all. */
async function appears(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector)
}

/** Drags over words that are no canary, in the paragraph that has some. */
async function selectWords(page: Page, words: string): Promise<void> {
  const { left, right, middle } = await page.evaluate((wanted) => {
    const paragraph = [...document.querySelectorAll('main article [data-block]')].at(1)
    const walker = document.createTreeWalker(paragraph ?? document, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const box = range.getBoundingClientRect()
      return { left: box.left, right: box.right, middle: box.top + box.height / 2 }
    }
    throw new Error('the words are not there')
  }, words)
  await page.mouse.move(left + 1, middle)
  await page.mouse.down()
  await page.mouse.move(right - 1, middle, { steps: 8 })
  await page.mouse.up()
}

/** The keys of a locked vault, as this process can make them out of the passphrase. */
export async function keysOf(
  folder: string,
  seed: number,
): Promise<{ vaultKey: Buffer; databaseKey: Buffer }> {
  const headers = await readHeaders(folder)
  if (!headers.ok) throw new Error(headers.failure.code)
  const [passphrase = ''] = canariesOf(seed, 1).words
  const unlocked = await unlockHeader(headers.value.header, passphrase)
  if (!unlocked.ok) throw new Error(unlocked.failure.code)
  const { vaultKey } = unlocked.value
  return { vaultKey, databaseKey: subkey(vaultKey, 'database') }
}
