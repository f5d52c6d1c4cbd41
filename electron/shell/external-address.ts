/** Longest address that is shown in one piece, in characters: what a dialog can hold without pushing its buttons away. */
const LONGEST = 300

/** An address that may be opened outside, as it is opened and as it is shown. */
export type ExternalAddress = {
  readonly href: string
  /** Where the browser will go: alone on a line, so that nothing in the rest of the address can pass for it. */
  readonly host: string
  /** The address, its middle left out when it is too long. */
  readonly shown: string
}

/**
 * What an address of an article comes down to, or null when it is not to be opened: only `https:` is. Parsing turns a host of
 * other scripts into punycode and percent-encodes everything beyond ASCII, bidirectional controls among it. A name before
 * an @ goes: it serves nobody but who wants `bank.example@evil.example` to be read as the bank.
 */
export function externalAddress(address: string): ExternalAddress | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'https:') return null
  url.username = ''
  url.password = ''
  const { href, host } = url
  const shown = href.length <= LONGEST ? href : `${href.slice(0, LONGEST - 61)}…${href.slice(-60)}`
  return { href, host, shown }
}
