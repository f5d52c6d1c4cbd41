import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { Colophon, test } from './fixtures'
import { inLooks } from './looks'
import { FirstRun } from './pages/first-run'
import { LockScreen } from './pages/lock-screen'
import { ReadingRoom } from './pages/reading-room'

const DAY = 24 * 3_600_000

/** Makes a library with the samples in it, and waits until they are all there. */
async function libraryWithSamples(
  colophon: Colophon,
  name: string,
): Promise<{ readonly passphrase: string; readonly code: string }> {
  const first = new FirstRun(await colophon.screen('first-run'))
  const passphrase = await first.offeredWords()
  await first.fill(name, passphrase, true)
  const code = await first.kit.words()
  await first.kit.test(code, 'Make the library')
  const { page } = new ReadingRoom(await colophon.screen('library'))
  await expect(page.getByRole('region', { name: 'Import' })).toContainText(/\d+ files read/)
  return { passphrase, code }
}

/** Runs the built command line on a vault. Returns its exit code and what it said. */
function commandLine(
  args: readonly string[],
  passphrase: string,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join('out', 'main', 'cli.js'), ...args], {
      env: { ...process.env, COLOPHON_PASSPHRASE: passphrase },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        said += text.toString()
      })
    }
    child.on('close', (code) => resolve({ code, said }))
  })
}

test('a person backs the open library up, and restores it from the menu and from the lock screen', async ({
  colophon,
  plan,
}) => {
  test.setTimeout(240_000)
  const { passphrase, code } = await libraryWithSamples(colophon, 'Reports')
  const file = join(plan.folder('backups'), 'Reports.colophon-backup')
  await colophon.saveInDialogs(file)

  await colophon.chooseMenu('Back Up…')
  let page = await colophon.page()
  let dialog = page.getByRole('dialog', { name: 'Back up this library' })
  await expect(dialog).toContainText('This library has no backup yet.')
  await dialog.getByRole('button', { name: 'Choose a place and back up…' }).click()
  await expect(dialog).toContainText('Backed up and verified: 11 articles')
  await inLooks(colophon, 'backed-up')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await colophon.chooseMenu('Back Up…')
  await expect(dialog).toContainText('The last backup was made today.')
  await dialog.getByRole('button', { name: 'Choose a place and back up…' }).click()
  await expect(dialog).toContainText('2 backups are kept in this place.')
  await page.keyboard.press('Escape')
  expect(readdirSync(plan.folder('backups')).sort()).toEqual([
    'Reports.2.colophon-backup',
    'Reports.colophon-backup',
  ])

  await colophon.chooseInDialogs([file])
  await colophon.chooseMenu('Restore from Backup…')
  dialog = page.getByRole('dialog', { name: 'Restore from a backup' })
  await dialog.getByRole('button', { name: 'Choose a backup…' }).click()
  await dialog.getByLabel('Passphrase of that time').fill('not the words')
  await dialog.getByRole('button', { name: 'Rehearse only' }).click()
  await expect(dialog.getByRole('alert')).toContainText('does not open the library')
  await inLooks(colophon, 'restore-refused')
  await dialog.getByLabel('Passphrase of that time').fill(passphrase)
  await dialog.getByRole('button', { name: 'Rehearse only' }).click()
  await expect(dialog).toContainText('11 articles with 0 notes would be restored')
  await inLooks(colophon, 'rehearsed')
  expect(readdirSync(plan.folder('vaults'))).toEqual(['Reports.colophon'])
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(dialog).toContainText('Restored as “Reports (2)”: 11 articles')
  await inLooks(colophon, 'restored')
  await dialog.getByRole('button', { name: 'Go to the restored library' }).click()

  page = await colophon.screen('locked')
  await expect(page.getByRole('heading', { name: 'Reports (2)' })).toBeVisible()
  await page.getByRole('button', { name: 'Restore from a backup…' }).click()
  dialog = page.getByRole('dialog', { name: 'Restore from a backup' })
  await dialog.getByRole('button', { name: 'Choose a backup…' }).click()
  await dialog.getByRole('button', { name: 'Use the recovery code instead' }).click()
  await dialog.getByLabel('Recovery code of that time').fill(code)
  await inLooks(colophon, 'restore-by-code')
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(dialog).toContainText('Restored as “Reports (3)”: 11 articles')
  await inLooks(colophon, 'restored-by-code')
  await dialog.getByRole('button', { name: 'Go to the restored library' }).click()
  await expect(page.getByRole('heading', { name: 'Reports (3)' })).toBeVisible()
  await new LockScreen(page).recover(code)
  const room = new ReadingRoom(await colophon.screen('library'))
  await expect(room.library.getByRole('option').nth(9)).toBeVisible()
})

