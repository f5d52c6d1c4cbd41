import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type Colophon, test } from './fixtures'
import { EMPTY_EVERY, newLibrary, panelOf, writeMany } from './importing'
import { checkLook, dress, inLooks, LOOKS, TWO, TWO_BY_TWO } from './looks'
import { LockScreen } from './pages/lock-screen'

/** Enough that work which grows with what came before would show. */
const FILES = 5_000
/**
 * So many of them are articles of their own, the others say the same bytes again: those are told without being parsed, so that
 * the panel hears of more files a second than any parser makes. `COLOPHON_IMPORT_DISTINCT=5000` makes all of them different.
 */
const DISTINCT = Number(process.env.COLOPHON_IMPORT_DISTINCT ?? 300)

/** Begins to watch how smoothly the page draws. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { gaps: [] as number[], longTasks: [] as number[] }
    Reflect.set(window, 'seenFrames', seen)
    let last = performance.now()
    const frame = (now: number) => {
      seen.gaps.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longTasks.push(entry.duration)
    }).observe({ type: 'longtask' })
  })
}

/** What came before was not the import alone: its folder was walked and the panel opened. */
async function forgetFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { gaps, longTasks } = Reflect.get(window, 'seenFrames')
    gaps.length = 0
    longTasks.length = 0
  })
}

async function frames(page: Page): Promise<{ gaps: number[]; longTasks: number[] }> {
  return page.evaluate(() => Reflect.get(window, 'seenFrames'))
}

/** Begins to watch how long the main process is away from its messages. */
async function watchMain(colophon: Colophon): Promise<void> {
  await colophon.app.evaluate(() => {
    const stalls: number[] = []
    Reflect.set(globalThis, 'seenStalls', stalls)
    let last = performance.now()
    setInterval(() => {
      const now = performance.now()
      stalls.push(now - last - 10)
      last = now
    }, 10)
  })
}

async function forgetStalls(colophon: Colophon): Promise<void> {
  await colophon.app.evaluate(() => {
    Reflect.get(globalThis, 'seenStalls').length = 0
  })
}

async function mainStalls(colophon: Colophon): Promise<number[]> {
  return colophon.app.evaluate(() => Reflect.get(globalThis, 'seenStalls'))
}

