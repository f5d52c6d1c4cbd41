import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { Database } from '@signalapp/sqlcipher'
import { openVault } from '../electron/vault/open-vault'
import { type Colophon, test } from './fixtures'
import { inLooks, TWO_BY_TWO } from './looks'
import { FirstRun } from './pages/first-run'
import { LockScreen } from './pages/lock-screen'
import { ReadingRoom } from './pages/reading-room'
import { RecoveryKit } from './pages/recovery-kit'

const PAGE = 4096
/** Turns a bit of every tenth page from `first` on over, as a failing disk would. */
function damage(vaultsFolder: string, first: number): string {
  const [name = ''] = readdirSync(vaultsFolder)
  const path = join(vaultsFolder, name, 'library.db')
  const file = openSync(path, 'r+')
  const bytes = readFileSync(path)
  for (let at = (first - 1) * PAGE + 300; at < statSync(path).size; at += 10 * PAGE) {
    writeSync(file, Buffer.from([(bytes[at] ?? 0) ^ 1]), 0, 1, at)
  }
  closeSync(file)
  return path
}

/** Writes other words into the texts, as a program would that has the keys and is not ours. */
async function alterText(vaultsFolder: string, passphrase: string, words: [string, string]): Promise<void> {
  const [name = ''] = readdirSync(vaultsFolder)
  const vault = await openVault({ folder: join(vaultsFolder, name), passphrase })
  if (!vault.ok) throw new Error(vault.failure.code)
  const { databasePath, databaseKey } = vault.value
  const db = new Database(databasePath)
  db.pragma(`key = "x'${databaseKey.toString('hex')}'"`)
  const [from, to] = words
  db.prepare('UPDATE capture_body SET text = replace(text, $from, $to)').run({ from, to })
  db.close()
  vault.value.close()
}

async function begin(colophon: Colophon): Promise<{ room: ReadingRoom; passphrase: string }> {
  const first = new FirstRun(await colophon.screen('first-run'))
  const passphrase = await first.offeredWords()
  await first.create('Checked', passphrase, true)
  const room = new ReadingRoom(await colophon.screen('library'))
  await expect(room.library.getByRole('option').nth(9)).toBeVisible()
  return { room, passphrase }
}

async function lock(colophon: Colophon): Promise<LockScreen> {
  await colophon.chooseMenu('Lock')
  return new LockScreen(await colophon.screen('locked'))
}

const dialog = (page: Page) => page.getByRole('dialog')

test('a library is checked, and a file hashed anew, from the window', async ({ colophon }) => {
  test.setTimeout(180_000)
  const { room } = await begin(colophon)
  await colophon.chooseMenu('Check the Library…')
  await inLooks(colophon, 'check-ready')
  await dialog(room.page).getByRole('button', { name: 'Check now' }).click()
  await expect(dialog(room.page)).toContainText('Everything is as it was saved.', { timeout: 60_000 })
  await expect(dialog(room.page)).toContainText('12 captures')
  await inLooks(colophon, 'check-whole')
  await room.page.keyboard.press('Escape')
  await room.open(/Forty boxes/)
  await room.tab('Credits')
  const section = room.colophon
  await section.getByRole('button', { name: 'Hash it again' }).click()
  await expect(section).toContainText('Yes: the stored file still has this SHA-256.')
  await inLooks(colophon, 'unchanged')
})

test('damage is named, and what can be read is rescued into a new library', async ({ colophon, plan }) => {
  test.setTimeout(240_000)
  const { passphrase } = await begin(colophon)
  const locked = await lock(colophon)
  const path = damage(plan.folder('vaults'), 60)
  const before = readFileSync(path)
  await locked.unlock(passphrase)
  const room = new ReadingRoom(await colophon.screen('library'))
  await colophon.chooseMenu('Check the Library…')
  await dialog(room.page).getByRole('button', { name: 'Check now' }).click()
  await expect(dialog(room.page)).toContainText(/pages? of the library cannot be read/, { timeout: 60_000 })
  await inLooks(colophon, 'check-damaged')
  await dialog(room.page).getByRole('button', { name: 'Rescue what can be read…' }).click()
  await inLooks(colophon, 'rescue-ask')
  await dialog(room.page).getByLabel('Passphrase of this library').fill(passphrase)
  await dialog(room.page).getByRole('button', { name: 'Rescue into a new library' }).click()
  await expect(dialog(room.page)).toContainText(/Rescued: \d+ articles/, { timeout: 90_000 })
  await inLooks(colophon, 'rescue-done')
  await dialog(room.page).getByRole('button', { name: 'Make a recovery kit…' }).click()
  const kit = new RecoveryKit(room.page)
  const code = await kit.words()
  await inLooks(colophon, 'rescue-kit')
  await kit.test(code, 'Go on')
  await inLooks(colophon, 'rescue-kit-confirm')
  await dialog(room.page).getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await dialog(room.page).getByRole('button', { name: 'Give it this code' }).click()
  await expect(dialog(room.page)).toContainText('The new library has its recovery code.')
  await inLooks(colophon, 'rescue-kit-made')
  await dialog(room.page).getByRole('button', { name: 'Go to the rescued library' }).click()
  const page = await colophon.screen('locked')
  expect(readFileSync(path).equals(before)).toBe(true)
  await new LockScreen(page).recover(code)
  const rescued = new ReadingRoom(await colophon.screen('library'))
  await expect(rescued.library.getByRole('option').first()).toBeVisible()
})

test('an article that was altered outside Colophon is shown, under a warning that leads to the check', async ({
  colophon,
  plan,
}) => {
  const { passphrase } = await begin(colophon)
  const locked = await lock(colophon)
  await alterText(plan.folder('vaults'), passphrase, ['Forty boxes', 'Fifty boxes'])
  await locked.unlock(passphrase)
  const room = new ReadingRoom(await colophon.screen('library'))
  const warning = room.page.getByRole('alert').filter({ hasText: 'not as it was saved' })
  await room.open(/Forty boxes/)
  await expect(warning).toBeVisible()
  await inLooks(colophon, 'not-as-saved', TWO_BY_TWO)
  await warning.getByRole('button', { name: 'Check the library…' }).click()
  await expect(dialog(room.page)).toContainText('Check now')
})

test('a library that does not open for damage is rescued from the lock screen', async ({
  colophon,
  plan,
}) => {
  test.setTimeout(240_000)
  const { passphrase } = await begin(colophon)
  const locked = await lock(colophon)
  damage(plan.folder('vaults'), 1)
  await locked.unlock(passphrase)
  const page = await colophon.page()
  await page.getByLabel('Passphrase of this library').waitFor({ timeout: 60_000 })
  await inLooks(colophon, 'damaged')
  await page.getByLabel('Passphrase of this library').fill(passphrase)
  await page.getByRole('button', { name: 'Rescue into a new library' }).click()
  await expect(page.getByText(/Rescued: \d+ articles/)).toBeVisible({ timeout: 90_000 })
  await inLooks(colophon, 'rescued')
  await page.getByRole('button', { name: 'Go to the rescued library' }).click()
  await new LockScreen(page).unlock(passphrase)
  const rescued = new ReadingRoom(await colophon.screen('library'))
  await expect(rescued.library.getByRole('option').first()).toBeVisible()
})
