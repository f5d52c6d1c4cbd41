import type { HtmlElement } from '../document'
import type { Measures } from './measure'

/** What stands between headline and body is a standfirst up to this mass, and something else beyond it. */
const MOST_LEAD = 1_500
const MOST_PARAGRAPHS = 5

/**
 * The paragraphs between the headline and the container: a standfirst is often set apart from the body, in the
 * page's head. Where no headline is shown, they are looked for from the start of the `article` or `main` around.
 */
export function leadOf(
  container: HtmlElement,
  headline: HtmlElement | null,
  root: HtmlElement,
  measures: Measures,
): HtmlElement[] {
  if (headline !== null && container.contains(headline)) return []
  const around = commonAncestor(container, headline, root)
  if (around === null) return []
  const found: HtmlElement[] = []
  let started = headline === null
  const waiting: HtmlElement[] = [around]
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element === container) break
    if (element === headline) {
      started = true
      continue
    }
    const { story, linked } = measures.of(element)
    const children = [...element.children]
    const deeper = children.some((child) => measures.of(child).story > 0)
    if (started && story > 0 && !deeper && !element.contains(container)) {
      if (linked < story * 0.3) found.push(element)
      continue
    }
    waiting.push(...children.reverse())
  }
  const mass = found.reduce((sum, element) => sum + measures.of(element).mass, 0)
  return mass > MOST_LEAD || found.length > MOST_PARAGRAPHS ? [] : found
}

function commonAncestor(
  container: HtmlElement,
  headline: HtmlElement | null,
  root: HtmlElement,
): HtmlElement | null {
  if (headline === null) return container.parentElement?.closest('article, main') ?? null
  for (let around = container.parentElement; around !== null; around = around.parentElement) {
    if (around.contains(headline)) return around
    if (around === root) return null
  }
  return null
}
