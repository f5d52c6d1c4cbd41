import { expect } from 'vitest'
import { LIMITS } from '../../limits'
import type { Bomb } from './bomb'
import type { Blast } from './throw-bomb'

/** What a process may hold beyond its heap, MiB: the file, what it unpacks to, and Node itself. */
const BEYOND_THE_HEAP = 1_536

/** A bomb may only end as its table says, keep no picture that it should not, and harm nothing behind it. */
export function expectHarmless(bomb: Bomb, blast: Blast): void {
  const unexpected = Object.keys(blast.endings).filter((ending) => !bomb.ends.some((each) => each === ending))
  expect(unexpected, bomb.name).toEqual([])
  expect(Object.keys(blast.endings).length, bomb.name).toBeGreaterThan(0)
  expect(blast.pictures, `${bomb.name}: pictures`).toBe(bomb.pictures ?? 0)
  expect(blast.next, `${bomb.name}: the next file`).toBe('read')
  expect(blast.peak, `${bomb.name}: memory`).toBeLessThan(LIMITS.parserHeap + BEYOND_THE_HEAP)
}
