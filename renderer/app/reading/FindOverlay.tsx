import type { RefObject } from 'react'
import { FindBar } from '../../features/article/FindBar'
import type { Find } from './use-find'

/** The find bar while something is looked for; closing it gives the focus back to the page. */
export function FindOverlay(props: {
  readonly find: Find
  readonly scroller: RefObject<HTMLElement | null>
}) {
  const { find, scroller } = props
  if (find.mode === 'closed') return null
  return (
    <FindBar
      asked={find.asked}
      current={find.current}
      isGiven={find.mode === 'given'}
      onClose={() => {
        find.close()
        scroller.current?.focus({ preventScroll: true })
      }}
      onQueryChange={find.type}
      onStep={find.step}
      query={find.query}
      total={find.total}
    />
  )
}
