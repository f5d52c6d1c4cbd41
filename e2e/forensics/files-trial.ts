import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { LaunchPlan } from '../../tools/as-user/launch-plan.mjs'
import { processTree } from '../../tools/console/process-tree.mjs'
import { canariesOf } from '../../tools/forensics/canaries.mjs'
import { needlesOf } from '../../tools/forensics/encodings.mjs'
import { type FileFind, filesBelow, scanFiles } from '../../tools/forensics/files.mjs'
import { Colophon } from '../fixtures'
import { LockScreen } from '../pages/lock-screen'
import { ReadingRoom } from '../pages/reading-room'
import { notAllowedIn } from './profile-allow-list'
import { makeVault } from './session'

/** Canaries of one article: title, body, source, file name, description of a picture (EXIF), note, tag, pasted, searched. */
const PER_ARTICLE = 9
/** In the names of a file that is refused and of one that is not there. */
const IN_ERRORS = 2

/** Where an ordinary program may write, besides the plan's own folder. */
const SHARED_PLACES = ['/tmp', '/var/tmp', '/dev/shm', '/run', '/var/lib/colophon-reader']

export type Ending = 'lock' | 'renderer crash' | 'kill -9' | 'quit'

export type FilesTrial = {
  readonly canaries: number
  /** Files looked into, for each ending. */
  readonly looked: Readonly<Record<string, number>>
  readonly finds: readonly (FileFind & { readonly ending: Ending })[]
  /** What the application said on its outputs. */
  readonly said: string
  /** What stands in the profile after the last ending, and may not. */
  readonly notAllowed: readonly string[]
}

/** Whole sessions with canaries in everything, each ended in another way; after each, every file that was written. */
export async function filesTrial(plan: LaunchPlan, seed: number, articles: number): Promise<FilesTrial> {
  const count = 1 + articles * PER_ARTICLE + IN_ERRORS
  const { mark, words } = canariesOf(seed, count)
  const needles = needlesOf('canary', mark)
  makeVault(plan, seed)
  const incoming = plan.folder('incoming')
  const moment = join(plan.folder('moment'), 'began')
  writeFileSync(moment, '')
  const looked: Record<string, number> = {}
  const finds: (FileFind & { ending: Ending })[] = []
  let said = ''

  const start = async () => {
    const colophon = await Colophon.start(plan, join('out', 'e2e', 'pictures', 'forensics'), {
      COLOPHON_LOG: '1',
    })
    for (const output of [colophon.app.process().stdout, colophon.app.process().stderr])
      output?.on('data', (bytes) => {
        said += String(bytes)
      })
    await new LockScreen(await colophon.screen('locked')).unlock(words[0] ?? '')
    return colophon
  }
  const look = (ending: Ending) => {
    const own = join(incoming, '..')
    const written = filesBelow([own, ...SHARED_PLACES], { newerThan: moment, uid: plan.user?.uid }).filter(
      (path) => !path.startsWith(incoming) && !path.startsWith(join(own, 'exported')),
    )
    looked[ending] = written.length
    finds.push(...scanFiles(written, needles).map((find) => ({ ...find, ending })))
  }

  let colophon = await start()
  await importAll(colophon, incoming, words.slice(1), articles)
  await readAll(colophon, words.slice(1), articles)
  await exportAll(colophon, plan.folder('exported'))
  await colophon.chooseMenu('Lock')
  await new LockScreen(await colophon.screen('locked')).unlock(words[0] ?? '')
  await colophon.screen('library')
  await colophon.chooseMenu('Lock')
  await colophon.screen('locked')
  look('lock')
  await colophon.quit()
  look('quit')

  colophon = await start()
  await openFirst(colophon)
  await endRenderers(colophon)
  look('renderer crash')
  await endAll(colophon)

  colophon = await start()
  await openFirst(colophon)
  await endAll(colophon)
  look('kill -9')
  return { canaries: count, looked, finds, said, notAllowed: notAllowedIn(plan.folder('profile')) }
}

