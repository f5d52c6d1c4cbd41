import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { type Colophon, test } from './fixtures'
import { FirstRun } from './pages/first-run'
import { LockScreen } from './pages/lock-screen'
import { ReadingRoom } from './pages/reading-room'

const PAGE = 4096
const LOOKS = [
  { theme: 'light', locale: 'en' },
  { theme: 'dark', locale: 'ko' },
] as const

/** Looks at what stands there in both looks, and holds it against WCAG 2.2 AA. */
async function look(colophon: Colophon, name: string): Promise<void> {
  const page = await colophon.page()
  for (const wanted of LOOKS) {
    await page.evaluate((settings) => window.colophon.settings.change(settings), wanted)
    await page.waitForFunction(
      ({ theme, locale }) =>
        document.documentElement.dataset.theme === theme && document.documentElement.lang === locale,
      wanted,
    )
    await colophon.shoot(`${name}-${wanted.theme}-${wanted.locale}`)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .setLegacyMode()
      .analyze()
    expect
      .soft(
        violations.map(({ id }) => id),
        `${name}, ${wanted.theme}`,
      )
      .toEqual([])
  }
  await page.evaluate((settings) => window.colophon.settings.change(settings), LOOKS[0])
  await page.waitForFunction(() => document.documentElement.lang === 'en')
}

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
  await look(colophon, 'check-ready')
  await dialog(room.page).getByRole('button', { name: 'Check now' }).click()
  await expect(dialog(room.page)).toContainText('Everything is as it was saved.', { timeout: 60_000 })
  await expect(dialog(room.page)).toContainText('12 captures')
  await look(colophon, 'check-whole')
  await room.page.keyboard.press('Escape')
  await room.open(/Forty boxes/)
  await room.tab('Credits')
  const section = room.colophon
  await section.getByRole('button', { name: 'Hash it again' }).click()
  await expect(section).toContainText('Yes: the stored file still has this SHA-256.')
  await look(colophon, 'unchanged')
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
  await look(colophon, 'check-damaged')
  await dialog(room.page).getByRole('button', { name: 'Rescue what can be read…' }).click()
  await look(colophon, 'rescue-ask')
  await dialog(room.page).getByLabel('Passphrase of this library').fill(passphrase)
  await dialog(room.page).getByRole('button', { name: 'Rescue into a new library' }).click()
  await expect(dialog(room.page)).toContainText(/Rescued: \d+ articles/, { timeout: 90_000 })
  await look(colophon, 'rescue-done')
  await dialog(room.page).getByRole('button', { name: 'Go to the rescued library' }).click()
  const page = await colophon.screen('locked')
  expect(readFileSync(path).equals(before)).toBe(true)
  await new LockScreen(page).unlock(passphrase)
  const rescued = new ReadingRoom(await colophon.screen('library'))
  await expect(rescued.library.getByRole('option').first()).toBeVisible()
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
  await look(colophon, 'damaged')
  await page.getByLabel('Passphrase of this library').fill(passphrase)
  await page.getByRole('button', { name: 'Rescue into a new library' }).click()
  await expect(page.getByText(/Rescued: \d+ articles/)).toBeVisible({ timeout: 90_000 })
  await look(colophon, 'rescued')
  await page.getByRole('button', { name: 'Go to the rescued library' }).click()
  await new LockScreen(page).unlock(passphrase)
  const rescued = new ReadingRoom(await colophon.screen('library'))
  await expect(rescued.library.getByRole('option').first()).toBeVisible()
})
