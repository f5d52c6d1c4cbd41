import { z } from 'zod'
import { method } from './define'
import { articleListing, range } from './schemas'

/** One article that answers a query: where the words stand, and a passage around the first of them. */
export const searchHit = z.object({
  listing: articleListing,
  captureId: z.string(),
  /** Where the query's words stand in the capture's text, in text order; empty when only a note or the title has them. */
  ranges: z.array(range),
  /** A passage of the text around the first hit, and the hits inside it (ranges into `snippet`). */
  snippet: z.string(),
  snippetRanges: z.array(range),
  /** Where the query was found. */
  foundIn: z.array(z.enum(['title', 'text', 'notes', 'sources', 'credits'])),
})
export type SearchHit = z.output<typeof searchHit>

export const searching = {
  search: method(
    'unlocked',
    z.object({ query: z.string().max(1000), limit: z.int().min(1).max(500) }),
    z.object({ hits: z.array(searchHit), total: z.int() }),
  ),
}
