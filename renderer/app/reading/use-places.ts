import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import { isBoilerplate } from '#domain/article/block'
import type { Capture } from '#domain/article/capture'
import { overlap, type Range } from '#domain/article/range'
import { scrollToRange } from '../../features/article/places'

export type Places = {
  /** The words that a card asked to see; drawn until something else is asked. */
  readonly evidence: Range | null
  readonly isFoldOpen: boolean
  readonly setFoldOpen: (open: boolean) => void
  /** Brings a range into sight. With `point` it is also marked as evidence. */
  readonly goTo: (range: Range, point: boolean) => void
  readonly clear: () => void
}

type Target = { readonly range: Range; readonly round: number }

/** Tries this many frames: a long article's end is drawn a moment after its first screen. */
const MOST_FRAMES = 240

/** Going to places of the article: opens what is folded, scrolls, and points at words. */
export function usePlaces(
  capture: Capture,
  scroller: RefObject<HTMLElement | null>,
  article: RefObject<HTMLElement | null>,
): Places {
  const [evidence, setEvidence] = useState<Range | null>(null)
  const [isFoldOpen, setFoldOpen] = useState(false)
  const [target, setTarget] = useState<Target | null>(null)
  const folded = useMemo(
    () =>
      capture.blocks.filter((_, index) => {
        const role = capture.analysis.blockRoles[index]
        return role !== undefined && isBoilerplate(role)
      }),
    [capture],
  )

  const goTo = useCallback(
    (range: Range, point: boolean) => {
      if (folded.some((block) => overlap(block.range, range))) setFoldOpen(true)
      setEvidence(point ? range : null)
      setTarget((before) => ({ range, round: (before?.round ?? 0) + 1 }))
    },
    [folded],
  )
  // Blocks, not the capture: a correction gives it other findings and must not move the page.
  const { blocks: all } = capture
  useEffect(() => {
    if (target === null) return
    const blocks = all.flatMap((block, index) => (overlap(block.range, target.range) ? [index] : []))
    let frames = 0
    let asked = 0
    const tryNow = () => {
      frames += 1
      const [scrolling, root] = [scroller.current, article.current]
      if (scrolling === null || root === null) return
      const reached = scrollToRange(scrolling, root, blocks, target.range)
      if (reached === null && frames < MOST_FRAMES) asked = requestAnimationFrame(tryNow)
    }
    asked = requestAnimationFrame(tryNow)
    return () => cancelAnimationFrame(asked)
  }, [target, all, scroller, article])

  const clear = useCallback(() => setEvidence(null), [])
  return { evidence, isFoldOpen, setFoldOpen, goTo, clear }
}
