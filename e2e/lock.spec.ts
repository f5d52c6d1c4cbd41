import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { processTree } from '../tools/console/process-tree.mjs'
import { type Colophon, test } from './fixtures'
import { FirstRun } from './pages/first-run'
import { LockScreen } from './pages/lock-screen'
import { ReadingRoom } from './pages/reading-room'

/** What SECURITY.md promises, and what a machine that runs other tests beside this one is given on top: ms. */
const PROMISED = 2000
const BUSY_MACHINE = 8000

const ARTICLE = [
  'Lamp oil runs short in Ostrel',
  '',
  '“We have oil for nine days,” said Marta Quill, who keeps the store at the harbour of Ostrel, on Friday.',
  '',
].join('\n')

/** A library with one article, open. Returns its passphrase. */
async function openLibrary(colophon: Colophon, folder: string): Promise<string> {
  writeFileSync(join(folder, 'oil.txt'), ARTICLE)
  const first = new FirstRun(await colophon.screen('first-run'))
  const passphrase = await first.offeredWords()
  await first.create('Lock', passphrase, false)
  const room = new ReadingRoom(await colophon.screen('library'))
  await colophon.chooseInDialogs([folder])
  await colophon.chooseMenu('Import Folder…')
  await room.open(/Lamp oil/)
  return passphrase
}

/** The process ids of the library and parser processes. */
function keyHolders(colophon: Colophon): number[] {
  return processTree(colophon.app.process().pid ?? 0)
    .filter(({ argv }) => argv.some((word) => word.includes('node.mojom.NodeService')))
    .map(({ pid }) => pid)
}

/** The process that draws pages. */
function renderers(colophon: Colophon): number[] {
  return processTree(colophon.app.process().pid ?? 0)
    .filter(({ argv }) => argv.includes('--type=renderer'))
    .map(({ pid }) => pid)
}

