import { type KeyboardEvent, useEffect, useRef } from 'react'
import { NOTE_COLORS } from '#domain/annotation/note'
import { isTextField } from '../../client/commands'
import { focusNeighbour } from '../../features/article/places'
import { extendByKey, type TextSelection } from '../../features/article/use-selection'
import type { ArticlePaneProps } from './article-pane-props'
import type { Find } from './use-find'
import type { Marking } from './use-marking'

type Input = Pick<ArticlePaneProps, 'scroller' | 'article' | 'choice' | 'places'> & {
  readonly selection: TextSelection | null
  readonly clearSelection: () => void
  readonly find: Find
  readonly marking: Marking
}

/**
 * Keys that mean something only while reading: j and k walk paragraphs when the article has focus, Shift with arrows
 * selects, Esc closes the topmost thing, Ctrl+C copies through the shell. Digits pick a colour for selected words,
 * wherever the focus is.
 */
export function useReadingKeys(input: Input): (event: KeyboardEvent) => void {
  const latest = useRef(input)
  latest.current = input
  useEffect(() => {
    const onDigit = (event: globalThis.KeyboardEvent) => {
      const { selection, marking } = latest.current
      if (selection === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
        return
      if (event.target instanceof Element && isTextField(event.target)) return
      const color = /^[1-8]$/.test(event.key) ? NOTE_COLORS[Number(event.key) - 1] : undefined
      if (color === undefined) return
      event.preventDefault()
      marking.mark('highlight', color)
    }
    window.addEventListener('keydown', onDigit)
    return () => window.removeEventListener('keydown', onDigit)
  }, [])

  return (event) => {
    const { scroller, article } = input
    if (event.defaultPrevented || scroller.current === null || article.current === null) return
    if (event.key === 'Escape' && closeTopmost(input)) {
      event.preventDefault()
      return
    }
    if (!(event.target instanceof Node) || !scroller.current.contains(event.target)) return
    if (isCopy(event) && input.selection !== null) {
      event.preventDefault()
      input.marking.copy()
    } else if (isPlain(event) && (event.key === 'j' || event.key === 'k')) {
      event.preventDefault()
      focusNeighbour(scroller.current, article.current, event.key === 'j' ? 1 : -1)
    } else if (extendByKey(event.nativeEvent)) {
      event.preventDefault()
    }
  }
}

function isPlain(event: KeyboardEvent): boolean {
  return !(event.ctrlKey || event.metaKey || event.altKey)
}

function isCopy(event: KeyboardEvent): boolean {
  return (
    (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'c'
  )
}

/** Closes what lies on top: the selection's bar, find, what is pointed at, what is chosen. False when nothing was open. */
function closeTopmost({ selection, clearSelection, find, places, choice }: Input): boolean {
  if (selection !== null) clearSelection()
  else if (find.mode !== 'closed') find.close()
  else if (places.evidence !== null) places.clear()
  else if (choice.sourceId !== null) choice.clear()
  else return false
  return true
}
