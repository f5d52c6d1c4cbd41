import { useEffect } from 'react'

export type Screen = 'first-run' | 'locked' | 'library'

/**
 * Says, once this screen has been painted, which one it is (`<html data-screen>`) and when (the performance mark
 * `colophon:painted`). End-to-end tests and the start-up benchmark wait for it.
 */
export function usePainted(screen: Screen): void {
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      // The first callback runs before the paint of this frame, the second after it.
      frame = requestAnimationFrame(() => {
        performance.mark('colophon:painted', { detail: screen })
        document.documentElement.dataset.screen = screen
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      delete document.documentElement.dataset.screen
    }
  }, [screen])
}
