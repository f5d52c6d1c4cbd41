import { z } from 'zod'
import {
  type Analysis,
  ATTRIBUTION_LEVELS,
  BASES_OF_KNOWLEDGE,
  CORROBORATIONS,
  CREDIT_ROLES,
  DIRECTNESSES,
  IDENTIFICATIONS,
  NOTICE_KINDS,
  REASON_CLASSES,
} from '#domain/analysis/findings'
import { type Anchor, NOTE_COLORS, NOTE_STYLES, type Note } from '#domain/annotation/note'
import { BLOCK_KINDS, BLOCK_ROLES, type Block, type Mark } from '#domain/article/block'
import type { Capture, CaptureDraft, Original, PictureFile } from '#domain/article/capture'
import { BODY_ORIGINS, type CaptureFacts } from '#domain/article/facts'
import type { ArticleListing, StripBand } from '#domain/article/listing'
import type { Range } from '#domain/article/range'
import { ASSERTED_BY, type Told } from '#domain/article/told'

/** The domain's types as schemas. Each is held to its type by the compiler: a drift is a compile error. */

export const range: z.ZodType<Range> = z.tuple([z.int().min(0), z.int().min(0)])
const ranges = z.array(range)
const words = z.string().nullable()
const maybeRange = range.nullable()

const toldString: z.ZodType<Told<string>> = z.object({
  value: z.string(),
  assertedBy: z.enum(ASSERTED_BY),
  range: maybeRange,
  from: z.string(),
})
const maybeTold = toldString.nullable()

export const alternate = z.object({
  language: words,
  relation: z.enum(['original', 'translation', 'other-language']),
  label: words,
  url: words,
})

export const captureFacts: z.ZodType<CaptureFacts> = z.object({
  headline: maybeTold,
  published: maybeTold,
  modified: maybeTold,
  language: maybeTold,
  section: maybeTold.exactOptional(),
  publisher: maybeTold,
  dateline: maybeTold,
  url: maybeTold,
  contact: maybeTold,
  rights: maybeTold,
  capturedAt: maybeTold,
  alternates: z.array(alternate),
  bodyFrom: z.enum(BODY_ORIGINS).exactOptional(),
})

export const block: z.ZodType<Block> = z.object({
  kind: z.enum(BLOCK_KINDS),
  range,
  level: z.int().exactOptional(),
  ordered: z.boolean().exactOptional(),
  picture: z.int().exactOptional(),
})

export const mark: z.ZodType<Mark> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['strong', 'emphasis', 'code']), range }),
  z.object({ kind: z.literal('link'), range, href: z.string() }),
])

export const source = z.object({
  id: z.string(),
  identification: z.enum(IDENTIFICATIONS),
  descriptor: z.string(),
  descriptorRange: range,
  role: words,
  affiliation: words,
  place: words,
  count: z.union([z.enum(['one', 'plural-unspecified']), z.int().min(2)]),
  attributionLevel: z.enum(ATTRIBUTION_LEVELS),
  anonymity: z
    .object({
      grant: words,
      grantRange: maybeRange,
      reasonClass: z.enum(REASON_CLASSES),
      reason: words,
      reasonRange: maybeRange,
    })
    .nullable(),
  addressee: words,
  addresseeRange: maybeRange,
  when: words,
  whenRange: maybeRange,
  basisOfKnowledge: z.enum(BASES_OF_KNOWLEDGE),
  basisRange: maybeRange,
  motive: words,
  motiveRange: maybeRange,
  corroboration: z.enum(CORROBORATIONS),
  corroborationRange: maybeRange,
  mentions: ranges,
  joined: z.array(
    z.object({
      mention: range,
      rule: z.enum([
        'same-name',
        'surname',
        'pronoun',
        'definite-again',
        'epithet',
        'same-words',
        'appositive',
        'reader',
      ]),
    }),
  ),
})

