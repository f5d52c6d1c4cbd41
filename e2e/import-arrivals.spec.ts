import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { processTree } from '../tools/console/process-tree.mjs'
import { type Colophon, test } from './fixtures'
import { newLibrary, panelOf, writeMany } from './importing'
import { LockScreen } from './pages/lock-screen'

/** Drags files and folders over the window and drops them, as the system does: the page is given paths, and no test's own event. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
  await session.detach()
}

test('several files and folders that are dropped together become their articles', async ({
  colophon,
  plan,
}) => {
  const folder = plan.folder('incoming')
  writeMany(join(folder, 'one'), { files: 2 })
  writeMany(join(folder, 'more/deep'), { files: 5 })
  const { room } = await newLibrary(colophon)
  await drop(room.page, [
    join(folder, 'one', 'report 00001.txt'),
    join(folder, 'one', 'report 00002.txt'),
    join(folder, 'more'),
  ])
  const panel = panelOf(room.page)
  await expect(panel.getByRole('heading')).toContainText('7 files read')
  // The same bytes may come from two folders.
  await expect(panel).toContainText('already there')
  await expect(room.library.getByRole('option').first()).toBeVisible()
})

/** A picture of one grey dot, with enough bytes behind it to be worth showing. */
const PICTURE = Buffer.concat([
  Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
  Buffer.alloc(500),
])

test('a picture beside a dropped clipping is asked for and shown', async ({ colophon, plan }) => {
  const folder = join(plan.folder('incoming'), 'clippings')
  mkdirSync(join(folder, 'img'), { recursive: true })
  writeFileSync(join(folder, 'img', 'quay.gif'), PICTURE)
  const text = 'The quay of Ellin was repaved on Monday, the harbour master said.'
  writeFileSync(
    join(folder, 'quay.md'),
    `---\ntitle: Quay repaved\n---\n\n${text}\n\n![The quay](img/quay.gif)\n`,
  )
  const { room } = await newLibrary(colophon)
  await drop(room.page, [folder])
  await room.open(/Quay repaved/)
  await expect(room.page.getByRole('img', { name: 'The quay' })).toBeVisible()
})

/** The process ids of the application's utility processes: the library's, and its parsers'. */
function utilities(colophon: Colophon): number[] {
  return processTree(colophon.app.process().pid ?? 0)
    .filter(({ argv }) => argv.includes('--utility-sub-type=node.mojom.NodeService'))
    .map(({ pid }) => pid)
}

test('a crash in the middle of an import loses no article that the panel had told of, and it goes on', async ({
  colophon,
  plan,
}) => {
  test.setTimeout(240_000)
  const files = 1_200
  const folder = join(plan.folder('incoming'), 'many')
  writeMany(folder, { files })
  const { room, passphrase } = await newLibrary(colophon)
  const panel = panelOf(room.page)
  await colophon.chooseInDialogs([folder])
  await colophon.chooseMenu('Import Folder…')
  await expect(panel).toContainText(/imported\s*\d{2}/, { timeout: 120_000 })
  const told = Number(/imported\s*([\d,]+)/.exec((await panel.textContent()) ?? '')?.[1]?.replace(',', ''))
  for (const pid of utilities(colophon)) process.kill(pid, 'SIGKILL')

  await new LockScreen(await colophon.screen('locked')).unlock(passphrase)
  const page = await colophon.screen('library')
  await expect(panelOf(page)).toContainText('An import was interrupted')
  const kept = await page.evaluate(async () => {
    const answer = await window.colophon.articles.list({ after: null, limit: 1 })
    return answer.ok ? answer.value.total : 0
  })
  expect(kept).toBeGreaterThanOrEqual(told)
  expect(kept).toBeLessThan(files)
  await panelOf(page).getByRole('button', { name: 'Go on importing' }).click()
  const read = panelOf(page).getByRole('heading')
  await expect(read).toContainText(`${files.toLocaleString('en')} files read`, { timeout: 180_000 })
  await expect(panelOf(page)).toContainText('already there')
})
