import { stringify } from 'yaml'
import type { CreditRole } from '../analysis/findings'
import type { Note } from '../annotation/note'
import type { Capture } from '../article/capture'
import { wordsAt } from '../article/range'
import { withVisibleControls } from '../visible-controls'
import { roledBlocks } from './body'

/** The keys of EXPORT.md, in its order. */
export const FRONT_MATTER_KEYS = [
  'title',
  'source',
  'author',
  'published',
  'created',
  'description',
  'tags',
  'translator',
  'editor',
  'publisher',
  'photo_credit',
  'original_url',
  'lang',
  'dateline',
] as const
export type FrontMatter = Partial<Record<(typeof FRONT_MATTER_KEYS)[number], string | readonly string[]>>

/**
 * What the front matter says. A fact that the article does not tell has no key; a stand-in title is not a fact.
 * Every value is one line with hidden controls made visible.
 */
export function frontMatter(capture: Capture, title: string | null, notes: readonly Note[]): FrontMatter {
  const { facts, pictures } = capture.analysis
  const names = (role: CreditRole) =>
    capture.analysis.credits.filter((credit) => credit.role === role).map((credit) => credit.name)
  const photoCredits = pictures.flatMap(({ credit, photographer }) => credit ?? photographer ?? [])
  const original = facts.alternates.find(({ relation, url }) => relation === 'original' && url !== null)
  const standfirst = roledBlocks(capture).find(({ role }) => role === 'standfirst')
  const values: Record<(typeof FRONT_MATTER_KEYS)[number], string | readonly string[] | null | undefined> = {
    title,
    source: facts.url?.value,
    author: names('author'),
    published: facts.published?.value,
    created: day(facts.capturedAt?.value ?? capture.importedAt),
    description: standfirst && wordsAt(capture.text, standfirst.block.range),
    tags: notes.flatMap((note) => note.tags.map(tagName)),
    translator: names('translator'),
    editor: names('editor'),
    publisher: facts.publisher?.value,
    photo_credit: photoCredits,
    original_url: original?.url,
    lang: facts.language?.value,
    dateline: facts.dateline?.value,
  }
  const found: FrontMatter = {}
  for (const key of FRONT_MATTER_KEYS) {
    const value = values[key]
    if (typeof value === 'string' && line(value) !== '') found[key] = line(value)
    if (Array.isArray(value) && value.length > 0) found[key] = [...new Set(value.map(line))].filter(Boolean)
  }
  return found
}

/** The block between two lines of `---`. Every string in double quotes, so that no reader takes one for a date or `no`. */
export function renderFrontMatter(found: FrontMatter): string {
  const yaml = stringify(found, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })
  return `---\n${yaml}---\n`
}

/** A tag as Obsidian takes it: letters, digits, `_`, `-`, `/`; what else there is becomes a hyphen. */
export function tagName(tag: string): string {
  return tag
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

function line(value: string): string {
  return withVisibleControls(value.replace(/\s+/g, ' ').trim())
}

function day(instant: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(instant)?.[0] ?? instant
}
