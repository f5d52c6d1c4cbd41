import type { HtmlDocument } from '../document'
import { withoutEntities } from './entities'
import { jsonLdScripts } from './json-ld-scripts'

/** A JSON-LD object; values are whatever the page wrote. */
export type LdNode = Readonly<Record<string, unknown>>

/** What tells a page's own article from others that its JSON-LD speaks of too. */
export type OwnPage = { readonly addresses: readonly string[]; readonly titles: readonly string[] }

/** Objects looked at in one page: more is a bomb, not metadata. */
const MOST_NODES = 5_000
const ARTICLE_TYPE = /(?:Article|Posting|Report|Blog|Column|Interview|ReviewNewsArticle)$/
/** Properties that lead to other works, or to what others wrote. */
const ELSEWHERE = new Set(
  (
    'itemListElement mentions comment comments hasPart isPartOf relatedLink citation isBasedOn translationOfWork ' +
    'workTranslation liveBlogUpdate blogPost review subjectOf about'
  ).split(' '),
)

/** What a page's JSON-LD says of the article it holds. */
export class LinkedData {
  readonly #nodes: readonly FoundNode[]
  readonly #byId: ReadonlyMap<string, LdNode>
  readonly article: LdNode | null
  /** The page itself, which some publishing systems describe in place of an article. */
  readonly page: LdNode | null
  readonly persons: readonly LdNode[]
  /** The name of the web site. */
  readonly site: string | null

  constructor(document: HtmlDocument, own: OwnPage = { addresses: [], titles: [] }) {
    this.#nodes = nodesOf(document)
    const byId = new Map<string, LdNode>()
    for (const { node } of this.#nodes) {
      const id = node['@id']
      const known = typeof id === 'string' ? byId.get(id) : undefined
      // Of several mentions of one id, the fullest is its description; the others only point to it.
      if (typeof id === 'string' && (!known || Object.keys(node).length > Object.keys(known).length))
        byId.set(id, node)
    }
    this.#byId = byId
    this.article = this.#chooseArticle(own)
    this.site = firstString(this.#ofType('WebSite')[0] ?? null, ['name'])
    this.persons = this.#ofType('Person')
    this.page = this.#ofType('WebPage')[0] ?? null
  }

  /** The objects that a property of `node` holds or points to, and strings as `{name}`. */
  objects(node: LdNode | null, property: string): LdNode[] {
    return values(node?.[property]).flatMap((value) => {
      if (typeof value === 'string') return [this.#byId.get(value) ?? { name: value }]
      const object = asNode(value)
      if (object === null) return []
      // Roles and lists stand between a work and its people: https://schema.org/Role
      const inner = types(object).some((type) => /Role$/.test(type)) ? object[property] : object['@list']
      if (inner !== undefined) return this.objects({ [property]: inner }, property)
      const id = object['@id']
      const described = typeof id === 'string' ? this.#byId.get(id) : undefined
      return [described ? { ...object, ...described } : object]
    })
  }

  /** The first words (or number) that a property holds, itself or as the `name`, `@value` or `url` of an object. */
  string(node: LdNode | null, property: string): string | null {
    for (const value of values(node?.[property])) {
      const words = written(value) ?? firstString(asNode(value), ['@value', 'name', 'url', '@id'])
      if (words !== null && words.trim() !== '') return withoutEntities(words).trim()
    }
    return null
  }

  #ofType(type: string): LdNode[] {
    return this.#nodes
      .filter(({ elsewhere, node }) => !elsewhere && types(node).includes(type))
      .map(({ node }) => node)
  }

  /**
   * The node that tells most of this page's article, completed by the others that describe the same one: several
   * plugins of a publishing system write one script each.
   */
  #chooseArticle(own: OwnPage): LdNode | null {
    const articles = this.#nodes.filter(({ node }) => types(node).some((type) => ARTICLE_TYPE.test(type)))
    const here = articles.filter(({ elsewhere }) => !elsewhere)
    const [first, ...rest] = (here.length > 0 ? here : articles)
      .map(({ node }, index) => ({ node, index, rate: this.#rate(node, own) }))
      .sort((a, b) => b.rate - a.rate || a.index - b.index)
      .map(({ node }) => node)
    if (first === undefined) return null
    const same = rest.filter((node) => this.#isSame(node, first))
    return Object.assign({}, ...same.reverse().map(told), told(first))
  }

  #rate(node: LdNode, own: OwnPage): number {
    const rate = ['headline', 'datePublished', 'author'].filter((key) => isTold(node[key])).length
    const headline = this.string(node, 'headline')
    const isOwn =
      addressesOf(node).some((address) => own.addresses.some((other) => isSameAddress(address, other))) ||
      (headline !== null &&
        bare(headline) !== '' &&
        own.titles.some((title) => bare(title).includes(bare(headline))))
    return rate + (isOwn ? OWN_PAGE : 0)
  }

  #isSame(a: LdNode, b: LdNode): boolean {
    const headline = this.string(a, 'headline')
    if (headline !== null && bare(headline) === bare(this.string(b, 'headline') ?? '')) return true
    const others = addressesOf(b)
    return addressesOf(a).some((address) => others.some((other) => isSameAddress(address, other)))
  }
}

/** What a node tells, without the fields that a template left empty. */
function told(node: LdNode): LdNode {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => isTold(value)))
}

