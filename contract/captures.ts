import { z } from 'zod'
import { method } from './define'

/** One capture of an article, for choosing among them. */
export const captureLine = z.object({
  id: z.string(),
  importedAt: z.string(),
  /** When it was captured, as its file tells; null when it does not. */
  capturedAt: z.string().nullable(),
  sha256: z.string(),
  /** Whether its text differs from that of the capture before it; null for the first. */
  changed: z.boolean().nullable(),
})
export type CaptureLine = z.output<typeof captureLine>

/** Which captures are of one article. Each of the two takes the other back. */
export const captures = {
  /** Makes captures of one article an article of their own. At least one must stay. */
  split: method(
    'unlocked',
    z.object({ captureIds: z.array(z.string()).min(1).max(1_000) }),
    z.object({ articleId: z.string() }),
  ),
  /** Makes all captures of one article captures of another, and tells which they were. */
  join: method(
    'unlocked',
    z.object({ articleId: z.string(), intoArticleId: z.string() }),
    z.object({ captureIds: z.array(z.string()) }),
  ),
}
