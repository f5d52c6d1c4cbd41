import { z } from 'zod'
import { captureLine } from './captures'
import { shownCorrection } from './corrections'
import { method } from './define'
import { explanation } from './explanations'
import { articleListing, capture, note } from './schemas'

/** Rows in one page of the library's list. */
export const LIST_PAGE = 100

/** Reading the library: its list, one article, a picture. */
export const articles = {
  /** Newest import first. `after` is the `next` of the page before: keyset pagination. */
  list: method(
    'unlocked',
    z.object({ after: z.string().nullable(), limit: z.int().min(1).max(500) }),
    z.object({ rows: z.array(articleListing), next: z.string().nullable(), total: z.int() }),
  ),
  /** One article with its newest capture (or the one asked for), its captures and notes. */
  open: method(
    'unlocked',
    z.object({ articleId: z.string(), captureId: z.string().nullable() }),
    z.object({
      listing: articleListing,
      capture,
      captures: z.array(captureLine),
      notes: z.array(note),
      /** The reader's corrections, which `capture.analysis` follows, each with what was extracted. */
      corrections: z.array(shownCorrection),
      /** Whether this program's engine is newer than the one whose findings these are. */
      newerEngine: z.boolean(),
      /** Whether text, findings and corrections are as this program saved them: false when something else altered them. */
      asSaved: z.boolean(),
    }),
  ),
  /** A picture's own bytes, to be decoded in the sandboxed page; null when the file lacks the picture. */
  picture: method(
    'unlocked',
    z.object({ captureId: z.string(), picture: z.int().min(0) }),
    z.object({ mediaType: z.string(), bytes: z.instanceof(Uint8Array) }).nullable(),
  ),
  /** Where each finding of a capture comes from, for whoever doubts one. */
  explain: method('unlocked', z.object({ captureId: z.string() }), z.array(explanation)),
  remove: method('unlocked', z.object({ articleId: z.string() }), z.null()),
}
export type OpenedArticle = z.output<(typeof articles.open)['output']>
export type ListPage = z.output<(typeof articles.list)['output']>