/** Waits until none of the processes is there any longer; how long that took since `from`: ms. */
async function untilGone(pids: readonly number[], from: number): Promise<number> {
  const isThere = (pid: number) => processTree(pid).length > 0
  while (pids.some(isThere)) {
    if (performance.now() - from > PROMISED + BUSY_MACHINE) throw new Error('the processes are still there')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return performance.now() - from
}

/** Ways to lock, each as far as it can be driven from outside. */
const TRIGGERS: Readonly<Record<string, (colophon: Colophon) => Promise<unknown>>> = {
  'the lock key': async (colophon) => (await colophon.page()).keyboard.press('Control+l'),
  'the menu': (colophon) => colophon.chooseMenu('Lock'),
  'the machine going to sleep': (colophon) =>
    colophon.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
  'its screen being locked': (colophon) =>
    colophon.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen')),
  'nobody having been here for the chosen minutes by the clock': (colophon) =>
    colophon.app.evaluate(() => {
      // Six minutes pass at once, as they do for a machine that slept through them.
      const { now } = Date
      Date.now = () => now() + 6 * 60_000
    }),
  'the library process being lost': (colophon) => {
    for (const pid of keyHolders(colophon)) process.kill(pid, 'SIGKILL')
    return Promise.resolve()
  },
}

for (const [name, trigger] of Object.entries(TRIGGERS)) {
  test(`${name} locks: the library process and the page end, and the passphrase opens it again`, async ({
    colophon,
    plan,
  }) => {
    const passphrase = await openLibrary(colophon, plan.folder('incoming'))
    const before = [...keyHolders(colophon), ...renderers(colophon)]
    expect(keyHolders(colophon).length).toBeGreaterThan(0)
    const began = performance.now()
    await trigger(colophon).catch(() => undefined)
    const took = await untilGone(before, began)
    test.info().annotations.push({ type: 'locked after', description: `${Math.round(took)} ms` })
    const page = await colophon.screen('locked')
    expect(keyHolders(colophon)).toEqual([])
    await new LockScreen(page).unlock(passphrase)
    const room = new ReadingRoom(await colophon.screen('library'))
    await expect(room.row(/Lamp oil/)).toBeVisible()
  })
}

test('closing the last window ends everything, and keeps what was being typed', async ({ plan }, info) => {
  const { Colophon: Application } = await import('./fixtures')
  const pictures = join('out', 'e2e', 'pictures', 'closing')
  const first = await Application.start(plan, pictures)
  const passphrase = await openLibrary(first, plan.folder('incoming'))
  await typeNote(first, 'written with the last breath')
  const pids = processTree(first.app.process().pid ?? 0).map(({ pid }) => pid)
  const began = performance.now()
  await first.app
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    .catch(() => undefined)
  const took = await untilGone(pids, began)
  info.annotations.push({ type: 'ended after', description: `${Math.round(took)} ms` })

  const second = await Application.start(plan, pictures)
  await new LockScreen(await second.screen('locked')).unlock(passphrase)
  await expectNote(second, 'written with the last breath')
  await second.quit()
})

test('a note that is being typed is kept by a lock', async ({ colophon, plan }) => {
  const passphrase = await openLibrary(colophon, plan.folder('incoming'))
  await typeNote(colophon, 'half a thought about the oil')
  await colophon.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
  await new LockScreen(await colophon.screen('locked')).unlock(passphrase)
  await expectNote(colophon, 'half a thought about the oil')
})

test('what was copied leaves the clipboard at the lock, unless somebody else has put something there', async ({
  colophon,
  plan,
}) => {
  const passphrase = await openLibrary(colophon, plan.folder('incoming'))
  let room = new ReadingRoom(await colophon.screen('library'))
  const copied = () => colophon.app.evaluate(({ clipboard }) => clipboard.readText())
  await room.select('nine days')
  await room.page.keyboard.press('Control+c')
  await expect.poll(copied).toBe('nine days')
  await colophon.chooseMenu('Lock')
  const lock = new LockScreen(await colophon.screen('locked'))
  await expect.poll(copied).toBe('')

  await lock.unlock(passphrase)
  room = new ReadingRoom(await colophon.screen('library'))
  await room.open(/Lamp oil/)
  await room.select('nine days')
  await room.page.keyboard.press('Control+c')
  await expect.poll(copied).toBe('nine days')
  await colophon.app.evaluate(({ clipboard }) => clipboard.writeText('of another program'))
  await colophon.chooseMenu('Lock')
  await colophon.screen('locked')
  expect(await copied()).toBe('of another program')
})

test('what was copied leaves the clipboard after ten seconds', async ({ colophon, plan }) => {
  await openLibrary(colophon, plan.folder('incoming'))
  const room = new ReadingRoom(await colophon.screen('library'))
  const copied = () => colophon.app.evaluate(({ clipboard }) => clipboard.readText())
  await room.select('nine days')
  await room.page.keyboard.press('Control+c')
  await expect.poll(copied).toBe('nine days')
  await expect.poll(copied, { timeout: 10_000 + BUSY_MACHINE }).toBe('')
})

test('the window is covered while another is in front, for those who asked for it', async ({
  colophon,
  plan,
}) => {
  await openLibrary(colophon, plan.folder('incoming'))
  const page = await colophon.screen('library')
  const cover = page.locator('[data-privacy-cover]')
  const leave = () => page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await leave()
  await expect(cover).toBeHidden()
  for (const look of [
    { theme: 'light', locale: 'en', coverWhenAway: true },
    { theme: 'dark', locale: 'ko', coverWhenAway: true },
  ] as const) {
    await page.evaluate((wanted) => window.colophon.settings.change(wanted), look)
    await leave()
    await expect(cover).toBeVisible()
    await colophon.shoot(`covered-${look.theme}-${look.locale}`)
  }
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(cover).toBeHidden()
})

/** Marks words, opens the note and types into it; the lock that follows comes before the editor's own rest. */
async function typeNote(colophon: Colophon, words: string): Promise<void> {
  const room = new ReadingRoom(await colophon.screen('library'))
  await room.select('nine days')
  await room.page.keyboard.press('Alt+3')
  await room.page.getByLabel('Note, in Markdown').fill(words)
}

async function expectNote(colophon: Colophon, words: string): Promise<void> {
  const room = new ReadingRoom(await colophon.screen('library'))
  await room.open(/Lamp oil/)
  await room.tab('Notes')
  await expect(room.card(/nine days/)).toContainText(words)
}
