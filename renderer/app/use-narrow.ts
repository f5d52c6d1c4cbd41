import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Place } from './place'

/** Below this width the library is a drawer over the article instead of a pane beside it. */
const NARROW = '(width < 62.5rem)'

/** Whether the window is too narrow for three panes side by side. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches)
}

/** A window made narrow in the middle of reading keeps the article in sight, not the drawer over it. */
export function useCloseWhenNarrow(narrow: boolean, place: Place, setOpen: (open: boolean) => void): void {
  const reads = useRef(false)
  reads.current = place.articleId !== null
  useEffect(() => {
    if (narrow && reads.current) setOpen(false)
  }, [narrow, setOpen])
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
