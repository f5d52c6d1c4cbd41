import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { decode } from '../charset'
import { articlesOfEntries } from '../collection/entry'
import { listedEntries } from '../collection/listed-json'
import { type ContainerReader, type FoundMember, whole } from '../member'
import { readFeed } from './feed'
import { isObject, type JsonObject, parsedJson } from './json-value'
import { ofNinjs } from './ninjs'
import { ofSchemaOrg } from './schema-org'
import type { ToldArticle } from './told-article'
import { membersOfTold } from './told-members'
import { ofWallabag } from './wallabag'

/** How each format tells an article; the first that knows the object wins. */
const FORMATS: readonly ((value: JsonObject) => ToldArticle | null)[] = [ofSchemaOrg, ofNinjs, ofWallabag]

/** Members that formats and exports keep their articles under. */
const LISTS = ['@graph', 'items', 'entries', 'articles', 'associations'] as const

/** Objects looked into for articles: a file of anything else is given up soon. */
const MOST_OBJECTS = 200_000

/**
 * JSON: an article of a news system (ninjs, schema.org), an export of saved articles (Wallabag), a JSON Feed, a list of articles
 * whose texts lie beside it (Omnivore, CSL-JSON). A file of several is as many.
 */
export const readJson: ContainerReader = async function* (input, inside) {
  const { bytes, fileName } = input
  const decoded = decode(bytes)
  const value = decoded.ok ? parsedJson(decoded.value.text) : undefined
  if (isObject(value) && typeof value.version === 'string' && /jsonfeed\.org/.test(value.version)) {
    yield* readFeed(input, inside) as Iterable<FoundMember>
    return
  }
  const told = articlesIn(value)
  const listed = told.length === 0 ? listedEntries(value) : null
  if (listed !== null) {
    const bringsFiles = listed.some(({ files }) => files.length > 0)
    yield* articlesOfEntries(bringsFiles ? listed : [], input, inside)
    return
  }
  if (told.length === 0) {
    yield whole(() => failed(failure('file-not-an-article', { file: fileName })))
    return
  }
  const parts = told.map(({ object, article }) => ({ article, alone: () => written(object) }))
  yield* membersOfTold(parts, input, inside)
}

/** Null when it is nested so deeply that it can be read and not written: the platform's reader keeps its own stack. */
function written(object: JsonObject): Uint8Array | null {
  try {
    return Buffer.from(JSON.stringify(object))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The walk keeps its own stack, so that a file cannot overflow ours. */
function articlesIn(value: unknown): { object: JsonObject; article: ToldArticle }[] {
  const told: { object: JsonObject; article: ToldArticle }[] = []
  const waiting: unknown[] = [value]
  const push = (values: readonly unknown[]) => {
    for (const one of values.toReversed()) waiting.push(one)
  }
  for (let count = 0; waiting.length > 0 && count < MOST_OBJECTS; count += 1) {
    const next = waiting.pop()
    if (Array.isArray(next)) push(next)
    if (!isObject(next)) continue
    const article = articleOf(next)
    if (article !== null) told.push({ object: next, article })
    else push(LISTS.map((list) => next[list]))
  }
  return told
}

function articleOf(object: JsonObject): ToldArticle | null {
  for (const format of FORMATS) {
    const article = format(object)
    if (article !== null) return article
  }
  return null
}
