import { expect } from '@playwright/test'
import { test } from './fixtures'
import { checkLook, inLooks, LOOKS } from './looks'
import { FirstRun } from './pages/first-run'
import { ReadingRoom } from './pages/reading-room'

test('a reader chooses among the captures of an article, splits one off, joins two, and takes both back', async ({
  colophon,
}) => {
  const first = new FirstRun(await colophon.screen('first-run'))
  await first.create('Captures', await first.offeredWords(), true)
  const room = new ReadingRoom(await colophon.screen('library'))
  await expect(room.page.getByRole('region', { name: 'Import' })).toContainText(/files read/)
  await room.open(/ferry/i)
  const menu = room.page.getByRole('button', { name: '2 captures of this article' })
  await menu.click()
  const entries = room.page.getByRole('menuitem')
  await expect(entries.first()).toContainText('text changed')
  await inLooks(colophon, 'menu')
  await entries.nth(1).click()
  const notice = room.article.getByRole('status').filter({ hasText: 'An older capture' })
  await expect(notice).toContainText('The text has changed since.')
  await inLooks(colophon, 'older-capture')

  // Split the older one off, by keyboard.
  const listed = await room.library.getByRole('option').count()
  await menu.focus()
  await room.page.keyboard.press('Enter')
  await room.page.keyboard.press('m')
  await room.page.keyboard.press('Enter')
  await expect(room.page.getByText('The capture is an article of its own now.')).toBeVisible()
  await expect(room.library.getByRole('option')).toHaveCount(listed + 1)
  await expect(room.page.getByRole('button', { name: 'One capture of this article' })).toBeVisible()
  await expect(notice).toBeHidden()
  await room.page.getByRole('button', { name: 'Undo' }).click()
  await expect(menu).toBeVisible()
  await expect(notice).toBeVisible()
  await expect(room.library.getByRole('option')).toHaveCount(listed)

  // Join it with another article, and take that back.
  await menu.click()
  await room.page.getByRole('menuitem', { name: 'Join with another article…' }).click()
  const dialog = room.page.getByRole('dialog', { name: 'Join with another article' })
  await dialog.getByLabel('Search the library').fill('forty boxes')
  const found = dialog.getByRole('list').getByRole('button').first()
  await expect(found).toContainText(/Forty boxes/i)
  await checkLook(colophon, 'join', LOOKS.light)
  await found.click()
  await expect(room.page.getByRole('button', { name: '3 captures of this article' })).toBeVisible()
  await expect(room.library.getByRole('option')).toHaveCount(listed - 1)
  await room.page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(menu).toBeVisible()
  await expect(room.library.getByRole('option')).toHaveCount(listed)
})
