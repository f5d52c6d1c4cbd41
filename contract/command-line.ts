import { z } from 'zod'
import { BLOCK_KINDS, BLOCK_ROLES } from '#domain/article/block'
import { explanation } from './explanations'
import { alternate, attribution, credit, dateMention, notice, picture, range, source } from './schemas'

/**
 * The lines that the command line prints: a contract that scripts rely on (ARCHITECTURE.md, The command line).
 * Offsets are UTF-16 code units, half open, into `text`.
 */

/** One line of `extract --jsonl`. `title` is null when the file has no headline, `text` when it holds no article. */
export const extractLine = z.object({
  file: z.string(),
  title: z.string().nullable(),
  authors: z.array(z.string()),
  published: z.string().nullable(),
  language: z.string().nullable(),
  publisher: z.string().nullable(),
  credits: z.array(credit),
  pictures: z.array(picture),
  contact: z.string().nullable(),
  alternates: z.array(alternate),
  text: z.string().nullable(),
  blocks: z.array(
    z.object({
      kind: z.enum(BLOCK_KINDS),
      role: z.enum(BLOCK_ROLES),
      range,
      level: z.int().exactOptional(),
      ordered: z.boolean().exactOptional(),
      picture: z.int().exactOptional(),
    }),
  ),
})
export type ExtractLine = z.output<typeof extractLine>

/** One line of `analyze --jsonl`. */
export const analyzeLine = z.object({
  file: z.string(),
  text: z.string(),
  attributions: z.array(attribution),
  sources: z.array(source),
  notices: z.array(notice),
  credits: z.array(credit),
  pictures: z.array(picture),
  dates: z.array(dateMention),
})
export type AnalyzeLine = z.output<typeof analyzeLine>

/** One line of `analyze --explain --jsonl`: which rule or feature of the model each finding comes from. */
export const explainedLine = analyzeLine.extend({ explained: z.array(explanation) })
export type ExplainedLine = z.output<typeof explainedLine>