export const attribution = z.object({
  id: z.string(),
  source: ranges.nullable(),
  cue: ranges.nullable(),
  content: ranges,
  sourceId: words,
  directness: z.enum(DIRECTNESSES),
  rule: z.string(),
})

export const notice = z.object({
  kind: z.enum(NOTICE_KINDS),
  range,
  reason: words,
  reasonRange: maybeRange,
  reasonClass: z.enum(REASON_CLASSES).nullable(),
})

export const credit = z.object({
  role: z.enum(CREDIT_ROLES),
  name: z.string(),
  range: maybeRange,
  lineRange: maybeRange,
  picture: z.int().nullable(),
})

const pictureFacts = z.object({
  creator: toldString.exactOptional(),
  credit: toldString.exactOptional(),
  caption: toldString.exactOptional(),
  rights: toldString.exactOptional(),
  date: toldString.exactOptional(),
  position: toldString.exactOptional(),
})

export const picture = z.object({
  alt: words,
  caption: words,
  credit: words,
  photographer: words,
  filePhoto: z.boolean(),
  date: words,
  place: words,
  range: maybeRange,
  src: words,
  fileFacts: pictureFacts.exactOptional(),
})

export const dateMention = z.object({ words: z.string(), range, date: words, ahead: z.boolean().optional() })

export const analysis: z.ZodType<Analysis> = z.object({
  engine: z.string(),
  pack: words,
  blockRoles: z.array(z.enum(BLOCK_ROLES)),
  facts: captureFacts,
  byline: z.object({ words: z.string(), range: maybeRange }).nullable(),
  sources: z.array(source),
  attributions: z.array(attribution),
  notices: z.array(notice),
  credits: z.array(credit),
  pictures: z.array(picture),
  dates: z.array(dateMention),
})

const original: z.ZodType<Original> = z.object({
  fileName: z.string(),
  part: words,
  mediaType: z.string(),
  charset: words,
  bytes: z.int().min(0),
  sha256: z.string().length(64),
})

const pictureFile: z.ZodType<PictureFile> = z.object({
  mediaType: z.string(),
  bytes: z.instanceof(Uint8Array),
  picture: z.int().min(0),
})

/** What comes out of the parser process: untrusted until it has passed this. */
export const captureDraft: z.ZodType<CaptureDraft> = z.object({
  mediaType: z.string(),
  charset: words,
  text: z.string(),
  blocks: z.array(block),
  marks: z.array(mark),
  pictureFiles: z.array(pictureFile),
  analysis,
})

export const capture: z.ZodType<Capture> = z.object({
  id: z.string(),
  articleId: z.string(),
  text: z.string(),
  blocks: z.array(block),
  marks: z.array(mark),
  analysis,
  importedAt: z.string(),
  original,
})

const stripBand: z.ZodType<StripBand> = z.object({
  from: z.number(),
  to: z.number(),
  lane: z.int().nullable(),
  unnamed: z.boolean(),
  attributionId: z.string(),
})

export const articleListing: z.ZodType<ArticleListing> = z.object({
  id: z.string(),
  title: z.string(),
  standIn: z.boolean(),
  publisher: words,
  published: words,
  importedAt: z.string(),
  language: words,
  namedSources: z.int(),
  unnamedSources: z.int(),
  notes: z.int(),
  captures: z.int(),
  strip: z.array(stripBand),
})

export const anchor: z.ZodType<Anchor> = z.object({
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  position: range,
})

export const noteColor = z.enum(NOTE_COLORS)
export const noteStyle = z.enum(NOTE_STYLES)

export const note: z.ZodType<Note> = z.object({
  id: z.string(),
  articleId: z.string(),
  captureId: z.string(),
  anchor,
  color: noteColor,
  style: noteStyle,
  markdown: z.string(),
  tags: z.array(z.string()),
  sourceId: words,
  orphaned: z.enum(['not-found', 'ambiguous']).nullable(),
  createdAt: z.string(),
  modifiedAt: z.string(),
})
