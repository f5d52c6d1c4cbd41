import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures'
import { FirstRun } from './pages/first-run'
import { LockScreen } from './pages/lock-screen'
import { ReadingRoom } from './pages/reading-room'

const SEEDS = join('..', 'shared', 'seeds')
const SEED = existsSync(SEEDS) ? readdirSync(SEEDS).find((name) => name.endsWith('.txt')) : undefined

test('a person creates a library, reads the seed beside its sources, annotates, exports, locks and comes back', async ({
  colophon,
  plan,
}) => {
  test.skip(SEED === undefined, 'the seed article lies in ../shared/seeds, which is absent here')
  const folder = plan.folder('incoming')
  copyFileSync(join(SEEDS, SEED ?? ''), join(folder, 'report.txt'))
  const out = plan.folder('exported')

  // Create
  const first = new FirstRun(await colophon.screen('first-run'))
  const passphrase = await first.offeredWords()
  expect(passphrase.split(' ')).toHaveLength(6)
  await colophon.shoot('first-run')
  await first.create('Border reports', passphrase, true)
  let room = new ReadingRoom(await colophon.screen('library'))
  await expect(room.library.getByRole('option').first()).toBeVisible()
  await colophon.shoot('library-with-samples')

  // Import
  await colophon.chooseInDialogs([join(folder, 'report.txt')])
  await colophon.chooseMenu('Import Files…')
  await expect(room.page.getByRole('region', { name: 'Import' })).toContainText('imported')
  await room.open(/Chinese anti-espionage/)
  await colophon.shoot('seed-sources')

  // Read beside sources
  const source = room.card(/a source/)
  await expect(source).toContainText('for security reasons')
  await expect(source).toContainText('Daily NK')
  await source.getByRole('button', { name: /a source/ }).click()
  await expect(source).toContainText('2 statements')
  await room.page.keyboard.press('n')
  await colophon.shoot('seed-first-statement')
  await room.page.keyboard.press('n')
  await colophon.shoot('seed-second-statement')
  await expect(room.colophon).toContainText('No source given')

  // Read beside credits
  await room.tab('Credits')
  await expect(room.colophon).toContainText('Rose Adams')
  await expect(room.colophon).toContainText('Robert Lauler')
  await expect(room.colophon).toContainText(/no byline/i)
  await colophon.shoot('seed-credits')

  // Annotate
  await room.select('chilling effect')
  await room.page.keyboard.press('Alt+3')
  await room.page.getByLabel('Note, in Markdown').fill('Compare with the **July** text.')
  await room.page.getByLabel('Add a tag').fill('law')
  await room.page.keyboard.press('Enter')
  await colophon.shoot('seed-note')
  await room.page.getByRole('button', { name: 'Done' }).click()
  await expect(room.card(/chilling effect/)).toContainText('Compare with the July text.')

  // Search
  await room.search('CCTV')
  await expect(room.library.getByRole('option')).toHaveCount(1)
  await colophon.shoot('search')
  await room.search('')

  // Export
  await colophon.chooseInDialogs([out])
  await colophon.chooseMenu('Export…')
  const dialog = room.page.getByRole('dialog')
  await expect(dialog).toContainText('Rose Adams')
  await colophon.shoot('export-preview')
  await dialog.getByRole('button', { name: 'Choose a folder and write' }).click()
  await expect(dialog).toContainText('One file was written.')
  await colophon.shoot('export-done')
  const [exported = ''] = readdirSync(out)
  const markdown = readFileSync(join(out, exported), 'utf8')
  expect(markdown).toContain('==chilling effect==')
  expect(markdown).toContain('Compare with the **July** text.')
  expect(markdown).toMatch(/translator:\s+- "?Rose Adams/)
  await room.page.keyboard.press('Escape')

  // Lock, wrong passphrase, unlock
  await colophon.chooseMenu('Lock')
  let lock = new LockScreen(await colophon.screen('locked'))
  await colophon.shoot('locked')
  await lock.unlock('not the six words at all')
  await expect(lock.sentence).toBeVisible()
  await colophon.shoot('wrong-passphrase')
  lock = new LockScreen(await colophon.screen('locked'))
  await lock.unlock(passphrase)
  room = new ReadingRoom(await colophon.screen('library'))
  await room.open(/Chinese anti-espionage/)
  await room.tab('Notes')
  await expect(room.card(/chilling effect/)).toContainText('Compare with the July text.')
  await colophon.shoot('note-is-there')
})

test('bad files are refused with a sentence, and the good one beside them is kept', async ({
  colophon,
  plan,
}) => {
  const folder = plan.folder('incoming')
  mkdirSync(folder, { recursive: true })
  const { writeFileSync } = await import('node:fs')
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(
    join(folder, 'binary.txt'),
    Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 37) % 256)),
  )
  writeFileSync(
    join(folder, 'good.txt'),
    'Harbour reopens\n\n“The crane is back,” said Ana Ruiz, the harbour master of Puerto Claro, on Monday.\n',
  )
  const first = new FirstRun(await colophon.screen('first-run'))
  await first.create('Bad files', await first.offeredWords(), false)
  const room = new ReadingRoom(await colophon.screen('library'))
  await colophon.shoot('empty-library')
  await colophon.chooseInDialogs([folder])
  await colophon.chooseMenu('Import Folder…')
  const panel = room.page.getByRole('region', { name: 'Import' })
  await expect(panel).toContainText(/refused\s*2/)
  await room.open(/Harbour reopens/)
  await expect(room.card(/Ana Ruiz/)).toBeVisible()
  await colophon.shoot('refused-files')
})
