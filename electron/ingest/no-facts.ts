import type { CaptureFacts } from '#domain/article/facts'

/** What a file without any metadata tells of itself. */
export const NO_FACTS: CaptureFacts = {
  headline: null,
  published: null,
  modified: null,
  language: null,
  publisher: null,
  dateline: null,
  url: null,
  contact: null,
  rights: null,
  capturedAt: null,
  alternates: [],
}
