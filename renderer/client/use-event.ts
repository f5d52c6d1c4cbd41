import { useEffect, useRef } from 'react'
import type { Events } from '#contract/surface'
import { client } from './client'

/** Listens to an event of the main process while the component lives. */
export function useClientEvent<E extends keyof Events>(
  event: E,
  listener: (payload: Events[E]) => void,
): void {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => client.subscribe(event, (payload) => latest.current(payload)), [event])
}
