import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { BOMBS } from '../electron/ingest/testing/bombs/all-bombs'
import { test } from './fixtures'
import { FirstRun } from './pages/first-run'
import { ReadingRoom } from './pages/reading-room'

/** The window and the main process are asked so often whether they still answer, milliseconds. */
const TICK = 10
/** A stall that a person notices (SECURITY.md), and one that no busy machine explains. */
const NOTICED = 200
const UNEXPLAINED = 2_000

/** Those that `npm test` throws at the parser alone, and are thrown here at the whole application. */
const QUICK = BOMBS.filter((bomb) => bomb.quick)

test('neither the window nor the main process stalls while bombs are read', async ({
  colophon,
  plan,
}, info) => {
  test.setTimeout(300_000)
  const folder = join(plan.folder('incoming'), 'bombs')
  mkdirSync(folder, { recursive: true })
  for (const [index, bomb] of QUICK.entries()) {
    writeFileSync(join(folder, `${String(index).padStart(2, '0')} ${bomb.fileName}`), await bomb.make())
  }
  writeFileSync(
    join(folder, 'zz.txt'),
    'The file behind them\n\nThe harbour was closed on Monday, said Ana Ruiz.\n',
  )
  const first = new FirstRun(await colophon.screen('first-run'))
  await first.create('Bombs', await first.offeredWords(), false)
  const room = new ReadingRoom(await colophon.screen('library'))

  await room.page.evaluate(() => {
    const gaps: number[] = []
    Reflect.set(window, 'frameGaps', gaps)
    let last = performance.now()
    const frame = (now: number) => {
      gaps.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  await colophon.app.evaluate((_, tick) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const delay = monitorEventLoopDelay({ resolution: tick })
    delay.enable()
    Reflect.set(globalThis, 'loopDelay', delay)
  }, TICK)
  await colophon.chooseInDialogs([folder])
  await colophon.chooseMenu('Import Folder…')
  const panel = room.page.getByRole('region', { name: 'Import' })
  await expect(panel.getByRole('heading')).toContainText('files read', { timeout: 240_000 })
  await expect(room.row('The file behind them')).toBeVisible()

  const gaps = (await room.page.evaluate(() => Reflect.get(window, 'frameGaps') as number[])).sort(
    (a, b) => a - b,
  )
  const main = await colophon.app.evaluate(() => {
    const delay = Reflect.get(globalThis, 'loopDelay') as { max: number; percentile(share: number): number }
    return { p99: Math.round(delay.percentile(99) / 1e6), longest: Math.round(delay.max / 1e6) }
  })
  const page = {
    p99: Math.round(gaps[Math.floor(gaps.length * 0.99)] ?? 0),
    longest: Math.round(gaps.at(-1) ?? 0),
  }
  const figures = JSON.stringify({ bombs: QUICK.length, frames: gaps.length, page, main })
  info.annotations.push({ type: 'stalls', description: figures })
  console.log(`stalls in ms while bombs are read: ${figures}`)
  for (const { p99, longest } of [page, main]) {
    expect(p99).toBeLessThan(NOTICED)
    expect(longest).toBeLessThan(UNEXPLAINED)
  }
  await colophon.shoot('bombs')
})
