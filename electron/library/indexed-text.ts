import type { Analysis, CreditRole } from '#domain/analysis/findings'
import type { IndexedText } from '../store/tables/text-index'

/**
 * What the full-text index is given of a capture. It must come out the same whenever it is made again from the same
 * capture, since an entry is taken out by giving it once more; a change here raises `INDEX_RULES` (reindexing.ts).
 */
export function indexedText(text: string, analysis: Analysis): IndexedText {
  const named = (roles: (role: CreditRole) => boolean) =>
    lines(analysis.credits.filter((credit) => roles(credit.role)).map((credit) => credit.name))
  return {
    title: analysis.facts.headline?.value ?? '',
    text,
    sources: lines(
      analysis.sources.flatMap((source) => [source.descriptor, source.role, source.affiliation]),
    ),
    credits: named((role) => role !== 'translator' && role !== 'editor'),
    translators: named((role) => role === 'translator'),
    editors: named((role) => role === 'editor'),
    outlet: analysis.facts.publisher?.value ?? '',
  }
}

/** What the index of notes is given: the reader's words and tags. */
export function indexedNote(markdown: string, tags: readonly string[]): string {
  return lines([markdown, ...tags])
}

function lines(values: readonly (string | null)[]): string {
  return values.filter((value) => value !== null).join('\n')
}
