import type { Source } from './findings'

/** A source of which nothing is known but its words. */
export function bareSource(
  source: Pick<Source, 'id' | 'identification' | 'descriptor' | 'descriptorRange' | 'mentions'>,
): Source {
  return {
    ...source,
    role: null,
    affiliation: null,
    place: null,
    count: 'one',
    attributionLevel: 'not-stated',
    anonymity: null,
    addressee: null,
    addresseeRange: null,
    when: null,
    whenRange: null,
    basisOfKnowledge: 'not-stated',
    basisRange: null,
    motive: null,
    motiveRange: null,
    corroboration: 'none-stated',
    corroborationRange: null,
    joined: [],
  }
}
