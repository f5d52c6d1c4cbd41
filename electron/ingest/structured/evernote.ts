import { createHash } from 'node:crypto'
import type { HtmlElement } from '../html/document'
import { resourcesOf } from '../html/pictures/resources'
import { elementsNamed } from '../html/xml'
import { NOTHING_TOLD, type ToldArticle } from './told-article'

/** A note's picture inside its text: `<en-media hash="…" type="image/png"/>`. */
const MEDIA = /<en-media\b([^<>]*)>/gi

/**
 * A note of an Evernote export (ENEX 4): its text, where it was clipped from, and its pictures, which the text calls by the MD5 of
 * their bytes. Who Evernote calls the author is whose account it was. Null for a note without a text.
 */
export function ofEvernote(note: HtmlElement): ToldArticle | null {
  const content = words(note, 'content')
  const text = content === null ? null : /<en-note\b[^<>]*>([\s\S]*)<\/en-note>/i.exec(content)?.[1]
  if (!text) return null
  return {
    ...NOTHING_TOLD,
    from: 'evernote',
    mediaType: 'application/enex+xml',
    html: text.replace(MEDIA, (_, attributes: string) => {
      const hash = /\shash\s*=\s*["']([\da-f]{32})["']/i.exec(attributes)?.[1]
      return hash === undefined ? '' : `<img src="${hash.toLowerCase()}">`
    }),
    headline: words(note, 'title'),
    url: words(note, 'source-url'),
    capturedAt: instantOfEnex(words(note, 'created')),
    resource: resourcesOf(picturesOf(note)),
  }
}

function words(note: HtmlElement, name: string): string | null {
  return elementsNamed(note, name)[0]?.textContent?.trim() || null
}

function picturesOf(note: HtmlElement) {
  return elementsNamed(note, 'resource').flatMap((resource) => {
    const data = elementsNamed(resource, 'data')[0]?.textContent
    if (!data || !/^image\//.test(words(resource, 'mime') ?? '')) return []
    const bytes = new Uint8Array(Buffer.from(data, 'base64'))
    return [{ addresses: [createHash('md5').update(bytes).digest('hex')], bytes }]
  })
}

/** "20240104T071500Z" as an ISO 8601 instant; null when it is none. */
function instantOfEnex(written: string | null): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(written ?? '')
  if (match === null) return null
  const [, year, month, day, hour, minute, second] = match
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
}
