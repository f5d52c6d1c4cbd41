import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Attribution, Source } from '#domain/analysis/findings'
import type { Capture } from '#domain/article/capture'
import { wordsAt } from '#domain/article/range'
import { hullOf, sourceTarget, statementTarget } from '#domain/corrections/targets'
import { withVisibleControls } from '#domain/visible-controls'
import { IconButton } from '../../ui/IconButton'
import { Menu, type MenuEntry } from '../../ui/Menu'
import { ChooseSource, type SourceChoice } from './ChooseSource'
import type { Correcting } from './correcting'
import { WhyDialog } from './WhyDialog'

export type StatementMenuProps = {
  readonly correcting: Correcting
  readonly statement: Attribution
  readonly capture: Capture
  readonly sources: readonly (SourceChoice & { readonly source: Source })[]
}

/** Words of a statement in its menu's name, in characters. */
const NAME = 40

/** What can be done with a statement: somebody else made it, nobody did, or it is none; and how it was found. */
export function StatementMenu({ correcting, statement, capture, sources }: StatementMenuProps) {
  const intl = useIntl()
  const [isMoving, setMoving] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const { analysis, text } = capture
  const target = statementTarget(analysis.attributions, statement, text)
  if (target === null) return null
  const name = excerpt(text, statement)
  const label = intl.formatMessage({ id: 'corrections.menu' }, { name })
  const owner = sources.find(({ id }) => id === statement.sourceId)?.source
  const ownTarget = owner ? sourceTarget(analysis.sources, owner, text) : null
  const move = (id: string | null) => {
    const next = sources.find((each) => each.id === id)?.source
    const to = next ? sourceTarget(analysis.sources, next, text) : null
    void correcting.act({ kind: 'move-statement', statement: target, to })
  }
  const entries: MenuEntry[] = [
    {
      id: 'move',
      icon: 'person',
      label: intl.formatMessage({ id: 'corrections.move' }),
      onAction: () => setMoving(true),
    },
  ]
  if (ownTarget !== null) {
    entries.push({
      id: 'split',
      icon: 'plus',
      label: intl.formatMessage({ id: 'corrections.split' }),
      onAction: () => void correcting.act({ kind: 'split-source', source: ownTarget, statements: [target] }),
    })
  }
  entries.push({
    id: 'why',
    icon: 'info',
    label: intl.formatMessage({ id: 'corrections.why' }),
    onAction: () => setAsking(true),
  })
  entries.push('separator', {
    id: 'false',
    icon: 'trash',
    label: intl.formatMessage({ id: 'corrections.false.statement' }),
    onAction: () =>
      void correcting.act({ kind: 'mark-false', finding: { kind: 'statement', statement: target } }),
  })
  return (
    <>
      <Menu entries={entries} label={label} trigger={<IconButton icon="more" label={label} size="small" />} />
      <ChooseSource
        hint={intl.formatMessage({ id: 'corrections.move.hint' }, { words: name })}
        isOpen={isMoving}
        nobody={
          statement.sourceId === null && statement.source === null
            ? null
            : intl.formatMessage({ id: 'corrections.nobody' })
        }
        onChoose={move}
        onOpenChange={setMoving}
        sources={sources.filter(({ id }) => id !== statement.sourceId)}
        title={intl.formatMessage({ id: 'corrections.move.title' })}
      />
      <WhyDialog
        captureId={capture.id}
        isOpen={isAsking}
        onOpenChange={setAsking}
        statement={statement}
        words={name}
      />
    </>
  )
}

function excerpt(text: string, { content }: Attribution): string {
  const hull = hullOf(content)
  const words = withVisibleControls(hull ? wordsAt(text, hull).replaceAll(/\s+/g, ' ') : '').trim()
  return words.length <= NAME ? words : `${words.slice(0, NAME)}…`
}
