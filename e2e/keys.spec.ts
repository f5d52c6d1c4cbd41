import { expect } from '@playwright/test'
import { type Colophon, test } from './fixtures'
import { inLooks } from './looks'
import { FirstRun } from './pages/first-run'
import { LockScreen } from './pages/lock-screen'
import { ReadingRoom } from './pages/reading-room'
import { RecoveryKit } from './pages/recovery-kit'
import { VaultKeys } from './pages/vault-keys'

async function lock(colophon: Colophon): Promise<LockScreen> {
  await colophon.chooseMenu('Lock')
  return new LockScreen(await colophon.screen('locked'))
}

/** Makes a library with the samples in it; returns its passphrase and its recovery code. */
async function makeLibrary(colophon: Colophon): Promise<{ passphrase: string; code: string }> {
  const first = new FirstRun(await colophon.screen('first-run'))
  const passphrase = await first.offeredWords()
  await first.fill('Keys', passphrase, true)
  const code = await first.kit.words()
  await first.kit.test(code, 'Make the library')
  await expect(
    new ReadingRoom(await colophon.screen('library')).library.getByRole('option').nth(9),
  ).toBeVisible()
  return { passphrase, code }
}

test('the recovery kit is tested before there is a library, or knowingly left out', async ({ colophon }) => {
  const page = await colophon.screen('first-run')
  const first = new FirstRun(page)
  await first.fill('No kit', await first.offeredWords(), false)
  const words = (await first.kit.words()).split(' ')
  expect(new Set(words).size).toBeGreaterThan(18)
  await page.getByRole('button', { name: 'I have them on paper' }).click()
  await page.locator('input[data-place]').first().fill('colophon')
  await page.getByRole('button', { name: 'Make the library' }).click()
  await expect(page.getByText(/This is not word \d+/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Show the words again' }).click()
  expect((await first.kit.words()).split(' ')).toEqual(words)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByLabel('Name')).toHaveValue('No kit')
  await page.getByRole('button', { name: 'Go on to the recovery kit' }).click()
  await page.getByText('Go on without a recovery code').click()
  await page.getByRole('button', { name: 'Make the library without one' }).click()
  const room = await colophon.screen('library')
  const facts = await room.evaluate(() => window.colophon.keys.facts())
  expect(facts).toEqual({ ok: true, value: { hasRecoveryCode: false, generation: 1 } })
})

test('a forgotten passphrase is replaced by the recovery code, and the articles are there', async ({
  colophon,
}) => {
  const { passphrase, code } = await makeLibrary(colophon)
  const locked = await lock(colophon)
  await locked.tryCode('abandon '.repeat(24))
  await expect(locked.codeSentence).toContainText('not the 24 words')
  const next = await locked.recover(code.toUpperCase().replaceAll(' ', '\n'))
  let room = new ReadingRoom(await colophon.screen('library'))
  await expect(room.library.getByRole('option').nth(9)).toBeVisible()
  const again = await lock(colophon)
  await again.unlock(passphrase)
  await expect(again.sentence).toBeVisible()
  await again.unlock(next)
  room = new ReadingRoom(await colophon.screen('library'))
  await expect(room.library.getByRole('option').nth(9)).toBeVisible()
})

test('passphrase and recovery code are changed, and every key made new, in the window', async ({
  colophon,
}) => {
  test.setTimeout(180_000)
  const { passphrase, code } = await makeLibrary(colophon)
  const room = new ReadingRoom(await colophon.screen('library'))
  const keys = new VaultKeys(room.page)
  await colophon.chooseMenu('Passphrase and Recovery…')
  const next = await keys.changePassphrase(passphrase)
  await keys.done('The library has a new passphrase.')
  const newCode = await keys.replaceCode(passphrase)
  await expect(keys.sentence).toContainText('does not open the library')
  await keys.confirm(next)
  await keys.done('The recovery code is changed.')
  await keys.renew(next)
  await colophon.shoot('renewing')
  await expect(room.page.getByRole('dialog')).toContainText('Every key is new.', { timeout: 60_000 })
  await inLooks(colophon, 'renewed')
  await keys.done('Every key is new.')
  await room.page.keyboard.press('Escape')
  await expect(room.library.getByRole('option').nth(9)).toBeVisible()
  await colophon.chooseMenu('Journal')
  await expect(room.page.getByRole('dialog', { name: 'Journal' })).toContainText('Every key made anew')

  await room.page.keyboard.press('Escape')
  const locked = await lock(colophon)
  for (const old of [code, newCode]) {
    await locked.tryCode(old)
    await expect(locked.codeSentence).toContainText('belongs to another library, or was replaced')
    await locked.backToPassphrase()
  }
  await locked.unlock(next)
  const reopened = new ReadingRoom(await colophon.screen('library'))
  await expect(reopened.library.getByRole('option').nth(9)).toBeVisible()
})

test('a renewal of the keys that is stopped leaves the library as it was', async ({ colophon }) => {
  const { passphrase, code } = await makeLibrary(colophon)
  const page = await colophon.screen('library')
  const answers = await page.evaluate(async (secret) => {
    const renewing = window.colophon.keys.renew({ passphrase: secret, recoveryCode: null })
    let stopped = false
    const undo = window.colophon.subscribe('keys:progress', () => {
      if (!stopped) void window.colophon.keys.cancel()
      stopped = true
    })
    const renewed = await renewing
    undo()
    return { renewed, facts: await window.colophon.keys.facts() }
  }, passphrase)
  expect(answers.renewed).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  expect(answers.facts).toMatchObject({ value: { hasRecoveryCode: true, generation: 1 } })
  await expect(new ReadingRoom(page).library.getByRole('option').nth(9)).toBeVisible()
  const locked = await lock(colophon)
  await locked.recover(code)
  await colophon.screen('library')
})

test('the printed kit is the kit and nothing else of the window', async ({ colophon }) => {
  const page = await colophon.screen('first-run')
  const first = new FirstRun(page)
  await first.fill('Paper', await first.offeredWords(), false)
  const kit = new RecoveryKit(page)
  await kit.words()
  await page.evaluate(() => {
    document.documentElement.dataset.printing = 'kit'
  })
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Whoever has this page and the library')).toBeVisible()
  await expect(page.getByRole('button', { name: 'I have them on paper' })).toBeHidden()
  await colophon.shoot('printed-kit')
})
