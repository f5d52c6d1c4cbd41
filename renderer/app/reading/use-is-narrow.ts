import { type RefObject, useLayoutEffect, useState } from 'react'

/** Below this width (px) article and colophon do not fit side by side. */
const NARROW = 700

/** Whether the element is too narrow for two panes. */
export function useIsNarrow(element: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setNarrow] = useState(false)
  useLayoutEffect(() => {
    const watched = element.current
    if (watched === null) return
    // The observer reports before the first paint, and asks for no layout of its own.
    const observer = new ResizeObserver(([entry]) => setNarrow((entry?.contentRect.width ?? NARROW) < NARROW))
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return isNarrow
}
