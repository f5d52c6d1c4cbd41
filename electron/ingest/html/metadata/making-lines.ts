import type { Block, MarkedRole } from '#domain/article/block'
import { calendarWords } from './calendar-words'

/** What a page's metadata tells of who made it and when. */
export type Makers = {
  readonly authors: readonly string[]
  /** The byline as the page shows it. */
  readonly byline: string | null
  readonly outlet: string | null
  /** BCP 47. */
  readonly language: string | null
}

type Written = { readonly text: string; readonly blocks: readonly Block[] }

/** A line that tells who and when is no longer than this, and stands so near to the start or the end. */
const LONGEST = 110
const FROM_START = 9
const FROM_END = 4
/** Letters that may be left of such a line when all that we know is taken out: initials, a unit of time. */
const MOST_LEFT = 3

/** Words of such lines that are neither a name nor a day. */
const SMALL_WORDS =
  /(?<!\p{L})(?:by|von|vom|par|por|di|del|da|de|od|av|af|door|and|und|et|y|e|en|i|och|og|the|für|for|at|on|um|le|el|il|à|a las|uhr|hrs?|h|am|pm|a\.m\.|p\.m\.|est|edt|et|gmt|utc|bst|pt|kst|ist|written|words|story|text|posted|published|updated|modified|release|date|first|last|news|datum|stand|erstellt|veröffentlicht|veröffentlichung|aktualisiert|publicado|actualizado|publié|mis à jour|pubblicato|opublikowano|data|fecha|author|autor|autorin|auteur|autore|redaktion|redacción|agencia|staff|writer|reporter|correspondent|editor|senior|min|mins|minutes|read|comments?|입력|수정|등록|기자)(?!\p{L})/giu

/**
 * The lines at either end of an article that tell nothing but who made it and when, by their index: bylines, and days. They
 * are told apart by what the metadata says, so that it works in languages whose words we do not know.
 */
export function makingLines({ text, blocks }: Written, makers: Makers): Map<number, MarkedRole> {
  const found = new Map<number, MarkedRole>()
  const isLong = ({ kind, range }: Block) => kind === 'paragraph' && range[1] - range[0] > LONGEST
  const begun = blocks.findIndex(isLong)
  blocks.forEach((block, index) => {
    const { kind, range } = block
    const atEnd = index >= blocks.length - FROM_END
    if ((kind !== 'paragraph' && kind !== 'list-item') || isLong(block)) return
    if (index >= FROM_START && !atEnd) return
    const role = roleOf(text.slice(range[0], range[1]), makers)
    // A day within the story is one that it tells of: a diary's, a timeline's.
    if (role === 'byline' || (role !== null && (index < begun || atEnd))) found.set(index, role)
  })
  return found
}

function roleOf(words: string, { authors, byline, outlet, language }: Makers): MarkedRole | null {
  if (byline !== null && plain(words) === plain(byline)) return 'byline'
  const named = authors.filter((name) => plain(words).includes(plain(name)))
  const dated = /\d/.test(words) && calendarWords(language).dayIn(words) !== null
  if (named.length === 0 && !dated) return null
  let left = plain(words)
  for (const name of [...named, outlet ?? '']) left = left.replaceAll(plain(name) || '\0', ' ')
  left = left
    .replace(SMALL_WORDS, ' ')
    .replace(weekdays(language?.split('-')[0] ?? 'en'), ' ')
    .replace(/[^\p{L}]+/gu, ' ')
  const months = dated ? 1 : 0
  const rest = left.split(' ').filter((word) => word !== '')
  const letters = rest
    .sort((a, b) => b.length - a.length)
    .slice(months)
    .join('').length
  if (letters > MOST_LEFT) return null
  return named.length > 0 ? 'byline' : 'furniture'
}

const known = new Map<string, RegExp>()

/** The names of the days of the week in a language and in English, long and short (CLDR, from the platform). */
function weekdays(language: string): RegExp {
  const before = known.get(language)
  if (before !== undefined) return before
  const names = [language, 'en'].flatMap((locale) =>
    (['long', 'short'] as const).flatMap((weekday) => {
      const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
      return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2024, 0, day)).replace('.', ''))
    }),
  )
  const pattern = new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'giu')
  known.set(language, pattern)
  return pattern
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim().toLowerCase()
}
