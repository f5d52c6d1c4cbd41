import type { Settings } from '#contract/settings'
import type { Range } from '#domain/article/range'

export type ReadingRoomProps = {
  readonly articleId: string | null
  readonly openAt: { readonly captureId: string; readonly ranges: readonly Range[] } | null
  readonly onChanged: () => void
  readonly colophonOpen: boolean
  readonly onColophonOpenChange: (open: boolean) => void
  readonly settings: Settings
}

/** Stands here until the reading room is built. */
export function ReadingRoom(_props: ReadingRoomProps) {
  return null
}
