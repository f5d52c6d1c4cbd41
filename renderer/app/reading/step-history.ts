/** What was done, the latest last, and what was taken back of it, the next to do again first. */
export type History<Step> = { readonly past: readonly Step[]; readonly future: readonly Step[] }

export const NO_HISTORY: History<never> = { past: [], future: [] }

/** Steps that can be taken back. */
const DEEPEST = 200

/** The history after a step; what had been taken back can no longer be done again. */
export function did<Step>(history: History<Step>, step: Step): History<Step> {
  return { past: [...history.past, step].slice(-DEEPEST), future: [] }
}

/** The step to take back and the history without it; null when there is none. */
export function undone<Step>({ past, future }: History<Step>): Walked<Step> | null {
  const step = past.at(-1)
  if (step === undefined) return null
  return { step, history: { past: past.slice(0, -1), future: [step, ...future] } }
}

/** The step to do again and the history with it; null when there is none. */
export function redone<Step>({ past, future }: History<Step>): Walked<Step> | null {
  const [step, ...rest] = future
  if (step === undefined) return null
  return { step, history: { past: [...past, step], future: rest } }
}

type Walked<Step> = { readonly step: Step; readonly history: History<Step> }
