import type { HtmlElement } from './document'

/** How elements are laid out, and which of them a person never sees. */

const UNSEEN = new Set(
  (
    'script style template noscript head title meta link base svg canvas object embed applet iframe frame frameset ' +
    'noframes audio video track source param map area button input select option optgroup textarea datalist ' +
    'progress meter dialog'
  ).split(' '),
)

const BLOCK_LEVEL = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Class names by which pages hide text that only screen readers speak. */
const FOR_SCREEN_READERS =
  /(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|visuallyhidden|a11y-hidden|u-hiddenVisually)(?:\s|$)/i

export function isUnseen(element: HtmlElement): boolean {
  if (UNSEEN.has(element.localName) || element.hasAttribute('hidden')) return true
  if (element.getAttribute('aria-hidden') === 'true' && element.localName !== 'img') return true
  const style = element.getAttribute('style')
  if (style && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true
  return FOR_SCREEN_READERS.test(element.getAttribute('class') ?? '')
}

export function isBlockLevel(element: HtmlElement): boolean {
  return BLOCK_LEVEL.has(element.localName)
}

/**
 * Whether a table holds data. Old pages and newsletters lay out with tables: theirs have one column, other
 * tables inside, or whole articles in a cell.
 */
export function isDataTable(table: HtmlElement): boolean {
  if (table.getAttribute('role') === 'presentation' || table.querySelector('table') !== null) return false
  const rows = [...table.querySelectorAll('tr')]
  if (!rows.some((row) => [...row.children].length > 1)) return false
  if (table.querySelector('th, caption, thead') !== null) return true
  const cells = [...table.querySelectorAll('td')]
  return !cells.some(
    (cell) =>
      (cell.textContent ?? '').length > 400 || cell.querySelector('p ~ p, h1, h2, h3, figure') !== null,
  )
}

export function headingLevel(element: HtmlElement): number | null {
  const level = /^h([1-6])$/.exec(element.localName)?.[1]
  return level === undefined ? null : Number(level)
}
