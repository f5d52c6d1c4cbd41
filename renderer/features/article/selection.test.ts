import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { offsetOf, rangeBetween } from './selection'

const text = 'First words here.\n\nSecond block.'
const { document } = parseHTML(`<!doctype html><html><body><main><header>Outlet</header>
<p data-block="0"><span class="number">¶1</span><span data-from="0">First </span><button>S1</button><span data-from="6"><strong>words</strong> here.</span></p>
<p data-block="1"><span class="number">¶2</span><span data-from="19">Second block.</span></p><footer>About</footer></main></body></html>`)

function part<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the page lacks it')
  return value
}
const root = part(document.querySelector('main')) as unknown as Element
const leaf = (from: number) => part(root.querySelector(`[data-from="${from}"]`))
const wordsBetween = (...ends: [Node, number, Node, number]) => {
  const range = rangeBetween(
    text,
    root,
    { node: ends[0], offset: ends[1] },
    { node: ends[2], offset: ends[3] },
  )
  return range === null ? null : text.slice(range[0], range[1])
}

describe('from a selection to a range of the text', () => {
  it('counts inside nested emphasis', () => {
    const strong = part(leaf(6).querySelector('strong')?.firstChild)
    expect(wordsBetween(strong, 1, part(leaf(6).lastChild), 5)).toBe('ords here')
  })

  it('crosses a margin mark without taking it in', () => {
    expect(wordsBetween(part(leaf(0).firstChild), 0, part(leaf(6).lastChild), 6)).toBe('First words here.')
  })

  it('crosses blocks and keeps the break between them', () => {
    expect(wordsBetween(part(leaf(6).lastChild), 1, part(leaf(19).firstChild), 6)).toBe('here.\n\nSecond')
  })

  it('takes the whole paragraph of a triple click, whose end is the start of the next block', () => {
    const second = part(root.querySelector('[data-block="1"]'))
    expect(wordsBetween(part(leaf(0).firstChild), 0, second, 0)).toBe('First words here.')
  })

  it('moves ends that lie outside of the text onto it', () => {
    const header = part(root.querySelector('header')?.firstChild)
    const footer = part(root.querySelector('footer')?.firstChild)
    expect(wordsBetween(header, 2, footer, 3)).toBe(text)
  })

  it('is nothing where only labels are selected', () => {
    const number = part(root.querySelector('.number')?.firstChild)
    expect(wordsBetween(number, 0, number, 2)).toBeNull()
    expect(offsetOf(root, { node: root, offset: 0 }, 'end')).toBeNull()
  })
})
