import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { column, smallPdf } from '../electron/ingest/pdf/testing/small-pdf'
import { jpegWithData } from '../electron/ingest/pictures/testing/jpeg-with-data'
import { test } from './fixtures'
import { inLooks, TWO_BY_TWO } from './looks'
import { FirstRun } from './pages/first-run'
import { ReadingRoom } from './pages/reading-room'

const STORY = [
  'The winter timetable was cut by half on Thursday, the island',
  'council said. It had learned of it from a notice that was taped',
  'to the ticket window of the quay, said Per Lund, its chair.',
]

const PDF = smallPdf({
  pages: [[{ x: 50, y: 60, words: 'A boat on paper', size: 24 }, ...column(50, 130, STORY)]],
})

const EPUB = zipSync({
  mimetype: [strToU8('application/epub+zip'), { level: 0 }],
  'META-INF/container.xml': strToU8(
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
  ),
  'a.opf': strToU8(
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A boat in a book' +
      '</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>' +
      '<spine><itemref idref="a"/></spine></package>',
  ),
  'a.xhtml': strToU8(
    `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>${STORY.join(' ')}</p></body></html>`,
  ),
})

const MARKDOWN = `---\ntitle: A boat in a clipping\n---\n\n${STORY.join('\n')}\n`

const picture = Buffer.from(
  jpegWithData({ iptc: { 80: 'Mina Okafor', 116: '© Island Post' }, gps: [59.9139, 10.7522] }),
).toString('base64')
const PAGE = `<!doctype html><html lang="en"><title>A boat on a page</title><article><h1>A boat on a page</h1>
<p>${STORY.join(' ')}</p><img src="data:image/jpeg;base64,${picture}" alt="The quay"><p>${STORY.join(' ')}</p></article></html>`

test('documents of every kind are read by the built parser, and a picture tells what its file tells', async ({
  colophon,
  plan,
}) => {
  const incoming = plan.folder('incoming')
  const files = { 'boat.pdf': PDF, 'boat.epub': EPUB, 'boat.md': MARKDOWN, 'boat.html': PAGE }
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(incoming, name), content, { mode: 0o644 })
  const first = new FirstRun(await colophon.screen('first-run'))
  await first.create('Documents', await first.offeredWords(), false)
  const room = new ReadingRoom(await colophon.screen('library'))
  await colophon.chooseInDialogs([incoming])
  await colophon.chooseMenu('Import Folder…')
  for (const title of ['A boat in a book', 'A boat in a clipping', 'A boat on paper']) {
    await room.open(title)
    await expect(room.text).toContainText(STORY.join(' '))
  }
  await room.open('A boat on a page')
  await room.tab('Credits')
  await expect(room.colophon).toContainText('Mina Okafor')
  await expect(room.colophon).toContainText('59.91390, 10.75220')
  await expect(room.colophon).toContainText('whoever gets this picture learns where it was taken')
  await room.colophon.getByText('59.91390, 10.75220').scrollIntoViewIfNeeded()
  await inLooks(colophon, 'picture-facts', TWO_BY_TWO)
})
