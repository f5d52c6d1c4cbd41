import { startTransition, useEffect, useState } from 'react'

/**
 * How many of `total` items are drawn: a first screen at once, then the rest in steps, each of which gives way to
 * whatever the person does. Ends at `total`.
 */
export function useGrowing(total: number, first: number, step: number): number {
  const [shown, setShown] = useState(first)
  useEffect(() => {
    if (shown >= total) return
    const asked = requestIdleCallback(() => startTransition(() => setShown((before) => before + step)), {
      timeout: 200,
    })
    return () => cancelIdleCallback(asked)
  }, [shown, total, step])
  return Math.min(shown, total)
}
