import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Colophon } from './fixtures'
import { FirstRun } from './pages/first-run'
import { ReadingRoom } from './pages/reading-room'

/** Every so many files one is empty, and is refused. */
export const EMPTY_EVERY = 50

/** Writes so many reports, of which `distinct` are articles of their own (all, unless given) and the others say the same bytes again. */
export function writeMany(
  folder: string,
  { files, distinct = files }: { readonly files: number; readonly distinct?: number },
): void {
  mkdirSync(folder, { recursive: true })
  for (let at = 1; at <= files; at += 1) {
    const boat = at % distinct
    const words = `Boat ${boat} of the Ellin line left quay ${boat % 17} with ${boat * 3} crates, the harbour master said. `
    const text = `Boat ${boat} leaves Ellin\n\n${words.repeat(4)}\n\nNobody of the line answered on day ${boat}.\n`
    const name = `report ${String(at).padStart(5, '0')}.txt`
    writeFileSync(join(folder, name), at % EMPTY_EVERY === 0 ? '' : text)
  }
}

export async function newLibrary(
  colophon: Colophon,
): Promise<{ readonly room: ReadingRoom; readonly passphrase: string }> {
  const first = new FirstRun(await colophon.screen('first-run'))
  const passphrase = await first.offeredWords()
  await first.create('Imports', passphrase, false)
  return { room: new ReadingRoom(await colophon.screen('library')), passphrase }
}

export const panelOf = (page: Page): Locator => page.getByRole('region', { name: 'Import' })
