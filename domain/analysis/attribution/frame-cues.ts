import type { CueLevels } from './cue-levels'
import type { Frame } from './frame'

/** The other cues in reach of a frame's own, element by element. */
export type Cues = {
  /** Level of the element (of a fragment: its highest); 0 for the frame's own cue. */
  readonly own: Uint8Array
  /** Likely cues passed on the way out from the frame's own: 0 to 3. */
  readonly passed: Uint8Array
  /** Distance to the next likely cue to the right in the sentence: 0 none, 1 here, to 7 far; 8 more when it is the frame's own. */
  readonly ahead: Uint8Array
  /** Highest level in the sentence to the left of the frame's own cue, and to the right. */
  readonly left: number
  readonly right: number
}

/** The level from which a cue is likely. */
const LIKELY = 2

export function cuesOf(levels: CueLevels, frame: Frame): Cues {
  const own = ownLevels(levels, frame)
  const passed = new Uint8Array(own.length)
  const left = walkOut(own, frame, -1, passed)
  const right = walkOut(own, frame, 1, passed)
  return { own, passed, ahead: distances(own, frame), left, right }
}

function ownLevels(levels: CueLevels, { anchorElement, from, to }: Frame): Uint8Array {
  const own = new Uint8Array(from.length)
  for (let e = 0; e < own.length; e++) {
    if (e === anchorElement) continue
    const end = to[e] ?? 0
    for (let i = from[e] ?? 0; i < end; i++) own[e] = Math.max(own[e] as number, levels[i] ?? 0)
  }
  return own
}

const MOST_PASSED = 3

/** Fills `passed` on one side of the frame's own cue; returns the highest level in the sentence there. */
function walkOut(own: Uint8Array, frame: Frame, direction: -1 | 1, passed: Uint8Array): number {
  let highest = 0
  let seen = 0
  for (let e = frame.anchorElement + direction; e >= 0 && e < own.length; e += direction) {
    passed[e] = seen
    const level = own[e] as number
    if (!frame.isFragment[e]) highest = Math.max(highest, level)
    if (level >= LIKELY && seen < MOST_PASSED) seen += 1
  }
  return highest
}

/** Steps to the next likely cue on the right, the frame's own among them. */
function distances(own: Uint8Array, { anchorElement, isFragment }: Frame): Uint8Array {
  const ahead = new Uint8Array(own.length)
  let next = -1
  for (let e = own.length - 1; e >= 0; e--) {
    if (isFragment[e]) continue
    if (e === anchorElement || (own[e] as number) >= LIKELY) next = e
    if (next >= 0) ahead[e] = onScale(next - e) + (next === anchorElement ? OWN : 0)
  }
  return ahead
}

const OWN = 8

function onScale(distance: number): number {
  return distance <= 3 ? distance + 1 : distance <= 6 ? 5 : distance <= 12 ? 6 : 7
}
