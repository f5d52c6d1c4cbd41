import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { Capture } from '#domain/article/capture'
import type { Range } from '#domain/article/range'
import { blockElements, textInSight } from '../../features/article/places'
import { setCssVariables } from '../../ui/use-css-variables'

/** A long article grows for a while after it opened: its blocks are looked up again once it rests, in milliseconds. */
const REST = 60

/**
 * Follows what of the article is in sight and draws it on the strip's frame. Scrolling renders no component: only two
 * custom properties change.
 * @returns the offset of the first text in sight, for those who ask
 */
export function useSight(
  capture: Capture,
  scroller: RefObject<HTMLElement | null>,
  article: RefObject<HTMLElement | null>,
  frame: RefObject<HTMLElement | null>,
): () => number {
  const first = useRef(0)
  useEffect(() => {
    const [scrolling, root] = [scroller.current, article.current]
    if (scrolling === null || root === null) return
    const ranges: readonly Range[] = capture.blocks.map((block) => block.range)
    let elements: readonly HTMLElement[] | null = null
    let asked = 0
    const look = () => {
      asked = 0
      elements ??= blockElements(root)
      const seen = textInSight(scrolling, elements, ranges)
      if (seen === null || frame.current === null) return
      first.current = seen[0]
      const thousandth = 1000 / Math.max(1, capture.text.length)
      setCssVariables(frame.current, { '--from': seen[0] * thousandth, '--to': seen[1] * thousandth })
    }
    const soon = () => {
      if (asked === 0) asked = requestAnimationFrame(look)
    }
    let rest: ReturnType<typeof setTimeout> | undefined
    const resized = () => {
      clearTimeout(rest)
      rest = setTimeout(() => {
        elements = null
        soon()
      }, REST)
    }
    const observer = new ResizeObserver(resized)
    observer.observe(root)
    observer.observe(scrolling)
    scrolling.addEventListener('scroll', soon, { passive: true })
    return () => {
      clearTimeout(rest)
      cancelAnimationFrame(asked)
      observer.disconnect()
      scrolling.removeEventListener('scroll', soon)
    }
  }, [capture, scroller, article, frame])
  return useCallback(() => first.current, [])
}
