import { suspicionOf } from './body/names'
import type { HtmlElement } from './document'
import { absoluteUrl } from './urls'

const EMBEDS = new Set(['iframe', 'video', 'audio', 'embed', 'object'])
/** Where the address may stand; pages load what is far down only when it is scrolled to. */
const ADDRESSES = ['src', 'data-src', 'data-lazy-src', 'data']
/** Addresses of what is shown to a reader. Frames without a name or such an address count, measure and advertise. */
const SHOWN = /embed|player|video|audio|podcast|maps?(?![a-z])|chart|graphic|tweet|status/i
/** Frames smaller than this (pixels) are not meant to be seen. */
const LEAST_SIZE = 20

/**
 * What stands for a film, a map or a post that a page embeds from elsewhere: its name, and the host that has it. Nothing is ever
 * fetched. Null for other elements and for frames that nobody sees.
 */
export function embedOf(element: HtmlElement, base: string | null): string | null {
  if (!EMBEDS.has(element.localName) || isTiny(element) || suspicionOf(element) !== null) return null
  const source = element.querySelector('source')?.getAttribute('src') ?? null
  const told = [...ADDRESSES.map((name) => element.getAttribute(name)), source]
  const address = told
    .map((value) => (value ? absoluteUrl(value, base) : null))
    .find((value) => value !== null)
  if (address === undefined || address === null) return null
  const name = (element.getAttribute('title') ?? element.getAttribute('aria-label') ?? '').trim()
  const isFilm = element.localName === 'video' || element.localName === 'audio'
  if (name === '' && !isFilm && !SHOWN.test(address)) return null
  const host = new URL(address).hostname.replace(/^www\./, '')
  return name === '' ? host : `${name} (${host})`
}

function isTiny(element: HtmlElement): boolean {
  if (element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? ''))
    return true
  return ['width', 'height'].some((side) => {
    const size = element.getAttribute(side)
    return size !== null && /^\d+(?:px)?$/.test(size) && Number.parseInt(size, 10) < LEAST_SIZE
  })
}
