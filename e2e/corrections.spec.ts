import { expect } from '@playwright/test'
import { test } from './fixtures'
import { inLooks, LOOKS, TWO_BY_TWO } from './looks'
import { FirstRun } from './pages/first-run'
import { LockScreen } from './pages/lock-screen'
import { ReadingRoom } from './pages/reading-room'

const OPERATOR = /a crane operator/
const OFFICERS = /Officers of the harbour guard/
const INSPECTORS = /inspectors in the port/

/** Light last: what comes after reads the page as it was. */
const DARK_AND_LIGHT = [LOOKS.dark, LOOKS.light]

test('a reader corrects what was extracted, takes it back, and finds it again after locking', async ({
  colophon,
}) => {
  test.setTimeout(240_000)
  const first = new FirstRun(await colophon.screen('first-run'))
  const passphrase = await first.offeredWords()
  await first.create('Corrections', passphrase, true)
  let room = new ReadingRoom(await colophon.screen('library'))
  await room.open(/Guards at Veshna/)
  const toast = room.page.getByRole('region', { name: 'Messages' })

  // A file without a headline and a day is given them in its masthead.
  await room.article.getByRole('button', { name: 'Add the headline' }).click()
  await inLooks(colophon, 'adding-headline', DARK_AND_LIGHT)
  await room.article.getByRole('textbox', { name: 'headline' }).fill('Guards search the dockworkers')
  await room.page.keyboard.press('Enter')
  await expect(room.article.getByRole('heading', { level: 1 })).toHaveText('Guards search the dockworkers')
  await expect(room.row('Guards search the dockworkers')).toBeVisible()
  await room.tab('Credits')
  await expect(room.colophon).toContainText(/dates? waits? for a publication date|dates wait/)
  await room.article.getByRole('button', { name: 'Add the publication date' }).click()
  await room.article.getByLabel('publication date', { exact: true }).fill('2024-03-08')
  await room.page.keyboard.press('Enter')
  const tuesday = room.colophon.locator('dl > div').filter({ hasText: '“Tuesday”' })
  await expect(tuesday).toContainText('March 5, 2024')
  await inLooks(colophon, 'dates-resolved', DARK_AND_LIGHT)

  // A credit is renamed, one is added.
  await room.colophon.getByRole('button', { name: 'Correct: Name' }).first().click()
  await room.colophon.getByRole('textbox', { name: 'Name' }).fill('Hannah Reed')
  await room.page.keyboard.press('Enter')
  await expect(room.colophon).toContainText('extracted: “Hana Reed”')
  await room.colophon.getByRole('button', { name: 'Add a credit' }).click()
  await room.colophon.getByRole('combobox', { name: 'Role' }).selectOption('fact-checker')
  await room.colophon.getByRole('textbox', { name: 'Name' }).fill('Ida Marsh')
  await room.page.keyboard.press('Enter')
  await expect(room.colophon).toContainText('Ida Marsh')
  await inLooks(colophon, 'credits', TWO_BY_TWO)

  // A field of a source, by keyboard alone, and back to what was extracted.
  await room.tab('Sources')
  const operator = room.card(OPERATOR)
  await operator.getByRole('button', { name: OPERATOR, expanded: false }).press('Enter')
  await operator.getByRole('button', { name: 'Correct: Role' }).press('Enter')
  await inLooks(colophon, 'editing-role', DARK_AND_LIGHT)
  await expect(operator.getByRole('textbox', { name: 'Role' })).toBeFocused()
  await room.page.keyboard.press('Control+a')
  await room.page.keyboard.type('tower crane operator')
  await room.page.keyboard.press('Enter')
  await expect(operator).toContainText('tower crane operator')
  await expect(operator).toContainText('corrected by you')
  await expect(operator.getByRole('button', { name: 'Correct: Role' })).toBeFocused()
  await operator.getByRole('button', { name: 'Correct: Named or not' }).click()
  await operator.getByRole('combobox', { name: 'Named or not' }).selectOption('pseudonym')
  await operator.getByRole('button', { name: 'Keep' }).click()
  await expect(operator).toContainText('extracted: unnamed, described')
  await inLooks(colophon, 'source-corrected', TWO_BY_TWO)
  await operator.getByRole('button', { name: 'Back to extracted: Named or not' }).click()
  await expect(operator).not.toContainText('extracted: unnamed, described')

  // Two sources are one, and two again.
  await room
    .card(OFFICERS)
    .getByRole('button', { name: /^More on S/ })
    .click()
  await inLooks(colophon, 'source-menu', DARK_AND_LIGHT)
  await room.page.getByRole('menuitem', { name: 'Join into another source…' }).click()
  await inLooks(colophon, 'joining', DARK_AND_LIGHT)
  await room.page.getByRole('dialog').getByRole('button', { name: INSPECTORS }).click()
  await expect(room.card(OFFICERS)).toHaveCount(0)
  await expect(room.card(INSPECTORS)).toContainText('2 statements')
  await toast.getByRole('button', { name: 'Undo' }).last().click()
  await expect(room.card(OFFICERS)).toContainText('1 statement')

  // The key takes back what was done last.
  await operator.getByRole('heading').getByRole('button').click()
  await operator.getByRole('button', { name: 'Correct: Motive' }).click()
  await operator.getByRole('textbox', { name: 'Motive' }).fill('wages')
  await room.page.keyboard.press('Enter')
  await expect(operator).toContainText('added by you')
  await room.page.keyboard.press('Control+z')
  await expect(operator).not.toContainText('added by you')

  // Another does it again, by the keys of either platform; it knows of going back to what was extracted too.
  for (const again of ['Control+Shift+Z', 'Control+y']) {
    await room.page.keyboard.press(again)
    await expect(operator).toContainText('wages')
    await room.page.keyboard.press('Control+z')
    await expect(operator).not.toContainText('wages')
  }
  await operator.getByRole('button', { name: 'Back to extracted: Role' }).click()
  await expect(operator).not.toContainText('tower crane operator')
  await room.page.keyboard.press('Control+z')
  await expect(operator).toContainText('tower crane operator')
  await colophon.chooseMenu('Redo')
  await expect(operator).not.toContainText('tower crane operator')
  await colophon.chooseMenu('Undo')
  await expect(operator).toContainText('tower crane operator')

  // A source that is none.
  await room
    .card(INSPECTORS)
    .getByRole('button', { name: /^More on S/ })
    .click()
  await room.page.getByRole('menuitem', { name: 'This is no source' }).click()
  await expect(room.card(INSPECTORS)).toHaveCount(0)
  await expect(room.colophon).toContainText('No source: “inspectors in the port’s labour office”')
  await room.colophon.getByRole('heading', { name: /Your \d corrections/ }).scrollIntoViewIfNeeded()
  await inLooks(colophon, 'list', DARK_AND_LIGHT)

  // A statement that was missed.
  await room.select('have begun to search')
  await room.page.getByRole('button', { name: 'Add as a statement' }).click()
  await room.page.getByLabel('Who stated it').selectOption({ label: 'nobody' })
  await inLooks(colophon, 'adding-statement', DARK_AND_LIGHT)
  await room.page.getByRole('dialog').getByRole('button', { name: 'Add as a statement' }).click()
  await expect(room.colophon).toContainText('Statement added: “have begun to search”')

  // All of it is still there.
  await colophon.chooseMenu('Lock')
  await new LockScreen(await colophon.screen('locked')).unlock(passphrase)
  room = new ReadingRoom(await colophon.screen('library'))
  await room.open('Guards search the dockworkers')
  await expect(room.card(OPERATOR)).toContainText('tower crane operator')
  await expect(room.card(INSPECTORS)).toHaveCount(0)
  await expect(room.card(OFFICERS)).toBeVisible()
  await expect(room.colophon).toContainText('Your 3 corrections')
  await room.tab('Credits')
  await expect(room.colophon).toContainText('March 5, 2024')
  await expect(room.colophon).toContainText('Hannah Reed')
  await inLooks(colophon, 'again', DARK_AND_LIGHT)

  // Another run of the engine over the stored file keeps them.
  const again = await room.page.evaluate(async () => {
    const page = await window.colophon.articles.list({ after: null, limit: 100 })
    const rows = page.ok ? page.value.rows : []
    const articleId = rows.find(({ title }) => title === 'Guards search the dockworkers')?.id ?? ''
    const opened = await window.colophon.articles.open({ articleId, captureId: null })
    const captureId = opened.ok ? opened.value.capture.id : ''
    const answer = await window.colophon.correcting.reanalyse({ captureId })
    return answer.ok ? { changes: answer.value.changes, title: answer.value.corrected.listing.title } : answer
  })
  expect(again).toEqual({ changes: [], title: 'Guards search the dockworkers' })

  await colophon.chooseMenu('Journal')
  await expect(room.page.getByRole('dialog')).toContainText('Finding corrected')
  await expect(room.page.getByRole('dialog')).toContainText('Correction taken back')
  await expect(room.page.getByRole('dialog')).toContainText('Read again by a newer engine')
})
