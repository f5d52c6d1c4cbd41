import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { type Colophon, test } from './fixtures'
import { FirstRun } from './pages/first-run'
import { LockScreen } from './pages/lock-screen'
import { ReadingRoom } from './pages/reading-room'

const LOOKS = [
  { theme: 'light', locale: 'en' },
  { theme: 'dark', locale: 'en' },
  { theme: 'sepia', locale: 'en' },
  { theme: 'light', locale: 'ko' },
  { theme: 'dark', locale: 'ko' },
] as const
/** Light and dark, in both languages. */
const TWO_BY_TWO = [LOOKS[0], LOOKS[1], LOOKS[3], LOOKS[4]]
type Look = (typeof LOOKS)[number]

/** Makes the window look so by its own settings, and waits until it does. */
async function dress(page: Page, look: Look): Promise<void> {
  await page.evaluate((wanted) => window.colophon.settings.change(wanted), look)
  await page.waitForFunction(
    ({ theme, locale }) =>
      document.documentElement.dataset.theme === theme && document.documentElement.lang === locale,
    look,
  )
}

/** Takes the screen's picture in a look, and holds it against WCAG 2.2 AA. */
async function check(colophon: Colophon, name: string, look: Look): Promise<void> {
  const page = await colophon.page()
  await colophon.shoot(`${name}-${look.theme}-${look.locale}`)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode()
    .analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect.soft(told, `${name}, ${look.theme}, ${look.locale}`).toEqual([])
}

async function inEveryLook(colophon: Colophon, name: string, looks: readonly Look[] = LOOKS): Promise<void> {
  for (const look of looks) {
    await dress(await colophon.page(), look)
    await check(colophon, name, look)
  }
  await dress(await colophon.page(), LOOKS[0])
}

test('every screen, in light, dark and sepia, in English and Korean, meets WCAG 2.2 AA', async ({
  colophon,
}) => {
  test.setTimeout(300_000)
  const first = new FirstRun(await colophon.screen('first-run'))
  const passphrase = await first.offeredWords()
  await inEveryLook(colophon, 'first-run')
  await first.fill('Screens', passphrase, false)
  const code = await first.kit.words()
  await inEveryLook(colophon, 'recovery-kit', TWO_BY_TWO)
  await first.kit.onPaper()
  await inEveryLook(colophon, 'recovery-test', [LOOKS[0], LOOKS[4]])
  await first.kit.answer(code, 'Make the library')
  let room = new ReadingRoom(await colophon.screen('library'))
  await inEveryLook(colophon, 'empty', [LOOKS[0], LOOKS[4]])

  await room.page.evaluate(() => window.colophon.importing.samples())
  await expect(room.library.getByRole('option').nth(9)).toBeVisible()
  await expect(room.page.getByRole('region', { name: 'Import' })).toContainText(/\d+ files read/)
  await room.page.getByRole('button', { name: 'Show each file' }).click()
  await inEveryLook(colophon, 'imported', [LOOKS[0], LOOKS[1]])
  await room.page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Close' }).click()

  await room.open(/Forty boxes/)
  await inEveryLook(colophon, 'sources')
  await room.tab('Credits')
  await inEveryLook(colophon, 'credits', [LOOKS[0], LOOKS[4]])
  await room.tab('Notes')
  await inEveryLook(colophon, 'no-notes', [LOOKS[0], LOOKS[4]])

  for (const [item, name] of [
    ['Settings…', 'settings'],
    ['Passphrase and Recovery…', 'vault-keys'],
    ['Keyboard Shortcuts', 'keys'],
    ['About Colophon', 'about'],
    ['Journal', 'journal'],
    ['Back Up…', 'back-up'],
    ['Restore from Backup…', 'restore'],
    ['Check the Library…', 'check'],
    ['Go to Anything…', 'go-to'],
    ['Export…', 'export'],
  ] as const) {
    await colophon.chooseMenu(item)
    await room.page.getByRole('dialog').waitFor()
    await check(colophon, name, LOOKS[0])
    await room.page.keyboard.press('Escape')
    await room.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await dress(room.page, LOOKS[4])
  await room.page.keyboard.press('Control+,')
  await check(colophon, 'settings', LOOKS[4])
  await room.page.keyboard.press('Escape')
  await room.page.getByRole('dialog').waitFor({ state: 'hidden' })
  for (const [item, name] of [
    ['백업…', 'back-up'],
    ['백업에서 복원…', 'restore'],
  ] as const) {
    await colophon.chooseMenu(item)
    await room.page.getByRole('dialog').waitFor()
    await check(colophon, name, LOOKS[4])
    await room.page.keyboard.press('Escape')
    await room.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await dress(room.page, LOOKS[0])

  for (const [choose, name] of [
    ['Change…', 'change-passphrase'],
    ['New kit…', 'new-kit'],
    ['Make new…', 'renew-keys'],
  ] as const) {
    await colophon.chooseMenu('Passphrase and Recovery…')
    await room.page.getByRole('button', { name: choose }).click()
    await inEveryLook(colophon, name, [LOOKS[0], LOOKS[4]])
    await room.page.keyboard.press('Escape')
    await room.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  await room.search('source:unnamed')
  await expect(room.library.getByRole('listbox', { name: 'Articles found' })).toBeVisible()
  await check(colophon, 'search', LOOKS[0])
  await room.search('zzzz')
  await expect(room.library).toContainText('Nothing found')
  await check(colophon, 'search-nothing', LOOKS[0])

  await colophon.chooseMenu('Lock')
  const page = await colophon.screen('locked')
  await inEveryLook(colophon, 'locked')
  await new LockScreen(page).tryCode('colophon')
  await inEveryLook(colophon, 'recovery-code', TWO_BY_TWO)
  await new LockScreen(page).tryCode(code)
  await page.getByLabel('Type the six words').waitFor()
  await inEveryLook(colophon, 'new-passphrase', [LOOKS[0], LOOKS[4]])
  await new LockScreen(page).backToPassphrase()
  await new LockScreen(page).unlock(passphrase)
  room = new ReadingRoom(await colophon.screen('library'))
  await expect(room.library.getByRole('option').nth(9)).toBeVisible()
})
