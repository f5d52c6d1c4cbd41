/** Finds a day written out in a language's own month names, or in figures as its readers order them. */
export type CalendarWords = {
  readonly dayIn: (words: string) => string | null
  /** Only with the month by its name: what a program writes is in figures of no language's order. */
  readonly namedDayIn: (words: string) => string | null
}

const known = new Map<string, CalendarWords>()

/** Tried one after the other on a page that does not say its language. */
const COMMON = 'en de fr es it pt ru nl pl cs sv da nb fi tr uk el'.split(' ')

/** Month names of one language that differ by country. */
const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar-LB', 'ar-DZ', 'ar-MA'],
  de: ['de-AT'],
}

/** Month names come from the platform (CLDR), so that no list of languages is kept here. English is always known. */
export function calendarWords(language: string | null): CalendarWords {
  if (language === null) return anyLanguage
  const calendar = known.get(language) ?? build(language)
  known.set(language, calendar)
  return calendar
}

const inAny = (read: keyof CalendarWords) => (words: string) => {
  for (const language of COMMON) {
    const day = calendarWords(language)[read](words)
    if (day !== null) return day
  }
  return null
}

const anyLanguage: CalendarWords = { dayIn: inAny('dayIn'), namedDayIn: inAny('namedDayIn') }

function build(language: string): CalendarWords {
  const primary = language.split('-')[0]?.toLowerCase() ?? language
  const months = monthsOf([primary, ...(COUNTRIES[primary] ?? []), 'en'])
  const written = writtenDays(months)
  const order = orderOf(language, primary)
  const namedDayIn = (words: string) => {
    for (const {
      pattern,
      order: [y, m, d],
    } of written) {
      const match = pattern.exec(words)
      if (match) return day(match[y], months.get((match[m] ?? '').toLowerCase()) ?? 0, match[d])
    }
    return null
  }
  return {
    dayIn: (words) => namedDayIn(withPlainDigits(words)) ?? inFigures(withPlainDigits(words), order),
    namedDayIn: (words) => namedDayIn(withPlainDigits(words)),
  }
}

/** Lower-case names to 1–12: long and short, as they stand beside a day and alone. */
function monthsOf(locales: readonly string[]): Map<string, number> {
  const months = new Map<string, number>()
  for (const locale of locales) {
    for (const month of ['long', 'short'] as const) {
      for (const options of [{ month, day: 'numeric' }, { month }] as const) {
        for (const [index, name] of monthNames(locale, options).entries()) {
          if (/[\p{L}\p{M}]{3}/u.test(name) && !months.has(name)) months.set(name, index + 1)
        }
      }
    }
  }
  return months
}

type WrittenDay = {
  readonly pattern: RegExp
  readonly order: readonly [year: number, month: number, day: number]
}

function writtenDays(months: ReadonlyMap<string, number>): WrittenDay[] {
  const names = [...months.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const month = `(${names.join('|')})[\\p{L}\\p{M}]*`
  return [
    {
      // 3 March 2024 · 3rd of March, 2024 · 3. März 2024 · 3 de marzo de 2024 · 1er mars 2024 · 03-Mar-2024 · 3 במרץ 2024
      pattern: new RegExp(
        `(?<![\\p{N}]|\\d:)(\\d{1,2})(?:(?:st|nd|rd|th|er|º|\\.)?\\s+|\\.\\s*|[-/])(?:(?:de|of|del)\\s+|d[’']|ב)?${month}(?:[.,]?\\s+|[-/])(?:del?\\s+)?(\\d{4})(?!\\d)`,
        'iu',
      ),
      order: [3, 2, 1],
    },
    {
      // March 3, 2024
      pattern: new RegExp(`(?<!\\p{L})${month}[.]?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'iu'),
      order: [3, 1, 2],
    },
    {
      // 2024. március 3. · 2024 m. kovo 3 d.
      pattern: new RegExp(`(?<!\\d)(\\d{4})(?:\\.| m\\.)?\\s+${month}\\s+(\\d{1,2})(?!\\d)`, 'iu'),
      order: [1, 2, 3],
    },
  ]
}

/** Which of two figures before the year is the day, as readers of a language write it; null where that differs. */
type Order = 'day' | 'month' | null

/** English alone tells nothing: half of its readers put the month first. */
function orderOf(language: string, primary: string): Order {
  if (language.toLowerCase() === 'en') return null
  try {
    const parts = new Intl.DateTimeFormat(primary === 'en' ? language : primary, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    }).formatToParts(0)
    const first = parts.find(({ type }) => type !== 'literal')?.type
    return first === 'day' || first === 'month' ? first : null
  } catch {
    return null
  }
}

function inFigures(words: string, order: Order): string | null {
  const east =
    /(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日号]/.exec(words) ??
    /(?<!\d)(\d{4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,2})(?!\d)/.exec(words)
  if (east) return day(east[1], Number(east[2]), east[3])
  const vietnamese = /(\d{1,2}) tháng (\d{1,2}),? (?:năm )?(\d{4})/i.exec(words)
  if (vietnamese) return day(vietnamese[3], Number(vietnamese[2]), vietnamese[1])
  // Points are day first everywhere; slashes and dashes are as the language has them, or as the figures show.
  const points = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?![\d:])/.exec(words)
  if (points) return day(points[3]?.length === 2 ? `20${points[3]}` : points[3], Number(points[2]), points[1])
  const [, a = '', b = '', year] = /(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(words) ?? []
  if (year === undefined) return null
  if (Number(a) > 12 || (order === 'day' && Number(b) <= 12)) return day(year, Number(b), a)
  return Number(b) > 12 || order === 'month' ? day(year, Number(a), b) : null
}

/** Digits of Arabic, Persian and full width as plain ones. */
function withPlainDigits(words: string): string {
  if (!/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/.test(words)) return words
  return words.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit > '\uFF00' ? 0xff10 : 0x0660)) % 16),
  )
}

function monthNames(locale: string, options: Intl.DateTimeFormatOptions): string[] {
  try {
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...options, timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, index) => {
      const part = format.formatToParts(Date.UTC(2001, index, 2)).find(({ type }) => type === 'month')
      return (part?.value ?? '').toLowerCase().replace(/^de |\.$/g, '')
    })
  } catch {
    return []
  }
}

/** Thai pages count the years of Buddha. */
const BUDDHIST_YEARS = 543

function day(year: string | undefined, month: number, dayOfMonth: string | undefined): string | null {
  const told = Number(year)
  const common = told > 2400 ? told - BUDDHIST_YEARS : told
  const date = new Date(Date.UTC(common, month - 1, Number(dayOfMonth)))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(dayOfMonth)
  return real && common >= 1900 && common <= 2100 ? date.toISOString().slice(0, 10) : null
}
