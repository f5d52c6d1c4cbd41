import type { ReactNode } from 'react'

/** What a reader may add or correct in the masthead, put there by whoever shows it. */
export type HeaderTools = {
  readonly headline: (shown: ReactNode) => ReactNode
  readonly published: (shown: ReactNode) => ReactNode
}
