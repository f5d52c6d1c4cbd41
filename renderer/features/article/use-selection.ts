import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Range } from '#domain/article/range'
import { rangeBetween } from './selection'

/** A selection of article text, and where it stands in the window (px). */
export type TextSelection = {
  readonly range: Range
  readonly box: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
}

/** Waits this long after the last change by keyboard before the bar shows, in milliseconds. */
const SETTLE = 120

export type SelectedText = {
  /** The selected text of the article, once the person has let go of it. */
  readonly selection: TextSelection | null
  /** What is selected at this moment: a key may come before the person's selection has settled. */
  readonly selectedNow: () => TextSelection | null
  readonly clear: () => void
}

export function useTextSelection(root: RefObject<HTMLElement | null>, text: string): SelectedText {
  const [selection, setSelection] = useState<TextSelection | null>(null)
  const isDown = useRef(false)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => setSelection((before) => changed(before, current(root.current, text)))
    const onDown = (event: PointerEvent) => {
      isDown.current = root.current?.contains(event.target as Node) ?? false
    }
    const onUp = () => {
      if (!isDown.current) return
      isDown.current = false
      // The browser drops an old selection only after the pointer's own event.
      timer = setTimeout(read)
    }
    const onChange = () => {
      if (isDown.current) return
      clearTimeout(timer)
      timer = setTimeout(read, SETTLE)
    }
    document.addEventListener('pointerdown', onDown)
    document.addEventListener('pointerup', onUp)
    document.addEventListener('pointercancel', onUp)
    document.addEventListener('selectionchange', onChange)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerdown', onDown)
      document.removeEventListener('pointerup', onUp)
      document.removeEventListener('pointercancel', onUp)
      document.removeEventListener('selectionchange', onChange)
    }
  }, [root, text])

  const clear = useCallback(() => {
    getSelection()?.removeAllRanges()
    setSelection(null)
  }, [])
  const selectedNow = useCallback(() => current(root.current, text), [root, text])
  return { selection, selectedNow, clear }
}

function current(root: HTMLElement | null, text: string): TextSelection | null {
  const selection = getSelection()
  if (root === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const chosen = selection.getRangeAt(0)
  if (!root.contains(chosen.commonAncestorContainer) && !chosen.intersectsNode(root)) return null
  const range = rangeBetween(
    text,
    root,
    { node: chosen.startContainer, offset: chosen.startOffset },
    { node: chosen.endContainer, offset: chosen.endOffset },
  )
  if (range === null) return null
  const { left, top, right, bottom } = chosen.getBoundingClientRect()
  return { range, box: { left, top, right, bottom } }
}

/** Keeps the old value when nothing changed, so that a still selection draws nothing again. */
function changed(before: TextSelection | null, after: TextSelection | null): TextSelection | null {
  if (before === null || after === null) return after
  const same = before.range[0] === after.range[0] && before.range[1] === after.range[1]
  return same && before.box.top === after.box.top && before.box.left === after.box.left ? before : after
}

/** Extends (or starts) the selection by keyboard: Shift with arrows, as in any text. True when the key was that. */
export function extendByKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey'>): boolean {
  if (!event.shiftKey) return false
  const move = MOVES[event.key]
  if (move === undefined) return false
  const [direction, plain, withModifier] = move
  getSelection()?.modify('extend', direction, event.ctrlKey || event.altKey ? withModifier : plain)
  return true
}

const MOVES: Readonly<Record<string, readonly ['forward' | 'backward', string, string]>> = {
  ArrowRight: ['forward', 'character', 'word'],
  ArrowLeft: ['backward', 'character', 'word'],
  ArrowDown: ['forward', 'line', 'paragraph'],
  ArrowUp: ['backward', 'line', 'paragraph'],
  End: ['forward', 'lineboundary', 'documentboundary'],
  Home: ['backward', 'lineboundary', 'documentboundary'],
}
