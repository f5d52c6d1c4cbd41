import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { processTree } from '../tools/console/process-tree.mjs'
import { type Colophon, test } from './fixtures'
import { FirstRun } from './pages/first-run'
import { LockScreen } from './pages/lock-screen'
import { ReadingRoom } from './pages/reading-room'

const CANARY = 'Quillback Harbour ledger'

/** Every name of a file below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
}

/** The process ids of the application's utility processes that run this script of ours. */
function utilities(colophon: Colophon): number[] {
  return processTree(colophon.app.process().pid ?? 0)
    .filter(({ argv }) => argv.includes('--utility-sub-type=node.mojom.NodeService'))
    .map(({ pid }) => pid)
}

test('a crash of the page or of the library locks the vault and leaves nothing behind', async ({
  colophon,
  plan,
}) => {
  let said = ''
  for (const stream of [colophon.app.process().stdout, colophon.app.process().stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  const incoming = plan.folder('incoming')
  writeFileSync(
    join(incoming, 'ledger.txt'),
    `${CANARY}\n\n“It is gone,” said Ana Ruiz, the harbour master.\n`,
    { mode: 0o644 },
  )
  const first = new FirstRun(await colophon.screen('first-run'))
  const passphrase = await first.offeredWords()
  await first.create('Crashes', passphrase, false)
  const openArticle = async () => {
    const room = new ReadingRoom(await colophon.screen('library'))
    await room.open(CANARY)
  }
  await colophon.screen('library')
  await colophon.chooseInDialogs([incoming])
  await colophon.chooseMenu('Import Folder…')
  await openArticle()

  // The page.
  await colophon.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  let lock = new LockScreen(await colophon.screen('locked'))
  expect(utilities(colophon)).toEqual([])
  await lock.unlock(passphrase)
  await openArticle()

  // The library process, which would leave a core of nothing, if any.
  const library = utilities(colophon)
  expect(library.length).toBeGreaterThan(0)
  if (process.platform === 'linux')
    for (const pid of library)
      expect(readFileSync(`/proc/${pid}/coredump_filter`, 'utf8').trim()).toBe('00000000')
  for (const pid of library) process.kill(pid, 'SIGSEGV')
  lock = new LockScreen(await colophon.screen('locked'))
  await lock.unlock(passphrase)
  await openArticle()

  // A bug in main, once in a callback and once in a promise.
  await colophon.app.evaluate((_electron, canary) => {
    setImmediate(() => {
      throw new Error(`planted: ${canary}`)
    })
  }, CANARY)
  lock = new LockScreen(await colophon.screen('locked'))
  await lock.unlock(passphrase)
  await openArticle()
  await colophon.app.evaluate((_electron, canary) => {
    setImmediate(() => void Promise.reject(new Error(`planted: ${canary}`)))
  }, CANARY)
  await colophon.screen('locked')

  expect(said).not.toContain(CANARY)
  expect(said).not.toContain(passphrase)
  const left = ['profile', 'home', 'tmp'].flatMap((name) => filesBelow(plan.folder(name)))
  expect(left.filter((name) => /\.dmp$|\.mdmp$|(^|\/)core(\.\d+)?$/i.test(name))).toEqual([])
})
