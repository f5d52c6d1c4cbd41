import { withVisibleControls } from '#domain/visible-controls'

/** Longest address that is shown whole, in characters; the middle of a longer one is left out. */
const LONGEST = 160

/**
 * An address as it may be shown: the host as the browser reads it (mixed scripts come out as punycode), hidden
 * controls written out, never so long that its host leaves the line.
 */
export function shownAddress(address: string): string {
  const visible = withVisibleControls(URL.canParse(address) ? new URL(address).href : address)
  if (visible.length <= LONGEST) return visible
  return `${visible.slice(0, LONGEST - 41)}…${visible.slice(-40)}`
}
