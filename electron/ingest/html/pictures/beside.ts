import type { Beside } from '../../member'
import { NO_CONTEXT, type PageContext } from '../context'
import { resourcesOf } from './resources'

/** Addresses of files beside a page that are asked for; no article shows so many pictures. */
const MOST_FILES = 500

/** A page with the files beside it: its pictures are found by their relative paths. */
export async function contextBeside(html: string, beside: Beside | undefined): Promise<PageContext> {
  if (beside === undefined) return NO_CONTEXT
  return { ...NO_CONTEXT, resource: await resourcesBeside(addressesOfImages(html), beside) }
}

/**
 * The pictures beside a file, of those that it calls by relative addresses; what leads elsewhere is not asked for, and nothing is
 * ever fetched.
 */
export async function resourcesBeside(
  addresses: Iterable<string>,
  beside: Beside | undefined,
): Promise<PageContext['resource']> {
  if (beside === undefined) return () => null
  const calledBy = new Map<string, string[]>()
  for (const address of addresses) {
    const path = pathBeside(address)
    if (path === null) continue
    const known = calledBy.get(path)
    if (known !== undefined) known.push(address)
    else if (calledBy.size < MOST_FILES) calledBy.set(path, [address])
  }
  const paths = [...calledBy.keys()]
  const files = paths.length === 0 ? [] : await beside(paths)
  return resourcesOf(
    paths.flatMap((path, index) => {
      const bytes = files[index]
      return bytes ? [{ addresses: calledBy.get(path) ?? [], bytes }] : []
    }),
  )
}

/** A relative address as a path of the folder; null when it is none. */
function pathBeside(address: string): string | null {
  const path = address.replace(/[?#].*$/s, '').replace(/^(?:\.\/)+/, '')
  if (path === '' || /^(?:[a-z][\w+.-]*:|[/\\])/i.test(path)) return null
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const IMAGES = /<img\b[^<>]*>/gi
const ADDRESSES =
  /\s(?:src|srcset|data-(?:src|srcset|original|lazy-src|hi-res-src))\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

/** What the images of a page's source may be called by, entities read; a `srcset` as each of its addresses. */
export function* addressesOfImages(html: string): Generator<string> {
  for (const [tag] of html.matchAll(IMAGES)) {
    for (const [, double, single, bare] of tag.matchAll(ADDRESSES)) {
      const value = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&').trim()
      yield value
      for (const candidate of value.split(/,\s+/)) yield candidate.trim().split(/\s+/)[0] ?? ''
    }
  }
}
