import type { RefObject } from 'react'
import type { OpenedArticle } from '#contract/articles'
import type { Note } from '#domain/annotation/note'
import type { Range } from '#domain/article/range'
import type { Correcting } from '../../features/corrections/correcting'
import type { Choice } from './use-choice'
import type { Notes } from './use-notes'
import type { Places } from './use-places'
import type { Regrouping } from './use-regrouping'
import type { Statements } from './use-statements'

/** What the room shares with the article's pane. */
export type ArticlePaneProps = {
  readonly opened: OpenedArticle
  readonly openAt: readonly Range[]
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly article: RefObject<HTMLElement | null>
  readonly choice: Choice
  readonly statements: Statements
  readonly places: Places
  readonly notes: Notes
  readonly isColophonOpen: boolean
  readonly onToggleColophon: () => void
  readonly onExport: () => void
  readonly onChooseNote: (noteId: string) => void
  readonly onWriteNote: (note: Note) => void
  readonly correcting: Correcting
  readonly regrouping: Regrouping
}
