import { expect } from '@playwright/test'
import type { Colophon } from '../fixtures'
import { FirstRun } from './first-run'
import { ReadingRoom } from './reading-room'

/** Makes a library with the samples in it; resolves once they are listed. */
export async function openLibrary(colophon: Colophon): Promise<{ room: ReadingRoom; passphrase: string }> {
  const first = new FirstRun(await colophon.screen('first-run'))
  const passphrase = await first.offeredWords()
  await first.create('Hardened', passphrase, true)
  const room = new ReadingRoom(await colophon.screen('library'))
  await expect(room.library.getByRole('option').first()).toBeVisible()
  return { room, passphrase }
}
