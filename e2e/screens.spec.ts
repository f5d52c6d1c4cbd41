import { expect } from '@playwright/test'
import { test } from './fixtures'
import { checkLook, dress, EVERY_LOOK, inLooks, LOOKS, TWO_BY_TWO } from './looks'
import { FirstRun } from './pages/first-run'
import { LockScreen } from './pages/lock-screen'
import { ReadingRoom } from './pages/reading-room'

test('every screen, in light, dark and sepia, in English and Korean, meets WCAG 2.2 AA', async ({
  colophon,
}) => {
  test.setTimeout(300_000)
  const first = new FirstRun(await colophon.screen('first-run'))
  const passphrase = await first.offeredWords()
  await inLooks(colophon, 'first-run', EVERY_LOOK)
  await first.fill('Screens', passphrase, false)
  const code = await first.kit.words()
  await inLooks(colophon, 'recovery-kit', TWO_BY_TWO)
  await first.kit.onPaper()
  await inLooks(colophon, 'recovery-test')
  await first.kit.answer(code, 'Make the library')
  let room = new ReadingRoom(await colophon.screen('library'))
  await inLooks(colophon, 'empty')

  await room.page.evaluate(() => window.colophon.importing.samples())
  await expect(room.library.getByRole('option').nth(9)).toBeVisible()
  await expect(room.page.getByRole('region', { name: 'Import' })).toContainText(/\d+ files read/)
  await room.page.getByRole('button', { name: 'Show each file' }).click()
  await inLooks(colophon, 'imported', [LOOKS.light, LOOKS.dark])
  await room.page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Close' }).click()

  await room.open(/Forty boxes/)
  await inLooks(colophon, 'sources', EVERY_LOOK)
  await room.tab('Credits')
  await inLooks(colophon, 'credits')
  await room.tab('Notes')
  await inLooks(colophon, 'no-notes')

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
    await checkLook(colophon, name, LOOKS.light)
    await room.page.keyboard.press('Escape')
    await room.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await dress(room.page, LOOKS.darkKorean)
  await room.page.keyboard.press('Control+,')
  await checkLook(colophon, 'settings', LOOKS.darkKorean)
  await room.page.keyboard.press('Escape')
  await room.page.getByRole('dialog').waitFor({ state: 'hidden' })
  for (const [item, name] of [
    ['백업…', 'back-up'],
    ['백업에서 복원…', 'restore'],
  ] as const) {
    await colophon.chooseMenu(item)
    await room.page.getByRole('dialog').waitFor()
    await checkLook(colophon, name, LOOKS.darkKorean)
    await room.page.keyboard.press('Escape')
    await room.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await dress(room.page, LOOKS.light)

  for (const [choose, name] of [
    ['Change…', 'change-passphrase'],
    ['New kit…', 'new-kit'],
    ['Make new…', 'renew-keys'],
  ] as const) {
    await colophon.chooseMenu('Passphrase and Recovery…')
    await room.page.getByRole('button', { name: choose }).click()
    await inLooks(colophon, name)
    await room.page.keyboard.press('Escape')
    await room.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  await room.search('source:unnamed')
  await expect(room.library.getByRole('listbox', { name: 'Articles found' })).toBeVisible()
  await checkLook(colophon, 'search', LOOKS.light)
  await room.search('zzzz')
  await expect(room.library).toContainText('Nothing found')
  await checkLook(colophon, 'search-nothing', LOOKS.light)

  await colophon.chooseMenu('Lock')
  const page = await colophon.screen('locked')
  await inLooks(colophon, 'locked', EVERY_LOOK)
  await new LockScreen(page).tryCode('colophon')
  await inLooks(colophon, 'recovery-code', TWO_BY_TWO)
  await new LockScreen(page).tryCode(code)
  await page.getByLabel('Type the six words').waitFor()
  await inLooks(colophon, 'new-passphrase')
  await new LockScreen(page).backToPassphrase()
  await new LockScreen(page).unlock(passphrase)
  room = new ReadingRoom(await colophon.screen('library'))
  await expect(room.library.getByRole('option').nth(9)).toBeVisible()
})
