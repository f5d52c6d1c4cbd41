const DAY = 86_400_000
const WEEKDAYS = '일월화수목금토'

/** Date words of Korean news; what stands in the `date` group are the words. */
export const KOREAN_DATES =
  /(?<date>\d{4}년\s?\d{1,2}월(?:\s?\d{1,2}일)?|\d{4}년|(?:지난해|올해|작년)(?:\s?\d{1,2}월)?(?:\s?\d{1,2}일)?|(?:지난달|이달|내달|다음 ?달)(?:\s?\d{1,2}일)?|\d{1,2}월\s?\d{1,2}일|(?:지난|오는|이번\s?주?)\s?[일월화수목금토]요일|(?:지난|오는)\s\d{1,2}일|(?<=[\s(·])\d{1,2}일(?=[\s,(]|께|자|부터|까지|에|오전|오후)|[일월화수목금토]요일|어제|오늘|내일|그제)/dg

/** What is told to come, and what is over: the first of both behind the date words is what they belong to. */
const TO_COME =
  /예정|계획|방침|[을를할될릴일갈날]\s?(?:것|예정|전망)|(?:열린|시작된|시작한|계속된|이어진|재개된|진행된|개막한|개막된|치른|마감된|끝난)다(?!고 (?:한|했))|(?:연|간)다[.”]/
const OVER = /[가-힣][았었였했됐렸졌갔왔났]다|[밝말전]혔다/

/** Whether date words tell of what is still to come; `after` is the rest of their sentence. */
export function isAheadInKorean(after: string): boolean {
  const sentence = after.split(/[.!?\n]/, 1)[0] ?? ''
  const toCome = `${sentence}.`.search(TO_COME)
  const over = sentence.search(OVER)
  return toCome >= 0 && (over < 0 || toCome < over)
}

/**
 * Resolves Korean date words; `day` is UTC midnight of the day of publication or null. A day without a month is
 * the last such day ("24일"), after 오는 or in a sentence that tells what is to come (`ahead`) the next one.
 */
export function resolveKoreanDate(words: string, day: number | null, ahead: boolean): string | null {
  const full = /^(\d{4})년(?:\s?(\d{1,2})월)?(?:\s?(\d{1,2})일)?$/.exec(words)
  if (full) return stamp(Number(full[1]), numberOf(full[2]), numberOf(full[3]))
  if (day === null) return null
  const today = new Date(day)
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth() + 1]
  const near = /^(어제|오늘|내일|그제)$/.exec(words)?.[1]
  if (near) return iso(day + { 어제: -1, 오늘: 0, 내일: 1, 그제: -2 }[near as '어제'] * DAY)
  const weekday = /^(?:(지난|오는|이번)\s?주?\s?)?([일월화수목금토])요일$/.exec(words)
  if (weekday) return weekdayOf(weekday[1] ?? (ahead ? '예정' : ''), WEEKDAYS.indexOf(weekday[2] ?? ''), day)
  const named = /^(지난해|작년|올해)(?:\s?(\d{1,2})월)?(?:\s?(\d{1,2})일)?$/.exec(words)
  if (named) return stamp(named[1] === '올해' ? year : year - 1, numberOf(named[2]), numberOf(named[3]))
  const about = /^(지난달|이달|내달|다음 ?달)(?:\s?(\d{1,2})일)?$/.exec(words)
  if (about) {
    const step = about[1] === '지난달' ? -1 : about[1] === '이달' ? 0 : 1
    const first = new Date(Date.UTC(year, month - 1 + step, 1))
    return stamp(first.getUTCFullYear(), first.getUTCMonth() + 1, numberOf(about[2]))
  }
  const monthDay = /^(\d{1,2})월\s?(\d{1,2})일$/.exec(words)
  if (monthDay) {
    const [m, d] = [Number(monthDay[1]), Number(monthDay[2])]
    const at = Date.UTC(year, m - 1, d)
    if (ahead) return stamp(at >= day ? year : year + 1, m, d)
    return stamp(at <= day ? year : year - 1, m, d)
  }
  const bare = /^(?:(지난|오는)\s)?(\d{1,2})일$/.exec(words)
  if (!bare) return null
  const lean = bare[1] === '오는' ? 'after' : ahead && bare[1] === undefined ? 'from' : 'until'
  return dayOfMonth(Number(bare[2]), lean, today)
}

function weekdayOf(lean: string, index: number, day: number): string {
  const behind = (new Date(day).getUTCDay() - index + 7) % 7
  if (lean === '예정') return iso(day + ((7 - behind) % 7) * DAY)
  return iso(lean === '오는' ? day + (7 - behind) * DAY : day - behind * DAY)
}

/** The nearest such day: after today, from today on, or until today. */
function dayOfMonth(date: number, lean: 'after' | 'from' | 'until', today: Date): string | null {
  if (date < 1 || date > 31) return null
  const own = today.getUTCDate()
  const step =
    lean === 'until' ? (date <= own ? 0 : -1) : date > own || (lean === 'from' && date === own) ? 0 : 1
  const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + step, 1))
  return stamp(first.getUTCFullYear(), first.getUTCMonth() + 1, date)
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

function stamp(year: number, month: number | null, date: number | null): string | null {
  if (month !== null && (month < 1 || month > 12)) return null
  if (date !== null && (date < 1 || date > 31)) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return [String(year), ...(month === null ? [] : [two(month), ...(date === null ? [] : [two(date)])])].join(
    '-',
  )
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
