/** Reading JSON of unknown shape: every step may be missing or of another kind. */
export type JsonObject = { readonly [key: string]: unknown }

/** The value of a text that is JSON; undefined when it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function objects(value: unknown): JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject)
}

/** The first of these keys that holds words, trimmed; null when none does. */
export function words(from: JsonObject, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = from[key]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return null
}
