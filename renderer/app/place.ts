import type { Range } from '#domain/article/range'

/** Which article stands open, and the places in its text to go to. */
export type Place = {
  readonly articleId: string | null
  readonly openAt: { readonly captureId: string; readonly ranges: readonly Range[] } | null
}

export const NOWHERE: Place = { articleId: null, openAt: null }
