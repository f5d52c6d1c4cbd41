/** What JSON can hold, as `JSON.parse` returns it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Deeper than any header; keeps a hostile file from exhausting the stack. */
const DEEPEST = 8

/**
 * One text for one value: members sorted by name in UTF-16 code units, strings and numbers as `JSON.stringify` writes
 * them (RFC 8785, JSON Canonicalization Scheme), with `indent` blanks a level for people (0 = the RFC's form).
 * Throws a RangeError for a value nested deeper than a header ever is.
 */
export function canonicalJson(value: Json, indent = 0): string {
  return JSON.stringify(sorted(value, 0), null, indent)
}

function sorted(value: Json, depth: number): Json {
  if (depth > DEEPEST) throw new RangeError('nested too deeply')
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map((item) => sorted(item, depth + 1))
  const names = Object.keys(value).sort()
  return Object.fromEntries(names.map((name) => [name, sorted(value[name] ?? null, depth + 1)]))
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