/** Writes the articles as saved pages, and imports them beside a file that is refused and one that is not there. */
async function importAll(colophon: Colophon, folder: string, words: readonly string[], articles: number) {
  const room = new ReadingRoom(await colophon.screen('library'))
  const paths = Array.from({ length: articles }, (_, at) => {
    const [title, body, source, name, picture] = words.slice(at * PER_ARTICLE)
    const path = join(folder, `${name}.html`)
    const image = pictureWithExif(picture ?? '').toString('base64')
    writeFileSync(
      path,
      `<!doctype html><title>${title} report</title><article><h1>The ${title} report ${at}</h1>
      <img src="data:image/jpeg;base64,${image}" alt="${picture}">
      <p>“There is oil for nine days and ${body} for ten,” said Marta ${source}, who keeps the store of Ostrel.</p>
      <p>Nobody else was asked on that day, and nobody else would have answered.</p></article>`,
    )
    return path
  })
  const [refused, missing] = words.slice(articles * PER_ARTICLE)
  const empty = join(folder, `${refused}.txt`)
  writeFileSync(empty, '')
  await room.page.evaluate(
    (all) => window.colophon.importing.paths({ paths: all }),
    [...paths, empty, join(folder, `${missing}.txt`)],
  )
  // Of a long list only the rows in sight are there: what tells is the count above it.
  await room.library.getByText(`${articles} articles`).waitFor()
}

/** The smallest JPEG with an EXIF description. */
function pictureWithExif(description: string): Buffer {
  const text = Buffer.from(`${description}\0`)
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x010e, 10)
  tiff.writeUInt16BE(2, 12)
  tiff.writeUInt32BE(text.length, 14)
  tiff.writeUInt32BE(26, 18)
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, text])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(exif.length + 2)
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), length, exif, Buffer.from([0xff, 0xd9])])
}

/** Reads each article, writes a note with a tag and a pasted word into it, and searches for it. */
async function readAll(colophon: Colophon, words: readonly string[], articles: number): Promise<void> {
  const room = new ReadingRoom(await colophon.screen('library'))
  const { page } = room
  for (let at = 0; at < articles; at += 1) {
    const [title = '', , , , , note = '', tag = '', pasted = '', searched = ''] = words.slice(
      at * PER_ARTICLE,
    )
    await room.search(title)
    await room.open(new RegExp(title))
    await room.text.getByText('nine days').waitFor()
    await room.select('nine days')
    await page.keyboard.press('Alt+3')
    const field = page.getByLabel('Note, in Markdown')
    await field.fill(`${note} is what I think of `)
    await colophon.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), pasted)
    await field.press('End')
    await page.keyboard.press('Control+v')
    await page.getByLabel('Add a tag').fill(tag)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Done' }).click()
    await room.search(searched)
    await room.library.getByText('Nothing found').waitFor()
  }
  await room.search('')
}

async function exportAll(colophon: Colophon, folder: string): Promise<void> {
  const page = await colophon.screen('library')
  await colophon.chooseInDialogs([folder])
  await colophon.chooseMenu('Export…')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Choose a folder and write' }).click()
  await dialog.getByText(/was written|were written/).waitFor()
  await page.keyboard.press('Escape')
}

async function openFirst(colophon: Colophon): Promise<void> {
  const room = new ReadingRoom(await colophon.screen('library'))
  await openRow(room.page)
  await room.text.waitFor()
}

async function openRow(page: Page): Promise<void> {
  await page.getByRole('option').first().click()
}

/** Ends the page's process, as a fault of Chromium would. Its own handler outlives a SIGSEGV that somebody sends. */
async function endRenderers(colophon: Colophon): Promise<void> {
  const root = colophon.app.process().pid ?? 0
  const pages = processTree(root).filter(({ argv }) => argv.includes('--type=renderer'))
  for (const { pid } of pages) process.kill(pid, 'SIGKILL')
  await gone(pages.map(({ pid }) => pid))
}

/** Kills every process of the application at once. */
async function endAll(colophon: Colophon): Promise<void> {
  const pids = processTree(colophon.app.process().pid ?? 0).map(({ pid }) => pid)
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It went with its parent.
    }
  }
  await gone(pids)
}

async function gone(pids: readonly number[]): Promise<void> {
  while (pids.some((pid) => processTree(pid).length > 0))
    await new Promise((resolve) => setTimeout(resolve, 50))
}
