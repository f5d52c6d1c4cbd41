import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures'
import { FirstRun } from './pages/first-run'
import { ReadingRoom } from './pages/reading-room'

/** Turns what follows around: "gnp.exe" reads as "exe.png". */
const OVERRIDE = '\u202e'

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Ferry ${OVERRIDE}yrref sails</title>
<meta property="og:site_name" content="The ${OVERRIDE}Lantern"><meta name="author" content="Ana ${OVERRIDE}Ruiz">
</head><body><article><h1>Ferry ${OVERRIDE}yrref sails</h1>
<p class="byline">By Ana ${OVERRIDE}Ruiz</p>
<p>“It sails,” said Mina Orr, the harbour master, and pointed to <a href="https://p\u0430ypal.example/${OVERRIDE}gnp">the timetable</a> of the ferry company that runs it.</p>
<p>Two deckhands, who asked not to be named because they fear for their work, said the boat had left without them on Monday.</p>
</article></body></html>`

test('text that would turn its neighbours around is seen for what it is, wherever a title or a name is shown', async ({
  colophon,
  plan,
}) => {
  const incoming = plan.folder('incoming')
  writeFileSync(join(incoming, `ferry-${OVERRIDE}lmth.html`), PAGE, { mode: 0o644 })
  const first = new FirstRun(await colophon.screen('first-run'))
  await first.create('Turned', await first.offeredWords(), false)
  const room = new ReadingRoom(await colophon.screen('library'))
  await colophon.chooseInDialogs([incoming])
  await colophon.chooseMenu('Import Folder…')
  const title = 'Ferry ⟨U+202E⟩yrref sails'
  await room.open(title)

  /** Everything that is shown or told to a screen reader, the running text of the article left out. */
  const shown = () =>
    room.page.evaluate(() => {
      const copy = document.body.cloneNode(true) as HTMLElement
      for (const paragraph of copy.querySelectorAll('main article p')) paragraph.remove()
      const labels = [...copy.querySelectorAll('[aria-label], [title]')].flatMap((element) => [
        element.getAttribute('aria-label') ?? '',
        element.getAttribute('title') ?? '',
      ])
      return [copy.textContent ?? '', document.title, ...labels].join('\n')
    })
  const expectVisible = async (words: string) => {
    // A list draws its rows a moment after it is opened.
    await expect.poll(shown).toContain(words)
    expect(await shown()).not.toContain(OVERRIDE)
  }

  await room.page.getByRole('button', { name: 'Show each file' }).click()
  await expectVisible('ferry-⟨U+202E⟩lmth.html')
  await colophon.shoot('imported')
  await expect(room.text.getByRole('heading', { level: 1 })).toHaveText(title)
  await room.tab('Credits')
  await expectVisible('The ⟨U+202E⟩Lantern')
  await colophon.shoot('credits')
  await room.search('sails')
  await expect(room.library.getByRole('listbox', { name: 'Articles found' })).toBeVisible()
  await expectVisible(title)
  await room.search('')
  const dialog = room.page.getByRole('dialog')
  // A dialog that fades out is still there when the next one opens.
  const leave = async () => {
    await room.page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
  await colophon.chooseMenu('Go to Anything…')
  await dialog.getByText(title).first().waitFor()
  await expectVisible(title)
  await leave()
  await colophon.chooseMenu('Journal')
  await dialog.getByRole('button', { name: title }).waitFor()
  await expectVisible(title)
  await colophon.shoot('journal')
  await leave()
  await colophon.chooseMenu('Export…')
  await dialog.waitFor()
  await expectVisible(title)
  await colophon.shoot('export')
  await leave()

  // The address of a link, as it is told before it is followed.
  await room.text.getByRole('link', { name: 'the timetable' }).hover()
  await expect(room.page.getByText('xn--pypal-4ve.example').first()).toBeVisible()
  await colophon.shoot('link')
})
