import { casual } from 'chrono-node/en'
import type { DateMention } from './findings'
import { resolveKoreanDate } from './korean/dates'

const DAY = 86_400_000
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const MONTH = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d{4}-\d\d/
/** A day without a year lies ahead only when that is at most this part of the way back to the last one. */
const AHEAD_SHARE = 0.25

/**
 * Resolves date words against the day of publication.
 *
 * News looks back: "Tuesday" is the last one, the day of publication included; a day without a year is the last
 * such day unless the next is much nearer. Where the sentence tells of what is to come (`ahead`), both are the next. Words that name no day stay at the month or the year that they do
 * name; what they do not settle is null. `published` is ISO 8601 as told; its own calendar day is used, so a
 * date-time with the outlet's offset is read in the outlet's zone.
 */
export function resolveDates(dates: readonly DateMention[], published: string | null): DateMention[] {
  const day = published ? dayOf(published) : null
  return dates.map((mention) => ({
    ...mention,
    date: resolveDate(mention.words, day, mention.ahead === true),
  }))
}

/** One resolution; `day` is UTC midnight of the day of publication, or null when that is not told. */
function resolveDate(words: string, day: number | null, ahead: boolean): string | null {
  if (/[\uac00-\ud7a3]/.test(words)) return resolveKoreanDate(words, day, ahead)
  const lower = words.toLowerCase()
  const year = /^(?:early |mid-?|late |the end of )?((?:19|20)\d\d)$/.exec(lower)
  if (year?.[1]) return year[1]
  return (day === null ? null : relative(lower, day, ahead)) ?? absolute(lower, day, ahead)
}

function relative(lower: string, day: number, ahead: boolean): string | null {
  if (/^(?:today|tonight|this (?:morning|afternoon|evening))$/.test(lower)) return iso(day)
  if (/^yesterday/.test(lower)) return iso(day - DAY)
  if (/^tomorrow/.test(lower)) return iso(day + DAY)
  const ago = /^(\S+) (day|month|year)s? ago$/.exec(lower)
  if (ago) return back(day, countOf(ago[1] ?? ''), ago[2] ?? '')
  const period = /^(last|this|next|earlier this|later this|the past) (month|year)$/.exec(lower)
  if (period) {
    const step = period[1] === 'last' ? 1 : period[1] === 'next' ? -1 : 0
    return period[1] === 'the past' ? null : back(day, step, period[2] ?? '')
  }
  return weekday(lower, day, ahead)
}

function weekday(lower: string, day: number, ahead: boolean): string | null {
  const match =
    /^(?:(last|next|this|this past|this coming|past|on) )?(\w+day)(?: (?:morning|afternoon|evening|night))?$/.exec(
      lower,
    )
  const index = WEEKDAYS.indexOf(match?.[2] ?? '')
  if (index < 0) return null
  const today = new Date(day).getUTCDay()
  const behind = (today - index + 7) % 7
  if (match?.[1] === 'next' || match?.[1] === 'this coming') return iso(day + (7 - behind) * DAY)
  if (ahead && !/last|past/.test(match?.[1] ?? '')) return iso(day + ((7 - behind) % 7) * DAY)
  return iso(day - (match?.[1] === 'last' && behind === 0 ? 7 : behind) * DAY)
}

function back(day: number, count: number | null, unit: string): string | null {
  if (count === null) return null
  if (unit === 'day') return iso(day - count * DAY)
  const date = new Date(day)
  if (unit === 'year') return String(date.getUTCFullYear() - count)
  return iso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - count, 1)).slice(0, 7)
}

function countOf(word: string): number | null {
  const count = /^\d{1,3}$/.test(word) ? Number(word) : NUMBERS.indexOf(word === 'a' ? 'one' : word)
  return count >= 0 ? count : null
}

/** Words with a month in them; chrono reads them, and says which parts the words themselves settle. */
function absolute(lower: string, day: number | null, ahead: boolean): string | null {
  const bare = lower.replace(
    /^(?:early|mid|late|the (?:end|beginning|middle|start) of|last|this|next|past)[ -]/,
    '',
  )
  // The reader of dates costs more than all else here: it is asked only about words that have a month.
  if (!MONTH.test(bare) || (day === null && !/\d{4}/.test(bare))) return null
  const told = plainly(bare) ?? byChrono(bare, day)
  if (!told) return null
  const { month, year } = told
  const date = told.date ?? 1
  const exact = told.date !== null && bare === lower
  if (year !== null) return stamp(year, month, exact ? date : null)
  if (day === null) return null
  const years = [-1, 0, 1].map((step) => new Date(day).getUTCFullYear() + step)
  if (/^next /.test(lower)) {
    const next = years.find((year) => Date.UTC(year, month - 1, 1) > day)
    return next ? stamp(next, month, null) : null
  }
  return stamp(leaning(years, month, exact ? date : 1, day, ahead), month, exact ? date : null)
}

/** What date words settle themselves; null is what they leave open. */
type ToldDate = { readonly month: number; readonly date: number | null; readonly year: number | null }

const PLAIN =
  /^(?<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?: (?<date>[1-9]|1\d|2[0-8]))?(?:,? (?<year>(?:19|20)\d\d))?$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** "nov. 28", "july 1, 2019", "november": most of the dates of news, read at a hundredth of chrono's cost. */
function plainly(bare: string): ToldDate | null {
  const groups = PLAIN.exec(bare)?.groups
  // Three letters alone ("mar", "dec") can be other words: chrono decides.
  if (!groups || (bare.length <= 3 && bare !== 'may')) return null
  const { month, date, year } = groups
  return {
    month: MONTHS.indexOf(month?.slice(0, 3) ?? '') + 1,
    date: date ? Number(date) : null,
    year: year ? Number(year) : null,
  }
}

function byChrono(bare: string, day: number | null): ToldDate | null {
  const start = casual.parse(bare, { instant: new Date(day ?? 0), timezone: 0 })[0]?.start
  if (!start?.isCertain('month')) return null
  const certain = (part: 'day' | 'year') => (start.isCertain(part) ? start.get(part) : null)
  return { month: start.get('month') ?? 1, date: certain('day'), year: certain('year') }
}

/** The year that a month (and day) without one most likely means (AHEAD_SHARE). */
function leaning(
  years: readonly number[],
  month: number,
  date: number,
  day: number,
  toCome: boolean,
): number {
  const times = years.map((year) => ({ year, at: Date.UTC(year, month - 1, date) - day }))
  const behind = times.filter(({ at }) => at <= 0).at(-1)
  const ahead = times.find(({ at }) => at > 0)
  if (toCome) return times.find(({ at }) => at >= 0)?.year ?? years[1] ?? 0
  if (!behind) return ahead?.year ?? years[1] ?? 0
  return ahead && ahead.at <= -behind.at * AHEAD_SHARE ? ahead.year : behind.year
}

function stamp(year: number, month: number, date: number | null): string {
  const start = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  return date === null ? start : `${start}-${String(date).padStart(2, '0')}`
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** UTC midnight of the calendar day that an ISO 8601 value tells in its own zone; null when it tells none. */
function dayOf(published: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published)
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : null
}
