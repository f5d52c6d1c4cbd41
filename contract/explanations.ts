import { z } from 'zod'
import { range } from './schemas'

/** Where one finding comes from (domain/analysis/explain.ts). */
export const explanation = z.object({
  finding: z.enum(['source', 'mention', 'anonymity', 'attribution', 'notice', 'credit', 'picture', 'date']),
  /** The finding's id, or its index in its list. */
  of: z.union([z.string(), z.int()]),
  rule: z.string(),
  words: z.string().nullable(),
  range: range.nullable(),
  /** What carried a learned finding; weights in log odds, below nought against it. */
  features: z.array(
    z.object({
      about: z.enum(['cue', 'source', 'content', 'whole']),
      name: z.string(),
      weight: z.number(),
    }),
  ),
})
export type ShownExplanation = z.output<typeof explanation>
