import { randomFrom } from '../../electron/library/testing/alter'
import { CONTAINER_CONTEXTS } from './container-contexts'
import type { Context, HostileCase, HostileFile } from './context'
import { MARKUP_PAYLOADS } from './markup-payloads'
import { OTHER_PAYLOADS } from './other-payloads'
import { PAGE_CONTEXTS } from './page-contexts'
import type { Payload } from './payload'
import { storyOf } from './stories'
import { TOLD_CONTEXTS } from './told-contexts'

export const PAYLOADS: readonly Payload[] = [...MARKUP_PAYLOADS, ...OTHER_PAYLOADS]
export const CONTEXTS: readonly Context[] = [...PAGE_CONTEXTS, ...CONTAINER_CONTEXTS, ...TOLD_CONTEXTS]

const SEED = 2026

/**
 * `count` cases, the same for the same count: contexts in turn, each taking the next payload that it accepts and that it has
 * not had, so that every payload comes to stand in places of different formats.
 */
export function hostileCases(count: number): readonly HostileCase[] {
  const payloads = shuffled(PAYLOADS)
  const next = new Map<Context, number>()
  const cases: HostileCase[] = []
  for (let number = 0; number < count; number += 1) {
    const context = CONTEXTS[number % CONTEXTS.length] as Context
    // Each context begins elsewhere in the row.
    const begin = ((number % CONTEXTS.length) * payloads.length) / CONTEXTS.length
    let at = next.get(context) ?? Math.floor(begin)
    while (!context.accepts(payloads[at % payloads.length] as Payload)) at += 1
    next.set(context, at + 1)
    cases.push({
      number,
      context,
      payload: payloads[at % payloads.length] as Payload,
      story: storyOf(number),
    })
  }
  return cases
}

/** The files that these cases stand in. */
export function filesOf(cases: readonly HostileCase[]): readonly HostileFile[] {
  return CONTEXTS.flatMap((context) => {
    const own = cases.filter((each) => each.context === context)
    return own.length === 0 ? [] : context.files(own)
  })
}

function shuffled<T>(values: readonly T[]): readonly T[] {
  const random = randomFrom(SEED)
  return values
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value)
}
