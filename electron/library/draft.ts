import { captureDraft } from '#contract/schemas'
import type { Analysis } from '#domain/analysis/findings'
import type { CaptureDraft } from '#domain/article/capture'
import type { Range } from '#domain/article/range'
import { LIMITS } from '../ingest/limits'

/** Half of a surrogate pair: no character, and nothing that UTF-8 can hold. */
const HALF_CHARACTER = /\p{Surrogate}/gu

/**
 * A draft that may go into the library, or null. The parser reads hostile files and is trusted with nothing: the shape, every
 * range, and what findings say of each other are checked again here.
 */
export function checkedDraft(value: unknown): CaptureDraft | null {
  const parsed = captureDraft.safeParse(value)
  if (!parsed.success) return null
  const draft = parsed.data
  const { analysis, blocks } = draft
  const inside = (range: Range) => range[0] <= range[1] && range[1] <= draft.text.length
  const sound =
    rangesOf(draft).every(inside) &&
    inTextOrder(blocks.map((block) => block.range)) &&
    analysis.blockRoles.length === blocks.length &&
    hasItsPictures(draft) &&
    hasItsSources(analysis)
  // The database would put U+FFFD in their place; done here, it is one code unit for one and ranges stay true.
  return sound ? { ...draft, text: draft.text.replace(HALF_CHARACTER, '\uFFFD') } : null
}

function inTextOrder(ranges: readonly Range[]): boolean {
  return ranges.every((range, index) => index === 0 || (ranges[index - 1]?.[1] ?? 0) <= range[0])
}

function hasItsPictures({ analysis, blocks, pictureFiles }: CaptureDraft): boolean {
  const known = (picture: number) => picture >= 0 && picture < analysis.pictures.length
  const files = new Set(pictureFiles.map((file) => file.picture))
  const bytes = pictureFiles.reduce((sum, file) => sum + file.bytes.length, 0)
  return (
    files.size === pictureFiles.length &&
    bytes <= LIMITS.pictureFiles &&
    pictureFiles.every((file) => known(file.picture)) &&
    blocks.every((block) => block.picture === undefined || known(block.picture)) &&
    analysis.credits.every((credit) => credit.picture === null || known(credit.picture))
  )
}

function hasItsSources({ sources, attributions }: Analysis): boolean {
  const ids = new Set(sources.map((source) => source.id))
  return (
    ids.size === sources.length &&
    attributions.every((each) => each.sourceId === null || ids.has(each.sourceId))
  )
}

/** Every place in the text that a draft, or what was stored of it, speaks of. */
export function rangesOf({
  analysis,
  blocks,
  marks,
}: Pick<CaptureDraft, 'analysis' | 'blocks' | 'marks'>): Range[] {
  const { alternates: _, bodyFrom: _origin, ...facts } = analysis.facts
  const maybe = [
    ...Object.values(facts).map((told) => told?.range),
    analysis.byline?.range,
    ...analysis.notices.flatMap((notice) => [notice.range, notice.reasonRange]),
    ...analysis.credits.flatMap((credit) => [credit.range, credit.lineRange]),
    ...analysis.pictures.map((picture) => picture.range),
    ...analysis.dates.map((date) => date.range),
    ...analysis.attributions.flatMap((each) => [
      ...(each.source ?? []),
      ...(each.cue ?? []),
      ...each.content,
    ]),
    ...analysis.sources.flatMap((source) => [
      source.descriptorRange,
      source.anonymity?.grantRange,
      source.anonymity?.reasonRange,
      source.addresseeRange,
      source.whenRange,
      source.basisRange,
      source.motiveRange,
      source.corroborationRange,
      ...source.mentions,
      ...source.joined.map((reason) => reason.mention),
    ]),
    ...blocks.map((block) => block.range),
    ...marks.map((mark) => mark.range),
  ]
  return maybe.filter((range) => range !== null && range !== undefined)
}
