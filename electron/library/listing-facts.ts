import { type Attribution, isUnnamed, type Source } from '#domain/analysis/findings'
import { isBoilerplate } from '#domain/article/block'
import type { CaptureDraft } from '#domain/article/capture'
import type { StripBand } from '#domain/article/listing'
import { wordsAt } from '#domain/article/range'
import type { ListingFacts } from '../store/tables/listings'

/** What the library's list tells of a capture. */
export function listingFacts(draft: CaptureDraft, fileName: string, importedAt: string): ListingFacts {
  const { facts, sources, attributions } = draft.analysis
  const unnamed = sources.filter((source) => isUnnamed(source.identification)).length
  return {
    title: facts.headline?.value ?? standInTitle(draft, fileName),
    standIn: facts.headline === null,
    publisher: facts.publisher?.value ?? null,
    published: facts.published?.value ?? null,
    importedAt,
    language: facts.language?.value ?? null,
    namedSources: sources.length - unnamed,
    unnamedSources: unnamed,
    strip: sourcingStrip(draft.text.length, sources, attributions),
  }
}

/** Longest stand-in for a headline, in code units. */
const STAND_IN = 90

function standInTitle(draft: CaptureDraft, fileName: string): string {
  const index = draft.analysis.blockRoles.findIndex((role) => role !== 'picture' && !isBoilerplate(role))
  const block = draft.blocks[index]
  const words = block === undefined ? '' : wordsAt(draft.text, block.range).replace(/\s+/g, ' ').trim()
  if (words === '') return fileName
  if (words.length <= STAND_IN) return words
  return `${words.slice(0, words.lastIndexOf(' ', STAND_IN) + 1 || STAND_IN).trim()}…`
}

function sourcingStrip(
  length: number,
  sources: readonly Source[],
  attributions: readonly Attribution[],
): StripBand[] {
  const weight = new Map<string | null, number>()
  for (const each of attributions) weight.set(each.sourceId, (weight.get(each.sourceId) ?? 0) + 1)
  const lanes = [...sources].sort((a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0))
  const thousandth = (at: number) => Math.round((at / Math.max(1, length)) * 1000)
  return attributions.flatMap((each) => {
    const lane = lanes.findIndex((source) => source.id === each.sourceId)
    const source = lanes[lane]
    return each.content.map((range) => ({
      from: thousandth(range[0]),
      to: thousandth(range[1]),
      lane: source === undefined ? null : lane,
      unnamed: source === undefined || isUnnamed(source.identification),
      attributionId: each.id,
    }))
  })
}
