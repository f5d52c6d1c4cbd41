import { sourcingStrip, standInTitle, weigh } from '#domain/analysis/summary'
import type { CaptureDraft } from '#domain/article/capture'
import type { ListingFacts } from '../store/tables/listings'

/** What the library's list tells of a capture. A file without a headline and without words is listed by its name. */
export function listingFacts(
  draft: Pick<CaptureDraft, 'analysis' | 'text' | 'blocks'>,
  fileName: string,
  importedAt: string,
): ListingFacts {
  const { analysis, text, blocks } = draft
  const { facts } = analysis
  const { namedSources, unnamedSources } = weigh(analysis)
  return {
    title: facts.headline?.value ?? (standInTitle(analysis, text, blocks) || fileName),
    standIn: facts.headline === null,
    publisher: facts.publisher?.value ?? null,
    published: facts.published?.value ?? null,
    importedAt,
    language: facts.language?.value ?? null,
    namedSources,
    unnamedSources,
    strip: sourcingStrip(analysis, text.length),
  }
}
