import type { Range } from '../article/range'
import { type Analysis, isUnnamed, type Source } from './findings'

export const DISCLOSURE_QUESTIONS = ['who', 'how-known', 'why-unnamed', 'supported'] as const
/** What a reader may ask of a source (DOMAIN.md, the disclosure checklist). */
export type DisclosureQuestion = (typeof DISCLOSURE_QUESTIONS)[number]

/** Whether the article tells it, and the words it is told with. Never a score of truth. */
export type Disclosure = {
  readonly question: DisclosureQuestion
  readonly told: boolean
  readonly evidence: readonly Range[]
}

/** What the article tells of one source. `why-unnamed` is asked of unnamed sources only. */
export function sourceDisclosures(source: Source): Disclosure[] {
  const hidden = isUnnamed(source.identification)
  const who = source.identification !== 'bare-unnamed'
  const reason = source.anonymity?.reasonRange
  return [
    { question: 'who', told: who, evidence: [source.descriptorRange] },
    {
      question: 'how-known',
      told: source.basisOfKnowledge !== 'not-stated',
      evidence: source.basisRange ? [source.basisRange] : [],
    },
    ...(hidden
      ? [{ question: 'why-unnamed' as const, told: Boolean(reason), evidence: reason ? [reason] : [] }]
      : []),
    {
      question: 'supported',
      told: source.corroboration !== 'none-stated',
      evidence: source.corroborationRange ? [source.corroborationRange] : [],
    },
  ]
}

/**
 * The checklist of a whole article: a question is told when it is told of every source that it is asked of.
 * Evidence is that of all sources in text order, with the standing notices on anonymity. An article without
 * sources has an empty list; an article without unnamed sources is not asked why they are.
 */
export function disclosureChecklist(analysis: Pick<Analysis, 'sources' | 'notices'>): Disclosure[] {
  const all = analysis.sources.flatMap(sourceDisclosures)
  const notices = analysis.notices.flatMap(({ reasonRange }) => (reasonRange ? [reasonRange] : []))
  return DISCLOSURE_QUESTIONS.flatMap((question) => {
    const asked = all.filter((one) => one.question === question)
    if (asked.length === 0) return []
    const evidence = asked.filter(({ told }) => told).flatMap((one) => one.evidence)
    const standing = question === 'why-unnamed' ? notices : []
    return [
      {
        question,
        told: asked.every(({ told }) => told),
        evidence: [...evidence, ...standing].sort((a, b) => a[0] - b[0]),
      },
    ]
  })
}