test('a library that was not backed up for a month says so when it is unlocked', async ({ colophon }) => {
  const { passphrase } = await libraryWithSamples(colophon, 'Reminded')
  const unlockAfter = async (days: number) => {
    await colophon.chooseMenu('Lock')
    const page = await colophon.screen('locked')
    await page.clock.setFixedTime(Date.now() + days * DAY)
    await new LockScreen(page).unlock(passphrase)
    return new ReadingRoom(await colophon.screen('library'))
  }
  const reminder = (room: ReadingRoom) => room.page.getByText('This library has no backup yet.')
  let room = await unlockAfter(3)
  await expect(room.library.getByRole('option').nth(9)).toBeVisible()
  await expect(reminder(room)).toBeHidden()
  room = await unlockAfter(40)
  // Under the pointer it stays.
  await reminder(room).hover()
  await inLooks(colophon, 'reminder')
  await room.page.getByRole('button', { name: 'Back up…' }).click()
  await expect(room.page.getByRole('dialog', { name: 'Back up this library' })).toBeVisible()
})

test('a second start brings the first window forward, and another program is told that the library is open', async ({
  colophon,
  plan,
}) => {
  const { passphrase } = await libraryWithSamples(colophon, 'Once')
  await colophon.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const focus = window?.focus.bind(window)
    if (window !== undefined) {
      window.focus = () => {
        window.setTitle('asked forward')
        focus?.()
      }
    }
  })
  const second = spawn(
    plan.executablePath,
    [...plan.args, `--user-data-dir=${plan.folder('profile')}`, ...(plan.sandbox ? [] : ['--no-sandbox'])],
    { env: { ...plan.env, COLOPHON_VAULT_DIR: plan.folder('vaults') }, stdio: 'ignore' },
  )
  expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0)
  const titles = () =>
    colophon.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.getTitle()),
    )
  await expect.poll(titles).toEqual(['asked forward'])

  const vault = join(plan.folder('vaults'), 'Once.colophon')
  const refused = await commandLine(['list', vault], passphrase)
  expect(refused).toEqual({
    code: 1,
    said: 'This library is already open in another program or window. Close it there, then try again.\n',
  })
  const room = new ReadingRoom(await colophon.screen('library'))
  await expect(room.library.getByRole('option').nth(9)).toBeVisible()
})

test('a program that is killed leaves a lock that is no obstacle, and nothing is lost', async ({ plan }) => {
  test.setTimeout(240_000)
  const pictures = join('out', 'e2e', 'pictures', 'killed')
  const first = await Colophon.start(plan, pictures)
  const { passphrase } = await libraryWithSamples(first, 'Killed')
  const vault = join(plan.folder('vaults'), 'Killed.colophon')
  const running = first.app.process()
  const ended = new Promise((resolve) => running.once('exit', resolve))
  running.kill('SIGKILL')
  await ended
  expect(statSync(join(vault, 'in-use.json')).isFile()).toBe(true)

  const again = await Colophon.start(plan, pictures)
  await new LockScreen(await again.screen('locked')).unlock(passphrase)
  const room = new ReadingRoom(await again.screen('library'))
  await expect(room.library.getByRole('option').nth(9)).toBeVisible()
  await again.quit()
  expect(readdirSync(vault)).not.toContain('in-use.json')
  const listed = await commandLine(['list', vault, '--jsonl'], passphrase)
  expect(listed.said.trim().split('\n')).toHaveLength(11)
})
