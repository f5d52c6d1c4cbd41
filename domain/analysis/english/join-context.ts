import type { Range } from '../../article/range'
import type { People } from './people'

/** What joining looks at beside the mentions themselves. */
export type JoinContext = {
  readonly text: string
  readonly people: People
  /** The outlet's own voice is no source. */
  readonly outlet: string | null
  /** Start of the paragraph before the one that holds a position: no pronoun reaches further back. */
  readonly reach: (position: number) => number
  /** Start of the paragraph that holds a position. */
  readonly paragraph: (position: number) => number
  /** Whether a position is in the headline or standfirst, which speak of people before the story names them. */
  readonly isAboveStory: (position: number) => boolean
  /** Whether a position is inside the words that somebody is quoted with. */
  readonly isQuoted: (position: number) => boolean
  /** Where the content of the statement begins whose source begins at a position; infinite when there is none. */
  readonly contentOf: (source: Range) => number
}
