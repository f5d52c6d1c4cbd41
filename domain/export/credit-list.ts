import type { BlockContent, RootContent } from 'mdast'
import type { Picture } from '../analysis/findings'
import type { Capture } from '../article/capture'
import { wordsAt } from '../article/range'
import { heading, list, paragraph, quoted, strong } from './tree'
import type { ExportWords } from './words'

/** Who made the article: byline or its absence, each credit with the words it was read from, the pictures. */
export function creditsContent(capture: Capture, words: ExportWords): RootContent[] {
  const { byline, credits, pictures, facts } = capture.analysis
  const items: BlockContent[][] = [
    byline === null
      ? [paragraph(words.noByline)]
      : [paragraph(strong(words.byline), ` — ${quoted(byline.words)}`)],
  ]
  for (const { role, name, lineRange, picture } of credits) {
    if (picture !== null) continue
    const line = lineRange === null ? '' : ` (${quoted(wordsAt(capture.text, lineRange))})`
    items.push([paragraph(strong(words.role[role]), ` — ${name}${line}`)])
  }
  if (facts.rights !== null) items.push([paragraph(strong(words.copy.rights), ` — ${facts.rights.value}`)])
  const shown = pictures.map((picture, index) => pictureItem(picture, index, words))
  return [list(items), ...(shown.length === 0 ? [] : [heading(3, words.pictures), list(shown)])]
}

function pictureItem(picture: Picture, index: number, words: ExportWords): BlockContent[] {
  const told: BlockContent[][] = []
  const add = (label: string, value: string | null) => {
    if (value !== null && value !== '') told.push([paragraph(strong(label), ` — ${value}`)])
  }
  add(words.picture.alt, picture.alt)
  add(words.picture.caption, picture.caption)
  add(words.picture.credit, picture.credit)
  add(words.picture.photographer, picture.photographer)
  add(words.picture.date, picture.date)
  add(words.picture.place, picture.place)
  const title = paragraph(
    `${words.picture.picture} ${index + 1}${picture.filePhoto ? ` · ${words.picture.filePhoto}` : ''}`,
  )
  return told.length === 0 ? [title] : [title, list(told)]
}

/** Standing texts about sourcing or rights: what each is about, its words, and its stated reason. */
export function noticesContent(capture: Capture, words: ExportWords): RootContent[] {
  const { notices } = capture.analysis
  if (notices.length === 0) return []
  const items = notices.map(({ kind, range, reason, reasonClass }) => {
    const why = [
      ...(reason === null ? [] : [quoted(reason)]),
      ...(reasonClass === null ? [] : [words.reason[reasonClass]]),
    ].join(' · ')
    const rest = why === '' ? '' : ` — ${words.card.reason}: ${why}`
    return [paragraph(strong(words.notice[kind]), ` — ${quoted(wordsAt(capture.text, range))}${rest}`)]
  })
  return [heading(3, words.notices), list(items)]
}
