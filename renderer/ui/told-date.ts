import type { IntlShape } from 'react-intl'

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/**
 * A date as an article tells it, written out for people: `2023-12-01`, `2019-02`, `2019` or an instant. A calendar day
 * is a day wherever it is read, so it never moves with the machine's time zone. Unreadable words stay as they are.
 */
export function toldDate(intl: IntlShape, iso: string): string {
  const parts = DAY.exec(iso)
  if (parts === null) return instant(intl, iso)
  const [, year, month, day] = parts
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  if (Number.isNaN(date.getTime())) return iso
  return intl.formatDate(date, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  })
}

/** An instant (ISO 8601) as a calendar day here; with `time` also the clock. */
export function instant(intl: IntlShape, iso: string, time = false): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return intl.formatDate(date, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    ...(time ? { hour: '2-digit', minute: '2-digit' } : {}),
  })
}
