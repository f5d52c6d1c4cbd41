import type { HtmlElement } from '../document'
import type { Measures } from './measure'
import { isNamedBody, suspicionOf } from './names'

/** Not even the surest name is believed of this much of the page's paragraphs. */
const MOST_CERTAIN = 0.7
/** A likely one is believed of this much, when the headline stands elsewhere; otherwise of less. */
const MOST_BESIDE = 0.5
const MOST_LIKELY = 0.3
/** A teaser of another article has this much of its words in the link to it; a standfirst may link a name. */
const LEAST_LINKED = 0.1
/** The child that has this much of an element's paragraphs stands for it. */
const MOST_OF_IT = 0.7

/**
 * Takes furniture (menus, related links, share bars, sign-ups, comments, author boxes) out of the page, from the
 * outside in, by its names and by how much of the page's text it holds. What holds the headline is none.
 */
export function clearFurniture(root: HtmlElement, headline: HtmlElement | null, measures: Measures): void {
  const whole = measures.of(root).story
  const holders = new Set<HtmlElement>()
  for (let around = headline; around !== null; around = around.parentElement) holders.add(around)
  const likely = new LikelyFurniture()
  const waiting = [...root.children].reverse()
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const { mass, story, linked } = measures.of(element)
    const suspicion = holders.has(element) ? null : suspicionOf(element)
    if (suspicion === 'certain' && story < whole * MOST_CERTAIN) {
      measures.remove(element)
      continue
    }
    const most = headline === null || holdsNamedBody(element, measures) ? MOST_LIKELY : MOST_BESIDE
    const suspect =
      suspicion === 'likely' ||
      suspicion === 'certain' ||
      (suspicion === 'if-linked' && linked > mass * LEAST_LINKED)
    if (suspect && story <= whole * most) likely.add(element, story)
    else waiting.push(...[...element.children].reverse())
  }
  for (const element of likely.below(whole * MOST_BESIDE)) measures.remove(element)
}

/** Elements of one name are judged together: ten boxes "item-comment" with a tenth of the text each are the article. */
class LikelyFurniture {
  readonly #names = new Map<HtmlElement, string>()
  readonly #stories = new Map<string, number>()

  add(element: HtmlElement, story: number): void {
    const name = `${element.localName} ${element.getAttribute('class') ?? ''}`
    this.#names.set(element, name)
    this.#stories.set(name, (this.#stories.get(name) ?? 0) + story)
  }

  below(most: number): HtmlElement[] {
    return [...this.#names].flatMap(([element, name]) =>
      (this.#stories.get(name) ?? 0) <= most ? [element] : [],
    )
  }
}

/** Whether markup calls an element, or the one in it that has most of its paragraphs, the body of an article. */
function holdsNamedBody(element: HtmlElement, measures: Measures): boolean {
  for (let at: HtmlElement | undefined = element; at !== undefined; ) {
    if (isNamedBody(at)) return true
    const most: number = measures.of(at).story * MOST_OF_IT
    at = most > 0 ? [...at.children].find((child) => measures.of(child).story > most) : undefined
  }
  return false
}
