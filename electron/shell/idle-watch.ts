/** What one look at the clocks tells. */
export type Look = {
  /** Wall clock: ms since the epoch. */
  readonly now: number
  /** For how long nobody has touched the machine, as the system tells it: ms. Some systems always say 0. */
  readonly idle: number
  /** When our own window was last touched: ms since the epoch. */
  readonly touched: number
}

/**
 * Returns a function that tells at each look for how long nobody has been here: ms by the wall clock.
 *
 * The system's own counter may stand still, or begin again, while the machine sleeps. So it is only asked whether
 * somebody was here since the last look: it is 0, or smaller than it was. A counter that never moves (Wayland without
 * its idle protocol) is none; then only what touches our own window counts.
 */
export function createIdleWatch(start: number): (look: Look) => number {
  let lastHere = start
  let lastIdle = 0
  let counts = false
  return ({ now, idle, touched }) => {
    counts ||= idle > 0
    if (counts && (idle === 0 || idle < lastIdle)) lastHere = now - idle
    lastHere = Math.max(lastHere, touched)
    // A clock that was set back must not make an age out of nothing, nor a future.
    lastHere = Math.min(lastHere, now)
    lastIdle = idle
    return now - lastHere
  }
}
