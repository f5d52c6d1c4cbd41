/** A date with its time, as headers and feeds write it (RFC 5322, RFC 3339), as an ISO 8601 UTC instant; null when it is none. */
export function instantOf(written: string | null): string | null {
  if (written === null) return null
  // A comment at the end names the zone once more: "(KST)".
  const time = Date.parse(written.replace(/\s*\([^)]*\)\s*$/, ''))
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
