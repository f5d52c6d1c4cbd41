/** How probably each token heads a cue, in steps: 0 hardly, to 4 almost surely. */
export type CueLevels = Uint8Array

/** Log odds from which a token is of level 1, 2, 3 and 4: probabilities of about .1, .3, .6 and .9. */
const STEPS = [-2.2, -0.85, 0.4, 2.2] as const

/** The levels of log odds (`headScores`), token by token. */
export function levelsOf(scores: Float32Array): CueLevels {
  const levels = new Uint8Array(scores.length)
  for (let i = 0; i < scores.length; i++) {
    let level = 0
    for (const step of STEPS) if ((scores[i] as number) >= step) level += 1
    levels[i] = level
  }
  return levels
}
