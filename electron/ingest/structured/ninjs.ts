import { peopleIn } from '../html/metadata/people'
import { isObject, type JsonObject, objects, words } from './json-value'
import { NOTHING_TOLD, type ToldArticle } from './told-article'

/** The order in which a body is taken: markup keeps what plain text lost. `nitf` is markup of its own, close to HTML. */
const BODIES = ['xhtml', 'html5', 'html', 'text'] as const

/**
 * A text of IPTC ninjs 1.x (`body_xhtml`), 2.x and 3.x (`bodies`); null for pictures, events and anything else.
 * https://iptc.org/std/ninjs/
 */
export function ofNinjs(value: JsonObject): ToldArticle | null {
  if (
    typeof value.uri !== 'string' ||
    (typeof value.type === 'string' && !/^(?:text|composite)$/.test(value.type))
  ) {
    return null
  }
  const { html, text } = bodyOf(value)
  if (html === null && text === null) return null
  const by = words(value, 'by', 'byline')
  return {
    ...NOTHING_TOLD,
    from: 'ninjs',
    mediaType: 'application/vnd.iptc.ninjs+json',
    html,
    text,
    headline: words(value, 'headline', 'title') ?? valueOfRole(value.headlines, ['main', 'headline']),
    authors: [...(by === null ? [] : peopleIn(by)), ...authorsOf(value)],
    published: words(
      value,
      'firstCreated',
      'firstcreated',
      'contentCreated',
      'versionCreated',
      'versioncreated',
    ),
    modified: words(value, 'versionCreated', 'versioncreated'),
    language: words(value, 'language'),
    publisher: words(value, 'copyrightHolder', 'copyrightholder') ?? providerOf(value),
    dateline: words(value, 'located'),
    url: /^https?:/i.test(value.uri) ? value.uri : null,
    rights: words(value, 'copyrightNotice', 'copyrightnotice', 'usageTerms', 'usageterms'),
  }
}

function bodyOf(value: JsonObject): { html: string | null; text: string | null } {
  const bodies = objects(value.bodies)
  for (const role of BODIES) {
    const body = bodies.find((one) => one.role === role || one.contentType === CONTENT_TYPES[role])
    const found = body === undefined ? words(value, `body_${role}`) : words(body, 'value')
    if (found !== null) return role === 'text' ? { html: null, text: found } : { html: found, text: null }
  }
  return { html: null, text: null }
}

const CONTENT_TYPES = {
  xhtml: 'application/xhtml+xml',
  html5: 'text/html5',
  html: 'text/html',
  text: 'text/plain',
}

function valueOfRole(list: unknown, roles: readonly string[]): string | null {
  const all = objects(list)
  const wanted = all.find((one) => typeof one.role === 'string' && roles.includes(one.role)) ?? all[0]
  return wanted === undefined ? null : words(wanted, 'value')
}

function authorsOf(value: JsonObject): string[] {
  const sources = [...objects(value.infoSources), ...objects(value.infosources), ...objects(value.people)]
  return sources
    .filter((source) => /(?:^|[/:])(?:author|writer|by|creator)$/i.test(words(source, 'role', 'rel') ?? ''))
    .flatMap((source) => words(source, 'name') ?? [])
}

function providerOf(value: JsonObject): string | null {
  return isObject(value.provider) ? words(value.provider, 'name') : words(value, 'provider')
}
