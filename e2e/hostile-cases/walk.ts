import type { Page } from '@playwright/test'
import { type Look, look } from './look'

/** How one article looked, and the longest time between two frames while it was opened, milliseconds. */
export type Shown = Look & { readonly gap: number }

/** Opens every article of the library's list, one after the other, by a click on its row, and looks at each with its credits. */
export async function readEveryArticle(
  page: Page,
  total: number,
  onShown: (shown: Shown) => void,
): Promise<void> {
  for (let index = 0; index < total; index += 1) {
    const gap = await page.evaluate(openRow, index)
    onShown({ ...(await page.evaluate(look, index)), gap })
  }
}

/** Opens the article of a row with all that is folded. Runs in the page, where waiting for a frame costs no round trip. */
async function openRow(index: number): Promise<number> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  let longest = 0
  /** Waits, frame by frame, until `find` finds something. */
  const until = async <T>(what: string, find: () => T | null | undefined | false): Promise<T> => {
    let last = await frame()
    for (let frames = 0; frames < 3000; frames += 1) {
      const found = find()
      if (found) return found
      const now = await frame()
      longest = Math.max(longest, now - last)
      last = now
    }
    throw new Error(`${what} did not come`)
  }
  const all = <E extends HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)]
  const rowNow = () => all(`[role=listbox] [role=option][data-index="${index}"]`)[0]
  const scroller = all('[role=listbox]')[0]
  const before = document.querySelector('main article')
  const row = await until(`row ${index}`, () => {
    const drawn = rowNow()
    if (drawn === undefined && scroller !== undefined) scroller.scrollTop += scroller.clientHeight / 2
    return drawn
  })
  row.click()
  await until(`article ${index}`, () => {
    const article = document.querySelector('main article')
    return article !== null && article !== before && rowNow()?.ariaSelected === 'true'
  })
  all('[role=tab]')[1]?.click()
  await until(`credits of ${index}`, () => all('[role=tab]')[1]?.ariaSelected === 'true')
  for (const folded of all('main article button[aria-expanded=false]')) folded.click()
  for (const folded of all<HTMLDetailsElement>('main article details')) folded.open = true
  // What is unfolded comes with the next frames.
  await frame()
  await frame()
  return longest
}
