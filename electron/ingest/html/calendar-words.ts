/** Finds a day written out in a language's own month names, or in figures as its readers order them. */
export type CalendarWords = { readonly dayIn: (words: string) => string | null }

const known = new Map<string, CalendarWords>()

/** Tried one after the other on a page that does not say its language. */
const COMMON = ['en', 'de', 'fr', 'es', 'it', 'pt', 'ru', 'nl', 'pl', 'cs', 'sv', 'tr', 'uk']

/** Month names come from the platform (CLDR), so that no list of languages is kept here. English is always known. */
export function calendarWords(language: string | null): CalendarWords {
  const primary = language?.split('-')[0]?.toLowerCase()
  if (primary === undefined) return anyLanguage
  const calendar = known.get(primary) ?? build(primary)
  known.set(primary, calendar)
  return calendar
}

const anyLanguage: CalendarWords = {
  dayIn: (words) => {
    for (const language of COMMON) {
      const day = calendarWords(language).dayIn(words)
      if (day !== null) return day
    }
    return null
  },
}

function build(language: string): CalendarWords {
  const months = new Map<string, number>()
  for (const locale of new Set([language, 'en'])) {
    for (const month of ['long', 'short'] as const) {
      for (const [index, name] of monthNames(locale, month).entries()) {
        if (/\p{L}{3}/u.test(name) && !months.has(name)) months.set(name, index + 1)
      }
    }
  }
  const names = [...months.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const month = `(${names.join('|')})\\p{L}*`
  const dayFirst = new RegExp(
    `(?<![\\p{N}]|\\d:)(\\d{1,2})(?:(?:st|nd|rd|th|er|º)?\\s+|\\.\\s*)(?:de\\s+)?${month}[.,]?\\s+(?:de\\s+)?(\\d{4})(?!\\d)`,
    'iu',
  )
  const monthFirst = new RegExp(
    `(?<!\\p{L})${month}[.]?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`,
    'iu',
  )
  const monthOf = (name = '') => months.get(name.toLowerCase()) ?? 0
  return {
    dayIn: (words) => {
      const a = dayFirst.exec(words)
      if (a) return day(a[3], monthOf(a[2]), a[1])
      const b = monthFirst.exec(words)
      if (b) return day(b[3], monthOf(b[1]), b[2])
      const east =
        /(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]/.exec(words) ??
        /(?<!\d)(\d{4})[.-]\s?(\d{1,2})[.-]\s?(\d{1,2})(?!\d)/.exec(words)
      if (east) return day(east[1], Number(east[2]), east[3])
      // Points are day first everywhere; slashes are either, and are left alone unless the order shows.
      const points = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)/.exec(words)
      if (points)
        return day(points[3]?.length === 2 ? `20${points[3]}` : points[3], Number(points[2]), points[1])
      const slashes = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(words)
      if (slashes && Number(slashes[1]) > 12) return day(slashes[3], Number(slashes[2]), slashes[1])
      if (slashes && Number(slashes[2]) > 12) return day(slashes[3], Number(slashes[1]), slashes[2])
      return null
    },
  }
}

function monthNames(locale: string, month: 'long' | 'short'): string[] {
  try {
    const format = new Intl.DateTimeFormat(locale, { month, day: 'numeric', timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, index) => {
      const part = format.formatToParts(Date.UTC(2001, index, 2)).find(({ type }) => type === 'month')
      return (part?.value ?? '').toLowerCase().replace(/\.$/, '')
    })
  } catch {
    return []
  }
}

function day(year: string | undefined, month: number, dayOfMonth: string | undefined): string | null {
  const date = new Date(Date.UTC(Number(year), month - 1, Number(dayOfMonth)))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(dayOfMonth)
  return real && Number(year) >= 1900 && Number(year) <= 2100 ? date.toISOString().slice(0, 10) : null
}
