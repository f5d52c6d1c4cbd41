import type { Phrase, Query } from './query'

/**
 * The words of a query as an FTS5 expression; null when it has none to look for. Terms hold letters and digits only,
 * and are quoted, so that no part of a query is ever read as FTS5 syntax.
 *
 * `without` alone cannot be said in FTS5 (its NOT needs a left side); ask for it with `anyOf` and take it away.
 */
export function toMatch(query: Query): string | null {
  if (query.phrases.length === 0) return null
  const wanted = query.phrases.map(quotedPhrase).join(' AND ')
  return query.without.length === 0 ? wanted : `(${wanted}) NOT (${anyOf(query.without)})`
}

/** An FTS5 expression for rows that have at least one of the phrases; at least one must be given. */
export function anyOf(phrases: readonly Phrase[]): string {
  return phrases.map(quotedPhrase).join(' OR ')
}

/** One phrase as FTS5 writes it: `"on tuesday"`, open `"dand" *`. */
export function quotedPhrase(phrase: Phrase): string {
  const quoted = `"${phrase.terms.join(' ').replaceAll('"', '""')}"`
  return phrase.open ? `${quoted} *` : quoted
}
