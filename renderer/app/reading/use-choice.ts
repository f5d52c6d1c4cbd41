import { useCallback, useMemo, useState } from 'react'
import type { Attribution } from '#domain/analysis/findings'
import { type Lighting, ownerOf } from '../../features/article/speakers'

/** What is chosen and pointed at in the room: one source (or `NO_SOURCE`), one statement, what the pointer is on. */
export type Choice = {
  readonly sourceId: string | null
  readonly statementId: string | null
  /** What is lit: the source under the pointer, else the chosen one. */
  readonly lighting: Lighting
  readonly hover: (sourceId: string | null) => void
  /** Chooses a source, or lets it go when it is the chosen one. */
  readonly toggleSource: (sourceId: string) => void
  readonly chooseSource: (sourceId: string) => void
  /** `walk`: whose statements the next step goes through. */
  readonly chooseStatement: (statement: Attribution, walk: Walk) => void
  readonly walk: Walk
  readonly clear: () => void
}

/** Stepping goes through the chosen source's statements, or, when nobody chose one, through the article's. */
export type Walk = 'source' | 'article'

type Chosen = {
  readonly sourceId: string | null
  readonly statementId: string | null
  readonly walk: Walk
}
const NOTHING: Chosen = { sourceId: null, statementId: null, walk: 'article' }

export function useChoice(): Choice {
  const [chosen, setChosen] = useState<Chosen>(NOTHING)
  const [hovered, setHovered] = useState<string | null>(null)
  const lighting = useMemo(
    () => ({ sourceId: hovered ?? chosen.sourceId, statementId: chosen.statementId }),
    [hovered, chosen],
  )
  const toggleSource = useCallback(
    (sourceId: string) =>
      setChosen((before) => (before.sourceId === sourceId ? NOTHING : ofSource(sourceId))),
    [],
  )
  const chooseSource = useCallback((sourceId: string) => setChosen(ofSource(sourceId)), [])
  const chooseStatement = useCallback(
    (statement: Attribution, walk: Walk) =>
      setChosen({ sourceId: ownerOf(statement), statementId: statement.id, walk }),
    [],
  )
  const clear = useCallback(() => setChosen(NOTHING), [])
  return { ...chosen, lighting, hover: setHovered, toggleSource, chooseSource, chooseStatement, clear }
}

function ofSource(sourceId: string): Chosen {
  return { sourceId, statementId: null, walk: 'source' }
}
