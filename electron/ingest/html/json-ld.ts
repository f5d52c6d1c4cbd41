import type { HtmlDocument } from './document'

/** A JSON-LD object; values are whatever the page wrote. */
export type LdNode = Readonly<Record<string, unknown>>

/** Objects looked at in one page: more is a bomb, not metadata. */
const MOST_NODES = 5_000
const ARTICLE_TYPE = /(?:Article|Posting|Report|Blog|Column|Interview|ReviewNewsArticle)$/

/** What a page's JSON-LD says of the article it holds. */
export class LinkedData {
  readonly #nodes: readonly LdNode[]
  readonly #byId: ReadonlyMap<string, LdNode>
  readonly article: LdNode | null
  /** The page itself, which some publishing systems describe in place of an article. */
  readonly page: LdNode | null
  readonly persons: readonly LdNode[]
  /** The name of the web site. */
  readonly site: string | null

  constructor(document: HtmlDocument) {
    this.#nodes = nodesOf(document)
    const byId = new Map<string, LdNode>()
    for (const node of this.#nodes) {
      const id = node['@id']
      const known = typeof id === 'string' ? byId.get(id) : undefined
      // Of several mentions of one id, the fullest is its description; the others only point to it.
      if (typeof id === 'string' && (!known || Object.keys(node).length > Object.keys(known).length))
        byId.set(id, node)
    }
    this.#byId = byId
    this.article = this.#chooseArticle()
    this.site = firstString(this.#nodes.find((node) => types(node).includes('WebSite')) ?? null, ['name'])
    this.persons = this.#nodes.filter((node) => types(node).includes('Person'))
    this.page = this.#nodes.find((node) => types(node).includes('WebPage')) ?? null
  }

  /** The objects that a property of `node` holds or points to, and strings as `{name}`. */
  objects(node: LdNode | null, property: string): LdNode[] {
    return values(node?.[property]).flatMap((value) => {
      if (typeof value === 'string') return [this.#byId.get(value) ?? { name: value }]
      const object = asNode(value)
      if (object === null) return []
      const id = object['@id']
      const described = typeof id === 'string' ? this.#byId.get(id) : undefined
      return [described ? { ...object, ...described } : object]
    })
  }

  /** The first string that a property holds, itself or as the `name`, `@value` or `url` of an object. */
  string(node: LdNode | null, property: string): string | null {
    for (const value of values(node?.[property])) {
      const words =
        typeof value === 'string' ? value : firstString(asNode(value), ['@value', 'name', 'url', '@id'])
      if (words !== null && words.trim() !== '') return decoded(words)
    }
    return null
  }

  #chooseArticle(): LdNode | null {
    const articles = this.#nodes.filter((node) => types(node).some((type) => ARTICLE_TYPE.test(type)))
    const told = (node: LdNode) => ['headline', 'datePublished', 'author'].filter((key) => key in node).length
    return articles.reduce<LdNode | null>(
      (best, node) => (best === null || told(node) > told(best) ? node : best),
      null,
    )
  }
}

export function types(node: LdNode): string[] {
  return values(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^.*[/:#]/, '')] : [],
  )
}

export function firstString(node: LdNode | null, properties: readonly string[]): string | null {
  for (const property of properties) {
    for (const value of values(node?.[property])) {
      if (typeof value === 'string' && value.trim() !== '') return decoded(value)
    }
  }
  return null
}

/** Every object of every JSON-LD script, outermost first. */
function nodesOf(document: HtmlDocument): LdNode[] {
  const nodes: LdNode[] = []
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    const waiting = [parsed(script.textContent ?? '')]
    for (let at = 0; at < waiting.length && nodes.length < MOST_NODES; at += 1) {
      const value = waiting[at]
      const node = asNode(value)
      if (node !== null) nodes.push(node)
      // One by one: as arguments of a single call, so many would overflow the stack.
      for (const inner of Array.isArray(value) ? value : Object.values(node ?? {})) {
        if (waiting.length - at > MOST_NODES) break
        if (typeof inner === 'object') waiting.push(inner)
      }
    }
  }
  return nodes
}

/** Pages wrap JSON-LD in comments and break lines inside strings. */
function parsed(script: string): unknown {
  const json = script
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .trim()
    .replace(/;$/, '')
  try {
    return JSON.parse(json)
  } catch {
    try {
      return JSON.parse(json.replace(/\s+/g, ' '))
    } catch {
      return null
    }
  }
}

function values(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function asNode(value: unknown): LdNode | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LdNode) : null
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: '\u00A0',
}

/** Publishing systems escape HTML inside JSON-LD although nothing there is HTML. */
function decoded(words: string): string {
  return words
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|quot|apos|lt|gt|nbsp));/gi,
      (whole, decimal, hex, name) => {
        if (name) return ENTITIES[String(name).toLowerCase()] ?? whole
        const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
      },
    )
    .trim()
}
