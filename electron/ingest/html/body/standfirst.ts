import type { HtmlElement } from '../document'
import { isBlockLevel } from '../element-kinds'
import type { Measures } from './measure'

/** A standfirst is a few sentences; what is longer is the story, whatever it is called. */
const LONGEST = 700
const MOST_PARAGRAPHS = 2
/** What markup calls the lines between headline and story, in the languages most pages are written in. */
const NAMED =
  /(?:^|[\s_-])(?:standfirst|dek|deck|sub-?(?:title|headline|heading|hed)|vorspann|anreisser|chapo|chapeau|bajada|copete|entradilla|sottotitolo|ingress|lead-?(?:text|in)?|lede|(?:article|entry|post)-?(?:intro|lead|summary|excerpt|description)|intro(?:duction|text)?|excerpt|teaser-?text|abstract)(?=$|[\s_-])/i
const PROPERTY = /(?:^|:)(?:description|alternativeHeadline|abstract)$/i

/**
 * The standfirst of an article: what stands between headline and story (`lead`), when it is short enough for one, and what
 * markup calls so at the beginning of the story.
 */
export function standfirstOf(
  lead: readonly HtmlElement[],
  container: HtmlElement,
  measures: Measures,
): ReadonlySet<HtmlElement> {
  const mass = lead.reduce((sum, element) => sum + measures.of(element).mass, 0)
  const before = lead.length <= MOST_PARAGRAPHS && mass <= LONGEST ? lead : []
  return new Set([...before, ...standfirstsIn(container, measures)])
}

/** The elements at the beginning of `container` that markup calls a standfirst: nothing of the story stands before them. */
function standfirstsIn(container: HtmlElement, measures: Measures): HtmlElement[] {
  const found: HtmlElement[] = []
  const waiting = [...container.children].reverse()
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (isStandfirst(element, measures)) {
      found.push(element)
      continue
    }
    const { story } = measures.of(element)
    const inside = [...element.children]
    if (story > 0 && !inside.some((child) => measures.of(child).story > 0)) break
    waiting.push(...inside.reverse())
  }
  return found
}

function isStandfirst(element: HtmlElement, measures: Measures): boolean {
  const { mass, paragraphs } = measures.of(element)
  if (!isBlockLevel(element) || mass === 0 || mass > LONGEST || paragraphs > MOST_PARAGRAPHS) return false
  const property = element.getAttribute('itemprop') ?? element.getAttribute('property') ?? ''
  return PROPERTY.test(property) || NAMED.test(element.getAttribute('class') ?? '')
}
