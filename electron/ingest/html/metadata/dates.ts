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
    compact(words) ??
    pointed(words) ??
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
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:T|,? )?(.*)$/i.exec(words)
  const day = dayOf(match)
  return day === null ? null : day + timeIn(match?.[4] ?? '')
}

/** `20231128`, `20231128T091200Z`, `20231128091200`. */
function compact(words: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/i.exec(words)
  const day = dayOf(match)
  if (match === null || day === null) return null
  const [, , , , hour, minute, second, zone = ''] = match
  return hour === undefined ? day : day + timeIn(`${hour}:${minute}:${second ?? '00'}${zone}`)
}

/** Hours and minutes at the head of words, with what they say of their zone: `T09:12:00+09:00`; empty when there are none. */
function timeIn(words: string): string {
  const match =
    /^(?:at |um )?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(?:([ap])\.?m\.?)?\s?(Z\b|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|UTC|GMT|[+-]\d{2}(?!\d))?/i.exec(
      words,
    )
  if (match === null) return ''
  const [, hours = '', minute = '', second = '00', half, zone] = match
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0)
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return ''
  return `T${String(hour).padStart(2, '0')}:${minute}:${second}${offset(zone)}`
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return ''
  const digits = zone.replace(/[^\d]/g, '').padEnd(4, '0')
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 'Z'
  return `${zone.includes('-') ? '-' : '+'}${digits.slice(0, 2)}:${digits.slice(2)}`
}

/** `28 Nov 2023`, `Tue, 28 Nov 2023 09:00:00 GMT`, `28. November 2023`, `28-Nov-2023`. */
function dayFirst(words: string): string | null {
  const match =
    /^(?:[a-z]{3,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?!\d)(?:,? (.*))?$/i.exec(
      words,
    )
  return match ? withTime(named(match[3], match[2], match[1]), match[4]) : null
}

/** `November 28, 2023`, `Nov. 28th 2023 5:00 PM`, and JavaScript's own `Tue Nov 28 2023 09:00:00 GMT+0900`. */
function monthFirst(words: string): string | null {
  const match =
    /^(?:[a-z]{3,9}\.?,? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)(?:,? (.*))?$/i.exec(
      words,
    )
  if (match !== null) return withTime(named(match[3], match[1], match[2]), match[4])
  // `Tue Nov 28 09:00:00 UTC 2023`, as Java and `date` write it.
  const java = /^[a-z]{3} ([a-z]{3}) (\d{1,2}) ([\d:]{8} (?:[A-Z]{3,4}|[+-]\d{4})) (\d{4})$/i.exec(words)
  return java ? withTime(named(java[4], java[1], java[2]), java[3]) : null
}

function withTime(day: string | null, time: string | undefined): string | null {
  return day === null ? null : day + timeIn(time ?? '')
}

/** `28.11.2023`: points are day first wherever they part a date. */
function pointed(words: string): string | null {
  const match = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)(?:,? (.*))?$/.exec(words)
  return match ? withTime(calendarDay(Number(match[3]), Number(match[2]), Number(match[1])), match[4]) : null
}

/** `28/11/2023` or `11/28/2023`, where only one of the two can be the month. */
function slashed(words: string): string | null {
  const [, a = '', b = '', year, time] =
    /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)(?:,? (.*))?$/.exec(words) ?? []
  if (year === undefined || (Number(a) <= 12 && Number(b) <= 12 && a !== b)) return null
  const [month, day] = Number(a) > 12 ? [b, a] : [a, b]
  return withTime(calendarDay(Number(year), Number(month), Number(day)), time)
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