/** The value below which `share` of the sorted values lie, in ms. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
}

test('thousands of files: pace, pause, refused ones, a report, and a window that goes on drawing', async ({
  colophon,
  plan,
}, info) => {
  test.setTimeout(300_000)
  const folder = join(plan.folder('incoming'), 'many')
  writeMany(folder, { files: FILES, distinct: DISTINCT })
  const refused = Math.floor(FILES / EMPTY_EVERY)
  const { room } = await newLibrary(colophon)
  const panel = panelOf(room.page)
  await watchFrames(room.page)
  await watchMain(colophon)
  await colophon.chooseInDialogs([folder])
  await colophon.chooseMenu('Import Folder…')
  await panel.getByRole('button', { name: 'Show each file' }).click()
  await panel.getByRole('button', { name: 'Pause' }).click()
  await expect(panel).toContainText(`of ${FILES.toLocaleString('en')}`)
  await expect(panel.getByRole('heading')).toContainText('Paused')
  await colophon.shoot('paused')
  await panel.getByRole('button', { name: 'Go on' }).click()
  await expect(panel).toContainText('articles a second')
  await expect(panel).toContainText(/refused\s*[1-9]/, { timeout: 120_000 })
  await forgetFrames(room.page)
  await forgetStalls(colophon)
  await expect(panel.getByRole('heading')).toContainText('files read', { timeout: 240_000 })

  const stalls = await mainStalls(colophon)
  const { gaps, longTasks } = await frames(room.page)
  const figures = {
    files: FILES,
    frames: gaps.length,
    median: quantile(gaps, 0.5),
    p95: quantile(gaps, 0.95),
    p99: quantile(gaps, 0.99),
    longestGap: Math.round(Math.max(0, ...gaps)),
    longTasks: longTasks.length,
    longest: Math.round(Math.max(0, ...longTasks)),
    mainStall: Math.round(Math.max(0, ...stalls)),
  }
  info.annotations.push({ type: 'frames', description: JSON.stringify(figures) })
  console.log(`gaps between frames, and stalls of main, in ms while importing: ${JSON.stringify(figures)}`)

  await expect(panel).toContainText(new RegExp(`refused\\s*${refused}`))
  // Only what is in sight is drawn, however many there are.
  expect(await panel.getByRole('listitem').count()).toBeLessThan(60)
  await panel.getByRole('button', { name: 'Refused only' }).click()
  await expect(panel.getByRole('listitem').filter({ hasText: 'imported' })).toHaveCount(0)
  await inLooks(colophon, 'finished', TWO_BY_TWO)

  const report = join(plan.folder('exported'), 'report.csv')
  await colophon.saveInDialogs(report)
  await panel.getByRole('button', { name: 'Save report…' }).click()
  await expect(room.page.getByText('report.csv was written.')).toBeVisible()
  expect(existsSync(report)).toBe(true)
  expect(readFileSync(report, 'utf8').trim().split('\r\n')).toHaveLength(FILES + 1)

  writeFileSync(join(folder, `report ${String(EMPTY_EVERY).padStart(5, '0')}.txt`), 'Boat 50 came back.\n')
  await panel.getByRole('button', { name: 'Retry the refused' }).click()
  await expect(panel).toContainText(/imported\s*1(?!\d)/)
})

test('an import at work and at rest, in every look', async ({ colophon, plan }) => {
  test.setTimeout(300_000)
  const folder = join(plan.folder('incoming'), 'many')
  writeMany(folder, { files: FILES })
  const { room } = await newLibrary(colophon)
  const panel = panelOf(room.page)
  await colophon.chooseInDialogs([folder])
  await colophon.chooseMenu('Import Folder…')
  await panel.getByRole('button', { name: 'Show each file' }).click()
  await expect(panel).toContainText(/refused\s*[1-9]/, { timeout: 120_000 })
  // Pictures alone: on a fast machine the import ends before accessibility has been looked at, which the pause waits for.
  for (const look of TWO) {
    await dress(room.page, look)
    await colophon.shoot(`running-${look.theme}-${look.locale}`)
  }
  await dress(room.page, LOOKS.light)
  await panel.getByRole('button', { name: 'Pause' }).click()
  await expect(panel.getByRole('heading')).toContainText('Paused')
  await inLooks(colophon, 'paused', TWO_BY_TWO)
  await panel.getByRole('button', { name: 'Stop' }).click()
  await expect(panel.getByRole('heading')).toContainText('Stopped')
})

test('an import that a lock interrupts is offered at the next unlock and loses nothing', async ({
  colophon,
  plan,
}) => {
  const folder = join(plan.folder('incoming'), 'many')
  writeMany(folder, { files: 40 })
  const { room, passphrase } = await newLibrary(colophon)
  await room.page.evaluate(() => window.colophon.importing.pause({ paused: true }))
  await colophon.chooseInDialogs([folder])
  await colophon.chooseMenu('Import Folder…')
  await expect(panelOf(room.page)).toContainText('of 40')
  await colophon.chooseMenu('Lock')
  await new LockScreen(await colophon.screen('locked')).unlock(passphrase)
  const page = await colophon.screen('library')
  await expect(panelOf(page)).toContainText('An import was interrupted')
  await checkLook(colophon, 'interrupted', LOOKS.light)
  await panelOf(page).getByRole('button', { name: 'Go on importing' }).press('Enter')
  await expect(panelOf(page).getByRole('heading')).toContainText('40 files read', { timeout: 60_000 })
})

test('the clipboard and a dropped selection become articles; a copy can be set apart', async ({
  colophon,
  plan,
}) => {
  const { room } = await newLibrary(colophon)
  const panel = panelOf(room.page)
  const copy = (copied: { html?: string; text: string }) =>
    // The test runtime's clipboard takes an object; the newer types know of another form.
    colophon.app.evaluate(({ clipboard }, what) => Reflect.apply(clipboard.write, clipboard, [what]), copied)
  await copy({
    html: '<h1>Quay repaved</h1><p>The quay of Ellin was repaved on Monday, the harbour master said. It took nine hours.</p>',
    text: 'Quay repaved',
  })
  await room.page.keyboard.press('Control+Shift+V')
  await expect(room.row(/Quay repaved/)).toBeVisible()
  await copy({ text: 'A plain line about the lighthouse of Ellin.' })
  await colophon.chooseMenu('Import from Clipboard')
  await expect(room.row(/A plain line/)).toBeVisible()

  // Where somebody is typing the words are not pasted, but imported.
  await copy({ text: 'Another line about the mole.' })
  await room.page.getByRole('textbox', { name: 'Search the library' }).focus()
  await room.page.keyboard.press('Control+Shift+V')
  await expect(room.row(/Another line/)).toBeVisible()
  await expect(room.page.getByRole('textbox', { name: 'Search the library' })).toHaveValue('')

  await room.page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('text/html', '<p>Words that were dragged from another window.</p>')
    for (const type of ['dragenter', 'dragover', 'drop']) {
      window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }
  })
  await expect(room.row(/Words that were dragged/)).toBeVisible()

  const file = join(plan.folder('incoming'), 'twice.txt')
  writeFileSync(file, 'Twice told\n\nThe same bytes, twice.\n')
  await colophon.chooseInDialogs([file])
  await colophon.chooseMenu('Import Files…')
  await expect(room.row(/Twice told/)).toHaveCount(1)
  await colophon.chooseMenu('Import Files…')
  await expect(panel).toContainText('already there')
  await panel.getByRole('button', { name: 'Show each file' }).click()
  await checkLook(colophon, 'set-apart', LOOKS.light)
  await panel.getByRole('button', { name: 'Make twice.txt an article of its own' }).press('Enter')
  await expect(room.row(/Twice told/)).toHaveCount(2)
})
