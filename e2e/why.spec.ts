import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { test } from './fixtures'
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

  for (const locale of ['en', 'ko'] as const) {
    for (const theme of ['dark', 'light'] as const) {
      await page.evaluate((wanted) => window.colophon.settings.change(wanted), { theme, locale })
      await page.waitForFunction(
        (wanted) =>
          document.documentElement.dataset.theme === wanted.theme &&
          document.documentElement.lang === wanted.locale,
        { theme, locale },
      )
      await colophon.shoot(`why-${theme}-${locale}`)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .setLegacyMode()
        .analyze()
      expect
        .soft(
          violations.map(({ id }) => id),
          `${theme}, ${locale}`,
        )
        .toEqual([])
    }
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