function isTold(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isTold)
  return value !== undefined && value !== null && value !== ''
}

/** More than all that a node can tell: an article of another address is another one, however much is told of it. */
const OWN_PAGE = 10

export function types(node: LdNode): string[] {
  return values(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^.*[/:#]/, '')] : [],
  )
}

export function firstString(node: LdNode | null, properties: readonly string[]): string | null {
  return allStrings(node, properties)[0] ?? null
}

/** Every word that the first of these properties with any holds: names come as lists, and with their language. */
export function allStrings(node: LdNode | null, properties: readonly string[]): string[] {
  for (const property of properties) {
    const found = values(node?.[property]).flatMap((value) => {
      const words = typeof value === 'string' ? value : asNode(value)?.['@value']
      return typeof words === 'string' && words.trim() !== '' ? [withoutEntities(words).trim()] : []
    })
    if (found.length > 0) return found
  }
  return []
}

/** An object of a JSON-LD script, and whether it is one that the page's own article only speaks of. */
type FoundNode = { readonly node: LdNode; readonly elsewhere: boolean }

/** Every object of every JSON-LD script, outermost first. */
function nodesOf(document: HtmlDocument): FoundNode[] {
  const nodes: FoundNode[] = []
  for (const script of jsonLdScripts(document)) {
    const waiting = [{ value: script, elsewhere: false }]
    for (let at = 0; at < waiting.length && nodes.length < MOST_NODES; at += 1) {
      const { value, elsewhere } = waiting[at] ?? { value: null, elsewhere: false }
      const node = asNode(value)
      if (node !== null) nodes.push({ node, elsewhere })
      // One by one: as arguments of a single call, so many would overflow the stack.
      for (const [key, inner] of entriesOf(value)) {
        if (waiting.length - at > MOST_NODES) break
        if (typeof inner === 'object')
          waiting.push({ value: inner, elsewhere: elsewhere || ELSEWHERE.has(key) })
      }
    }
  }
  return nodes
}

function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.map((inner) => ['', inner])
  return Object.entries(asNode(value) ?? {})
}

function addressesOf(node: LdNode): string[] {
  return ['url', 'mainEntityOfPage', '@id'].flatMap((property) =>
    values(node[property]).flatMap((value) => {
      const address = typeof value === 'string' ? value : firstString(asNode(value), ['@id', 'url'])
      return address !== null && /^https?:/i.test(address) ? [address] : []
    }),
  )
}

/** Whether two addresses lead to one page: protocol, `www`, fragment, query and closing slash aside. */
function isSameAddress(a: string, b: string): boolean {
  const plain = (address: string) =>
    address.replace(/^https?:\/\/(?:www\.|m\.|amp\.)?|[?#].*$/gi, '').replace(/\/$/, '')
  // The front page is everybody's: many articles name it for their own address.
  return plain(a).includes('/') && plain(a) === plain(b)
}

function written(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : null
}

function bare(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function values(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

function asNode(value: unknown): LdNode | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LdNode) : null
}
