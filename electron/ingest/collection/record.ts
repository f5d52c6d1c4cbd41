import type { Reading } from '#domain/article/capture'
import type { Told } from '#domain/article/told'
import { languageTag } from '../html/metadata'
import { absoluteUrl } from '../html/urls'
import { sameTitle, toldBy } from '../told-by'

/**
 * What a collection (a Zotero library, a read-later export) tells of an article whose text lies in a file of its own. What
 * is not told is null or empty.
 */
export type ArticleRecord = {
  /** Who tells it: `zotero`, `omnivore`, … */
  readonly from: string
  readonly title: string | null
  readonly authors: readonly string[]
  /** Others with their roles. */
  readonly credits: NonNullable<Reading['metadataCredits']>
  /** ISO 8601 day or date-time. */
  readonly published: string | null
  /** As written; what is no BCP 47 tag is left out. */
  readonly language: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly rights: string | null
  /** ISO 8601 instant at which the collection's owner saved it. */
  readonly savedAt: string | null
}

export const NOTHING_RECORDED: Omit<ArticleRecord, 'from'> = {
  title: null,
  authors: [],
  credits: [],
  published: null,
  language: null,
  publisher: null,
  url: null,
  rights: null,
  savedAt: null,
}

/** Names in the scripts of East Asia are written family name first, without a blank. */
const EAST_ASIAN = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u

/** A person's name of its two parts; empty for two empty ones. */
export function fullName(given: string, family: string): string {
  return EAST_ASIAN.test(family + given) ? family + given : `${given} ${family}`.trim()
}

/** Names of languages ("English") pass for tags of five letters and more. */
const LANGUAGE = /^[a-z]{2,3}(?:[-_]|$)/i

/**
 * A reading with what a collection tells of it. The collection is trusted above the file: a person has seen its title, its people and
 * its day, and has put right what a program had read from the page. Only the moment of capture the file knows better.
 */
export function withRecord(reading: Reading, record: ArticleRecord): Reading {
  const told = toldBy(record.from)
  const { text, blocks, facts } = reading
  const { title, language, authors, credits } = record
  const shown = blocks.find(({ range }) => title !== null && sameTitle(text.slice(...range), title))
  const headline = told(title)
  const or = (value: string | null, own: Told<string> | null) => told(value) ?? own
  return {
    ...reading,
    facts: {
      ...facts,
      headline: headline === null ? facts.headline : { ...headline, range: shown?.range ?? null },
      published: or(record.published, facts.published),
      language: or(
        language !== null && LANGUAGE.test(language) ? languageTag(language) : null,
        facts.language,
      ),
      publisher: or(record.publisher, facts.publisher),
      url: or(record.url === null ? null : absoluteUrl(record.url, null), facts.url),
      rights: or(record.rights, facts.rights),
      capturedAt: facts.capturedAt ?? told(record.savedAt),
    },
    metadataAuthors: authors.length > 0 ? authors : reading.metadataAuthors,
    metadataCredits: credits.length > 0 ? credits : (reading.metadataCredits ?? []),
  }
}
