import { type RefObject, useEffect, useRef } from 'react'

export type ArticlePointer = {
  readonly onStatement: (statementId: string) => void
  readonly onNote: (noteId: string) => void
  readonly onLink: (address: string) => void
  /** The address under the pointer or the focus; null when there is none. */
  readonly onAddress: (address: string | null) => void
  /** The source of the margin mark under the pointer; null when there is none. */
  readonly onHoverSource: (sourceId: string | null) => void
}

/**
 * What pointing at the article's words means. One listener for the whole article: an article of ten thousand
 * statements needs no ten thousand handlers. All that it does has a keyboard way as well (margin marks, n and p).
 */
export function useArticlePointer(root: RefObject<HTMLElement | null>, pointer: ArticlePointer): void {
  const latest = useRef(pointer)
  latest.current = pointer
  useEffect(() => {
    const element = root.current
    if (element === null) return
    const onClick = (event: MouseEvent) => pressed(event, latest.current)
    const onOver = (event: Event) => {
      if (!(event.target instanceof Element)) return
      latest.current.onAddress(addressOf(event.target))
      const mark = event.target.closest('[data-mark-source]')
      latest.current.onHoverSource(mark?.getAttribute('data-mark-source') ?? null)
    }
    const onLeave = () => {
      latest.current.onAddress(null)
      latest.current.onHoverSource(null)
    }
    element.addEventListener('click', onClick)
    element.addEventListener('auxclick', stopLinks)
    element.addEventListener('pointerover', onOver)
    element.addEventListener('pointerleave', onLeave)
    element.addEventListener('focusin', onOver)
    element.addEventListener('focusout', onLeave)
    element.addEventListener('dragstart', stopLinks)
    return () => {
      element.removeEventListener('click', onClick)
      element.removeEventListener('auxclick', stopLinks)
      element.removeEventListener('pointerover', onOver)
      element.removeEventListener('pointerleave', onLeave)
      element.removeEventListener('focusin', onOver)
      element.removeEventListener('focusout', onLeave)
      element.removeEventListener('dragstart', stopLinks)
    }
  }, [root])
}

function addressOf(target: Element): string | null {
  return target.closest('[data-address]')?.getAttribute('data-address') ?? null
}

/** A link is never followed by the page, however it is pressed or dragged. */
function stopLinks(event: Event): void {
  if (event.target instanceof Element && event.target.closest('a')) event.preventDefault()
}

function pressed(event: MouseEvent, pointer: ArticlePointer): void {
  const { target } = event
  if (!(target instanceof Element)) return
  const link = target.closest('a[data-address]')
  if (link !== null) {
    event.preventDefault()
    pointer.onLink(link.getAttribute('data-address') ?? '')
    return
  }
  const mark = target.closest('[data-mark]')
  if (mark !== null) {
    pointer.onStatement(mark.getAttribute('data-mark') ?? '')
    return
  }
  // The end of a selection is a click too, and means nothing else.
  if (getSelection()?.isCollapsed === false) return
  const note =
    target.closest('[data-note-mark]')?.getAttribute('data-note-mark') ?? lastId(target, 'data-note')
  if (note !== null) pointer.onNote(note)
  const statement = lastId(target, 'data-statement')
  if (statement !== null) pointer.onStatement(statement)
}

/** The last of the ids on the piece that was pressed: the innermost of what overlaps there. */
function lastId(target: Element, attribute: string): string | null {
  const ids = target.closest(`[${attribute}]`)?.getAttribute(attribute)
  return ids?.split(' ').at(-1) ?? null
}
