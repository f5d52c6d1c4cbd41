import { analyse } from '#domain/analysis/analyse'
import type { CaptureDraft, Reading } from '#domain/article/capture'

/** A reading with its analysis: what the library stores. */
export function draftOf(reading: Reading): CaptureDraft {
  const {
    facts: _facts,
    markedRoles: _roles,
    metadataAuthors: _authors,
    metadataCredits: _credits,
    pictures: _pictures,
    ...read
  } = reading
  return { ...read, analysis: analyse(reading) }
}
