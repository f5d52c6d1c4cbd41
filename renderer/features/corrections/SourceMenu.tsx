import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Source } from '#domain/analysis/findings'
import type { Capture } from '#domain/article/capture'
import { sourceTarget } from '#domain/corrections/targets'
import { withVisibleControls } from '#domain/visible-controls'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { ChooseSource, type SourceChoice } from './ChooseSource'
import type { Correcting } from './correcting'

export type SourceMenuProps = {
  readonly correcting: Correcting
  readonly source: Source
  readonly capture: Capture
  /** All sources of the article by weight, with the full finding behind each. */
  readonly sources: readonly (SourceChoice & { readonly source: Source })[]
  /** The card that the source is in now. */
  readonly onJoined: (sourceId: string) => void
}

/** What can be done with a whole card: it is the same source as another, or it is none. */
export function SourceMenu({ correcting, source, capture, sources, onJoined }: SourceMenuProps) {
  const intl = useIntl()
  const [isJoining, setJoining] = useState(false)
  const name = withVisibleControls(source.descriptor)
  const place = sources.find(({ id }) => id === source.id)?.label ?? name
  const label = intl.formatMessage({ id: 'corrections.menu' }, { name: place })
  const { analysis, text } = capture
  const target = sourceTarget(analysis.sources, source, text)
  if (target === null) return null
  const others = sources.filter(({ id }) => id !== source.id)
  const join = async (id: string | null) => {
    const into = others.find((other) => other.id === id)
    const intoTarget = into && sourceTarget(analysis.sources, into.source, text)
    if (!into || !intoTarget) return
    if (await correcting.act({ kind: 'join-sources', source: target, into: intoTarget })) onJoined(into.id)
  }
  return (
    <>
      <Menu
        entries={[
          {
            id: 'join',
            icon: 'people',
            isDisabled: others.length === 0,
            label: intl.formatMessage({ id: 'corrections.join' }),
            onAction: () => setJoining(true),
          },
          'separator',
          {
            id: 'false',
            icon: 'trash',
            label: intl.formatMessage({ id: 'corrections.false.source' }),
            onAction: () =>
              void correcting.act({ kind: 'mark-false', finding: { kind: 'source', source: target } }),
          },
        ]}
        label={label}
        trigger={<IconButton icon="more" label={label} size="small" />}
      />
      <ChooseSource
        hint={intl.formatMessage({ id: 'corrections.join.hint' }, { name })}
        isOpen={isJoining}
        nobody={null}
        onChoose={(id) => void join(id)}
        onOpenChange={setJoining}
        sources={others}
        title={intl.formatMessage({ id: 'corrections.join.title' })}
      />
    </>
  )
}
