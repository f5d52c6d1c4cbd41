import { isLanguageLink } from '#domain/analysis/language-links'
import type { HtmlElement, HtmlNode } from '../document'
import { isElement, TEXT } from '../document'
import { headingLevel, isBlockLevel, isUnseen } from '../element-kinds'
import { isCall } from './calls'
import { isLabel } from './labels'
import { type Measures, massOf } from './measure'

/** The title of a teaser is most of it. */
const MOSTLY_LINKED = 0.5
/** From this share of links on, a block is a way to somewhere else. */
const ALL_LINKS = 0.8
/** A list is one of links a little sooner: its items carry dates and names of sections. */
const LIST_LINKS = 0.8
/** The titles of other articles are longer than this on average; a list of shorter links is the story's own. */
const LEAST_TITLE = 18
/** Links that make up this share of the container are what it is about. */
const ABOUT_LINKS = 0.5
/** A block of links longer than this mass is a sentence with a long link in it. */
const LONGEST_LINK = 260

/** Takes out of the container what is not the story's: ways to other articles, labels, headings of nothing. */
export function trim(container: HtmlElement, measures: Measures): void {
  const { mass, linked } = measures.of(container)
  if (linked < mass * ABOUT_LINKS) removeLinks(container, measures)
  removeInlineTeasers(container, measures)
  removeLabels(container, measures)
  removeCalls(container, measures)
  removeEmptyHeadings(container, measures)
}

/** A teaser among the paragraphs: its title, a picture, a button. */
const LONGEST_TEASER = 300
const TEASER_BOXES = 'div, section, figure, article'
const LINKED_HEADING = 'h2 a, h3 a, h4 a, h5 a, h6 a, a h2, a h3, a h4, a h5, a h6'

/** Boxes that lead to another article by its title; a linked subhead that stands alone is the story's own. */
function removeInlineTeasers(container: HtmlElement, measures: Measures): void {
  for (const element of [...container.querySelectorAll(TEASER_BOXES)]) {
    const { mass, linked, story } = measures.of(element)
    if (story > 0 || linked === 0 || mass > LONGEST_TEASER || !container.contains(element)) continue
    const heading = element.querySelector(LINKED_HEADING)
    if (heading === null || linked < mass * MOSTLY_LINKED) continue
    if (mass > massOf(heading.textContent ?? '') || element.querySelector('img') !== null)
      measures.remove(element)
  }
}

/** Parts of a list or a table stay or go with the whole. */
const CELLS = new Set(['li', 'td', 'dd', 'dt'])

function removeLinks(container: HtmlElement, measures: Measures): void {
  for (const element of blocksOf(container)) {
    if (!container.contains(element)) continue
    const { mass, linked, story } = measures.of(element)
    if (mass === 0 || linked === 0 || headingLevel(element) !== null || CELLS.has(element.localName)) continue
    const list = element.localName === 'ul' || element.localName === 'ol'
    const links = list
      ? linked >= mass * LIST_LINKS &&
        story === 0 &&
        mass >= [...element.querySelectorAll('li')].length * LEAST_TITLE
      : linked >= mass * ALL_LINKS && mass <= LONGEST_LINK
    if (!links || holdsPicture(element) || CREDIT.test(wordsOf(element))) continue
    if (isLanguageLink(wordsOf(element))) continue
    measures.remove(element)
  }
}

/** A credit beneath a picture that links whoever made it. */
const CREDIT =
  /^[^\p{L}]*(?:photo(?:graph)?s?|images?|pictures?|art(?:ist)?|illustrations?|source|credits?|via|fotos?|bild(?:er)?|quelle|crédits?|fuente|fonte|źródło|zdjęcia|фото|사진|写真)\s*(?:by\b|von\b|:|：|=)/iu

function holdsPicture(element: HtmlElement): boolean {
  return element.querySelector('figure, picture, img, table') !== null
}

/** Mass of the longest label; what is longer is not compared. */
const LONGEST_LABEL = 60

function removeLabels(container: HtmlElement, measures: Measures): void {
  for (const element of blocksOf(container)) {
    const { mass } = measures.of(element)
    if (mass === 0 || mass > LONGEST_LABEL || element.localName === 'td') continue
    const oneLine = ![...element.children].some(isBlockLevel)
    if (oneLine && isLabel(wordsOf(element))) measures.remove(element)
  }
}

/** A call is a line or two; what is longer tells something. */
const LONGEST_CALL = 300
/** A line that is a call has a link to where it calls, or is as short as a button. */
const BUTTON = 60

/** A call to write to an address is how to reach the outlet: a fact of the article. */
const CONTACT = /[\w.+-]+@[\w-]+\.\w/

/** What a line is not: a list, or text under a heading of its own. */
const SEVERAL_LINES = 'li, td, dd, h1, h2, h3, h4, h5, h6, figure, p ~ p'

function removeCalls(container: HtmlElement, measures: Measures): void {
  for (const element of blocksOf(container)) {
    const { mass, linked } = measures.of(element)
    if (mass === 0 || mass > LONGEST_CALL || (linked === 0 && mass > BUTTON)) continue
    if (CELLS.has(element.localName) || !isCall(wordsOf(element)) || CONTACT.test(wordsOf(element))) continue
    if (element.querySelector(SEVERAL_LINES) === null) measures.remove(element)
  }
}

/** Headings with nothing beneath them before the next heading of their rank, or the end. */
function removeEmptyHeadings(container: HtmlElement, measures: Measures): void {
  const headings = [...container.querySelectorAll('h1, h2, h3, h4, h5, h6')].reverse()
  for (const heading of headings) {
    const level = headingLevel(heading) ?? 6
    if (measures.of(heading).story === 0 && !leadsToText(heading, level, container, measures))
      measures.remove(heading)
  }
}

function leadsToText(
  heading: HtmlElement,
  level: number,
  container: HtmlElement,
  measures: Measures,
): boolean {
  for (
    let node: HtmlNode | null = following(heading, container);
    node !== null;
    node = next(node, container)
  ) {
    if (node.nodeType === TEXT && (node.textContent ?? '').trim() !== '') return true
    if (!isElement(node)) continue
    if (node.localName === 'img') return true
    const other = headingLevel(node)
    if (other !== null && measures.of(node).mass > 0) return other > level
    if (isUnseen(node)) node = lastOf(node)
  }
  return false
}

/** The next node in document order that is not inside `node`. */
function following(node: HtmlNode, container: HtmlElement): HtmlNode | null {
  for (let at: HtmlNode | null = node; at !== null && at !== container; at = at.parentNode) {
    if (at.nextSibling !== null) return at.nextSibling
  }
  return null
}

function next(node: HtmlNode, container: HtmlElement): HtmlNode | null {
  return node.firstChild ?? following(node, container)
}

function lastOf(node: HtmlNode): HtmlNode {
  let last = node
  while (last.firstChild !== null) {
    let child: HtmlNode = last.firstChild
    while (child.nextSibling !== null) child = child.nextSibling
    last = child
  }
  return last
}

/** Block-level elements inside the container, outermost first. */
function blocksOf(container: HtmlElement): HtmlElement[] {
  return [
    ...container.querySelectorAll(
      'p, div, ul, ol, section, h2, h3, h4, h5, h6, blockquote, dl, span, strong, li, table',
    ),
  ].filter(isBlockLevel)
}

function wordsOf(element: HtmlElement): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim()
}
