import { useCallback, useMemo } from 'react'
import type { Attribution } from '#domain/analysis/findings'
import type { Capture } from '#domain/article/capture'
import { IN_PASSING, NO_SOURCE, type Speaker, type Speakers } from '../../features/article/speakers'
import { neighbour } from '../../features/sources/source-entry'
import { inPassing, type SourceEntry, sourceEntries, statementsOf, unsourced } from './source-entries'
import type { Choice, Walk } from './use-choice'
import type { Places } from './use-places'

export type Statements = {
  readonly entries: readonly SourceEntry[]
  readonly unsourced: readonly Attribution[]
  readonly inPassing: readonly Attribution[]
  readonly speakers: Speakers
  readonly byId: ReadonlyMap<string, Attribution>
  /** Chooses a statement; with `go` the article scrolls to it. */
  readonly choose: (statementId: string, go: boolean) => void
  /** To the next or previous statement of the chosen source, or of the article when none is chosen. */
  readonly step: (step: 1 | -1) => void
}

/** The statements of the open article: who made them, and walking them. */
export function useStatements(capture: Capture, choice: Choice, places: Places): Statements {
  const { analysis } = capture
  const entries = useMemo(() => sourceEntries(analysis), [analysis])
  const open = useMemo(() => unsourced(analysis), [analysis])
  const passing = useMemo(() => inPassing(analysis), [analysis])
  const byId = useMemo(() => new Map(analysis.attributions.map((each) => [each.id, each])), [analysis])
  const speakers = useMemo(
    () => new Map(entries.map((entry) => [entry.source.id, speakerOf(entry)])),
    [entries],
  )

  const { chooseStatement, sourceId, statementId, walk } = choice
  const { goTo } = places
  const put = useCallback(
    (id: string, go: boolean, next: Walk) => {
      const statement = byId.get(id)
      if (statement === undefined) return
      chooseStatement(statement, next)
      const [first] = statement.content
      if (go && first !== undefined) goTo(first, false)
    },
    [byId, chooseStatement, goTo],
  )
  const choose = useCallback((id: string, go: boolean) => put(id, go, 'source'), [put])
  const step = (by: 1 | -1) => {
    const without = sourceId === NO_SOURCE ? open : sourceId === IN_PASSING ? passing : undefined
    const own = without ?? entries.find((entry) => entry.source.id === sourceId)?.statements
    const walked = (walk === 'source' ? own : undefined) ?? statementsOf(analysis)
    const next = neighbour(walked, statementId, by)
    if (next !== null) put(next.id, true, walk)
  }
  return { entries, unsourced: open, inPassing: passing, speakers, byId, choose, step }
}

function speakerOf(entry: SourceEntry): Speaker {
  return {
    sourceId: entry.source.id,
    lane: entry.lane,
    label: entry.label,
    name: entry.source.descriptor,
    unnamed: entry.unnamed,
    statements: entry.statements.map((statement) => statement.id),
  }
}
