import { NO_CONTEXT } from '../../context'
import { parseHtml } from '../../document'
import { type Metadata, readMetadata } from '../../metadata'

/** What is read of an invented page: `head` and `body` are markup, `attributes` those of its `html`. */
export function metadataOf(head: string, body = '', attributes = 'lang="en"'): Metadata {
  const document = parseHtml(
    `<!doctype html><html ${attributes}><head>${head}</head><body>${body}</body></html>`,
  )
  if (document === null) throw new Error('no document')
  return readMetadata(document, NO_CONTEXT)
}

/** A JSON-LD script as it stands in a page. */
export const script = (json: string) => `<script type="application/ld+json">${json}</script>`
export const ld = (value: unknown) => script(JSON.stringify(value))

export const STORY = '<p>The ferry company cut its winter timetable by half on Thursday.</p>'.repeat(4)
