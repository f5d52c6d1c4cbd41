import { type RefObject, useLayoutEffect, useState } from 'react'

/** Below this width (px) article and colophon do not fit side by side. */
const NARROW = 700

/** Whether the element is too narrow for two panes. */
export function useIsNarrow(element: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setNarrow] = useState(false)
  useLayoutEffect(() => {
    const watched = element.current
    if (watched === null) return
    setNarrow(watched.clientWidth < NARROW)
    const observer = new ResizeObserver(() => setNarrow(watched.clientWidth < NARROW))
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return isNarrow
}
