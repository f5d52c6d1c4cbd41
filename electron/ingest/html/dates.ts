/**
 * Dates as metadata writes them, as ISO 8601. What is not sure is null: a wrong date is worse than none, and the
 * analysis can still read one from the text.
 */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

/** ISO 8601 day or date-time, as told (its own offset kept), from one metadata value; null when it is none. */
export function isoDate(value: string): string | null {
  const words = value.trim().replace(/\s+/g, ' ')
  return (
    isoLike(words) ??
    dayFirst(words) ??
    monthFirst(words) ??
    dayOf(/^(\d{4})(\d{2})(\d{2})$/.exec(words)) ??
    slashed(words) ??
    fromEpoch(words)
  )
}

/** The day in an address (`/2023/11/28/`, `/2023-11-28-`); null when the address has none. */
export function dateInUrl(url: string): string | null {
  const own = url.replace(/^https?:\/\/web\.archive\.org\/web\/[^/]+\//, '')
  return (
    dayOf(/\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[/_-]|$)/.exec(own)) ??
    dayOf(/\/(20\d{2})(\d{2})(\d{2})(?:\d{3,})?[/_.-]/.exec(own))
  )
}

function isoLike(words: string): string | null {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:T|\s)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i.exec(
      words,
    )
  if (match === null) return null
  const day = dayOf(match)
  if (day === null || match[4] === undefined) return day
  const [, , , , hour = '', minute = '', second, zone] = match
  if (Number(hour) > 23 || Number(minute) > 59) return day
  return `${day}T${hour.padStart(2, '0')}:${minute}:${second ?? '00'}${offset(zone)}`
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return ''
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 'Z'
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}

/** `28 Nov 2023`, `Tue, 28 Nov 2023 09:00:00 GMT`, `28. November 2023`. Only the day is taken. */
function dayFirst(words: string): string | null {
  const match = /^(?:[a-z]{3,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th|\.)? ([a-z]{3,9})\.?,? (\d{4})\b/i.exec(words)
  return match ? named(match[3], match[2], match[1]) : null
}

/** `November 28, 2023`, `Nov. 28th 2023`. */
function monthFirst(words: string): string | null {
  const match = /^(?:[a-z]{3,9}\.?,? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/i.exec(words)
  return match ? named(match[3], match[1], match[2]) : null
}

/** `28/11/2023` or `11/28/2023`, where only one of the two can be the month. */
function slashed(words: string): string | null {
  const [, a = '', b = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(words) ?? []
  if (year === undefined || (Number(a) <= 12 && Number(b) <= 12 && a !== b)) return null
  return Number(a) > 12
    ? calendarDay(Number(year), Number(b), Number(a))
    : calendarDay(Number(year), Number(a), Number(b))
}

function named(year = '', month = '', day = ''): string | null {
  const index = MONTHS.findIndex((name) => month.toLowerCase().startsWith(name))
  return index < 0 ? null : calendarDay(Number(year), index + 1, Number(day))
}

/** Seconds or milliseconds since 1970, as some publishing systems write them. */
function fromEpoch(words: string): string | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(words)) return null
  return new Date(words.length === 10 ? Number(words) * 1000 : Number(words))
    .toISOString()
    .slice(0, 19)
    .concat('Z')
}

function dayOf(match: RegExpExecArray | null): string | null {
  return match ? calendarDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** Null for a day that the calendar does not have, or that no article was published on. */
function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1700 && year <= 2200 ? date.toISOString().slice(0, 10) : null
}
