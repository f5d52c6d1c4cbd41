/** The article's scrolling element: it takes the focus, so that the arrow keys scroll it and its keys are heard. */
const SCROLLER = '[data-article-scroller]'
/** How long an article may take to come before its focus is given up: milliseconds. */
const PATIENCE = 3000

let watching: MutationObserver | null = null

/**
 * Gives the article the focus: at once when it is the one that is `shown`, otherwise as soon as another one has taken
 * its place. A later call takes the place of an earlier one.
 */
export function focusArticle(desk: HTMLElement | null, shown: boolean): void {
  watching?.disconnect()
  watching = null
  const present = desk?.querySelector<HTMLElement>(SCROLLER) ?? null
  if (desk === null || shown) {
    present?.focus({ preventScroll: true })
    return
  }
  const observer = new MutationObserver(() => {
    const next = desk.querySelector<HTMLElement>(SCROLLER)
    if (next === null || next === present) return
    observer.disconnect()
    next.focus({ preventScroll: true })
  })
  observer.observe(desk, { childList: true, subtree: true })
  watching = observer
  setTimeout(() => observer.disconnect(), PATIENCE)
}

/** Whether the focus is in the article now. */
export function articleHasFocus(desk: HTMLElement | null): boolean {
  return desk?.querySelector(SCROLLER)?.contains(document.activeElement) ?? false
}
