import { FormattedDate } from 'react-intl'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MONTH = /^\d{4}-\d{2}$/
const YEAR = /^\d{4}$/

/**
 * A date as an article tells it: an ISO 8601 year, month, day or instant. Calendar days are shown as they stand, never
 * moved by the reader's time zone; an instant is shown in it.
 */
export function ToldDate({ iso }: { readonly iso: string }) {
  if (YEAR.test(iso)) return <time dateTime={iso}>{iso}</time>
  const wholeDays = DAY.test(iso) || MONTH.test(iso)
  const value = new Date(wholeDays ? `${iso.padEnd(10, '-01')}T00:00:00Z` : iso)
  if (Number.isNaN(value.getTime())) return <time>{iso}</time>
  return (
    <time dateTime={iso}>
      <FormattedDate
        {...(MONTH.test(iso) ? {} : { day: 'numeric' })}
        {...(wholeDays ? { timeZone: 'UTC' } : {})}
        month="short"
        value={value}
        year="numeric"
      />
    </time>
  )
}
