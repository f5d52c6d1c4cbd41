import type { Settings } from '#contract/settings'
import type { Range } from '#domain/article/range'

/** What the shell gives the reading room. */
export type ReadingRoomProps = {
  readonly articleId: string | null
  /** Where to open it: the hits of a search in one capture's text. */
  readonly openAt: { readonly captureId: string; readonly ranges: readonly Range[] } | null
  /** The library's list must be asked again: notes were added, changed or removed. */
  readonly onChanged: () => void
  /** Shows another capture of the open article. */
  readonly onShowCapture: (captureId: string) => void
  /** Captures have another article now: the list is another, and this is to be open. */
  readonly onRegrouped: (articleId: string, captureId: string | null) => void
  readonly colophonOpen: boolean
  readonly onColophonOpenChange: (open: boolean) => void
  readonly settings: Settings
}
