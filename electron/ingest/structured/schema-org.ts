import { peopleIn } from '../html/metadata/people'
import { isObject, type JsonObject, objects, words } from './json-value'
import { NOTHING_TOLD, type ToldArticle } from './told-article'

/** Types of schema.org that are articles: https://schema.org/Article and what is below it. */
const ARTICLE = /(?:Article|Posting|Report|Review)$/

/** A schema.org article with its body; null for anything else. */
export function ofSchemaOrg(value: JsonObject): ToldArticle | null {
  const types = [value['@type']].flat().filter((type) => typeof type === 'string')
  if (!types.some((type) => ARTICLE.test(type))) return null
  const body = words(value, 'articleBody', 'text')
  if (body === null) return null
  const isMarkup = /<(?:p|br|div|h\d)[\s>/]/i.test(body)
  return {
    ...NOTHING_TOLD,
    from: 'json-ld',
    mediaType: 'application/ld+json',
    html: isMarkup ? body : null,
    text: body,
    headline: words(value, 'headline', 'name'),
    authors: namesOf(value.author).flatMap(peopleIn),
    published: words(value, 'datePublished', 'dateCreated'),
    modified: words(value, 'dateModified'),
    language: words(value, 'inLanguage'),
    publisher: namesOf(value.publisher)[0] ?? null,
    dateline: words(value, 'dateline'),
    url: words(value, 'url', 'mainEntityOfPage', '@id'),
    contact: objects(value.contactPoint).map((point) => words(point, 'email', 'telephone'))[0] ?? null,
    rights: words(value, 'copyrightNotice', 'license'),
  }
}

function namesOf(value: unknown): string[] {
  return [value].flat().flatMap((one) => {
    if (typeof one === 'string') return [one]
    const name = isObject(one) ? words(one, 'name') : null
    return name === null ? [] : [name]
  })
}
