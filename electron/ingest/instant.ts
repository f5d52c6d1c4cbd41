/** A date with its time, as headers and feeds write it (RFC 5322, RFC 3339), as an ISO 8601 UTC instant; null when it is none. */
export function instantOf(written: string | null): string | null {
  const time = timeOf(written)
  return time === null ? null : new Date(time).toISOString()
}

/**
 * The same in the zone that it was written in: an article's calendar day is its outlet's. What is ISO 8601 already stays as it
 * is.
 */
export function isoOf(written: string | null): string | null {
  const time = timeOf(written)
  if (written === null || time === null) return null
  if (/^\d{4}-\d{2}-\d{2}(?:$|T)/.test(written)) return written
  const [, sign = '+', hours = '00', minutes = '00'] = /([+-])(\d{2}):?(\d{2})\s*(?:\(|$)/.exec(written) ?? []
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  const local = new Date(time + offset * 60_000).toISOString().slice(0, 19)
  return `${local}${offset === 0 ? 'Z' : `${sign}${hours}:${minutes}`}`
}

/** Milliseconds since 1970. A comment at the end names the zone once more: "(KST)". */
function timeOf(written: string | null): number | null {
  const time = Date.parse(written?.trim().replace(/\s*\([^)]*\)$/, '') ?? '')
  return Number.isNaN(time) ? null : time
}
