import { useSyncExternalStore } from 'react'

/** Below this width the library is a drawer over the article instead of a pane beside it. */
const NARROW = '(width < 62.5rem)'

/** Whether the window is too narrow for three panes side by side. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches)
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
