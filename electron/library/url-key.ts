/** Parameters that tell where a reader came from, not what is read. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid)$/i

/**
 * An article's address reduced to what tells articles apart: without scheme, `www.`, fragment, tracking parameters and a
 * final slash. Null for what is no web address, and for the front page of a site, which is no article's.
 */
export function urlKey(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name))
  const path = url.pathname.replace(/\/+$/, '')
  if (path === '' && kept.length === 0) return null
  const query = new URLSearchParams(kept)
  query.sort()
  const search = kept.length === 0 ? '' : `?${query}`
  return url.host.replace(/^www\./, '') + path + search
}
