import { expect } from '@playwright/test'
import { test } from './fixtures'
import { inLooks, TWO_BY_TWO } from './looks'
import { FirstRun } from './pages/first-run'
import { ReadingRoom } from './pages/reading-room'

const OPERATOR = /a crane operator/

test('a reader asks how a statement was found, by keyboard alone', async ({ colophon }) => {
  test.setTimeout(120_000)
  const first = new FirstRun(await colophon.screen('first-run'))
  await first.create('Why', await first.offeredWords(), true)
  const room = new ReadingRoom(await colophon.screen('library'))
  const { page } = room
  await room.open(/Guards at Veshna/)
  const operator = room.card(OPERATOR)
  await operator.getByRole('button', { name: OPERATOR, expanded: false }).press('Enter')
  const menu = operator
    .getByRole('listitem')
    .getByRole('button', { name: /^More on / })
    .first()
  await menu.press('Enter')
  await page.getByRole('menuitem', { name: 'How it was found…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'How it was found' })
  await expect(dialog).toContainText(/By the model: it takes “\w+” for the head of a cue/)
  const cue = dialog.getByRole('table', { name: 'That these words are a cue' })
  await expect(cue.getByRole('row').first()).toContainText(/[+-]\d+\.\d\d/)
  await expect(dialog.getByRole('table')).toHaveCount(4)

  await inLooks(colophon, 'why', TWO_BY_TWO)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
