import { parse } from 'yaml'
import type { Reading } from '#domain/article/capture'
import { type CaptureFacts, NO_FACTS } from '#domain/article/facts'
import { languageTag } from '../html/metadata'
import { isoDate } from '../html/metadata/dates'
import { peopleIn } from '../html/metadata/people'
import { absoluteUrl } from '../html/urls'
import { isObject, type JsonObject } from '../structured/json-value'
import { toldBy } from '../told-by'

/** A line that YAML may have: a key, a member of a list, what is indented below them, a comment, a blank one. */
const YAML_LINE = /^(?:["'\w][^\n]*:|[ \t]|- |#|[ \t]*$)/
/** Lines looked at: what is longer is no front matter. */
const MOST_LINES = 2_000

/** The fields between two lines of `---` at the head of a text, and what follows them; null when it has none. */
export function splitFrontMatter(
  text: string,
): { readonly fields: JsonObject; readonly body: string } | null {
  let at = lineEnd(text, 0)
  if (text.slice(0, at).trimEnd() !== '---') return null
  const begin = at
  for (let count = 0; count < MOST_LINES && at < text.length; count += 1) {
    const end = lineEnd(text, at)
    const line = text.slice(at, end).trimEnd()
    if (line === '---' || line === '...') {
      const fields = fieldsOf(text.slice(begin, at))
      return fields === null ? null : { fields, body: text.slice(end) }
    }
    if (!YAML_LINE.test(line)) return null
    at = end
  }
  return null
}

/** Where the line that begins at `from` ends, its line break included. */
function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at + 1
}

function fieldsOf(yaml: string): JsonObject | null {
  try {
    const value: unknown = parse(yaml, { logLevel: 'error' })
    return isObject(value) ? value : null
  } catch {
    // Every error of the library means that this is no YAML.
    return null
  }
}

/** What the fields tell: the keys of our exports and of Obsidian's Web Clipper, and what site generators write for the same. */
export function factsOf(fields: JsonObject): CaptureFacts {
  const told = toldBy('front-matter')
  const first = (...keys: readonly string[]) => keys.flatMap((key) => lines(fields[key]))[0] ?? null
  const language = first('lang', 'language')
  const original = absoluteUrl(first('original_url') ?? '', null)
  return {
    ...NO_FACTS,
    headline: told(first('title', 'headline')),
    published: told(isoDate(first('published', 'date', 'publishDate') ?? '')),
    modified: told(isoDate(first('modified', 'updated', 'lastmod') ?? '')),
    language: told(language && languageTag(language)),
    publisher: told(first('publisher', 'site', 'outlet')),
    dateline: told(first('dateline')),
    url: told(absoluteUrl(first('source', 'url', 'canonical_url', 'permalink') ?? '', null)),
    rights: told(first('rights', 'copyright')),
    capturedAt: told(isoDate(first('created', 'clipped', 'saved') ?? '')),
    alternates:
      original === null ? [] : [{ relation: 'original', language: null, label: null, url: original }],
  }
}

export function authorsOf(fields: JsonObject): string[] {
  return [...new Set([...names(fields.author), ...names(fields.authors)])]
}

const ROLES = [
  ['translator', 'translator'],
  ['editor', 'editor'],
  ['photo_credit', 'picture-credit'],
] as const

export function creditsOf(fields: JsonObject): NonNullable<Reading['metadataCredits']> {
  return ROLES.flatMap(([key, role]) => names(fields[key]).map((name) => ({ role, name })))
}

/** A list has one name each; a single line may be a whole byline. */
function names(value: unknown): string[] {
  return Array.isArray(value) ? lines(value) : lines(value).flatMap(peopleIn)
}

/** A field's values as lines, without the brackets that Obsidian puts around what it links. */
function lines(value: unknown): string[] {
  return [value]
    .flat()
    .filter((each) => typeof each === 'string' || typeof each === 'number')
    .map((each) =>
      String(each)
        .replace(/^\[\[(?:[^\]|]*\|)?(.*)\]\]$/, '$1')
        .trim(),
    )
    .filter((each) => each !== '')
}
