import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { OpenedArticle } from '#contract/articles'
import { disclosureChecklist } from '#domain/analysis/checklist'
import { sourcingSummary } from '#domain/analysis/summary'
import type { Note } from '#domain/annotation/note'
import type { Range } from '#domain/article/range'
import { client, settled } from '../../client/client'
import { useQuery } from '../../client/use-query'
import { CorrectionsList } from '../../features/corrections/CorrectionsList'
import { EngineNotice } from '../../features/corrections/EngineNotice'
import { CreditsPanel } from '../../features/credits/CreditsPanel'
import { NotesPanel } from '../../features/notes/NotesPanel'
import { Checklist } from '../../features/sources/Checklist'
import { SourcesPanel } from '../../features/sources/SourcesPanel'
import { SummarySentence } from '../../features/sources/SummarySentence'
import { IconButton } from '../../ui/IconButton'
import { Tabs } from '../../ui/Tabs'
import { useToast } from '../../ui/toast'
import { useCreditTools, useSourceChoices, useSourceTools } from './correction-tools'
import { openAddress } from './open-address'
import styles from './reading.module.css'
import type { Choice } from './use-choice'
import type { Corrections } from './use-corrections'
import type { Notes } from './use-notes'
import type { Places } from './use-places'
import type { Statements } from './use-statements'

export type ColophonTab = 'sources' | 'credits' | 'notes'

export type ColophonPaneProps = {
  readonly opened: OpenedArticle
  readonly tab: ColophonTab
  readonly onTab: (tab: ColophonTab) => void
  readonly choice: Choice
  readonly statements: Statements
  readonly places: Places
  readonly notes: Notes
  readonly noteId: string | null
  readonly editing: string | null
  readonly onEdit: (noteId: string | null) => void
  readonly onChooseNote: (note: Note) => void
  /** Set when the pane is a drawer that can be closed. */
  readonly onClose: (() => void) | null
  readonly corrections: Corrections
}

/** What stands beside the article: whom it relies on, who made it, what the reader thinks. */
export function ColophonPane(props: ColophonPaneProps) {
  const intl = useIntl()
  const { opened, tab, onTab, onClose } = props
  const label = intl.formatMessage({ id: 'article.colophon' })
  return (
    <section aria-label={label} className={styles.colophon}>
      {onClose === null ? null : (
        <span className={styles.drawerClose}>
          <IconButton
            icon="close"
            label={intl.formatMessage({ id: 'article.colophon.close' })}
            onPress={onClose}
          />
        </span>
      )}
      <EngineNotice
        changes={props.corrections.changes}
        isNewer={opened.newerEngine}
        onClose={props.corrections.closeChanges}
        onReanalyse={props.corrections.reanalyse}
        onShow={(range) => props.places.goTo(range, true)}
      />
      <Tabs
        entries={[
          {
            id: 'sources',
            label: intl.formatMessage({ id: 'article.tab.sources' }),
            count: opened.capture.analysis.sources.length,
            content: <SourcesTab {...props} />,
          },
          {
            id: 'credits',
            label: intl.formatMessage({ id: 'article.tab.credits' }),
            content: <CreditsTab {...props} />,
          },
          {
            id: 'notes',
            label: intl.formatMessage({ id: 'article.tab.notes' }),
            count: props.notes.notes.length,
            content: <NotesTab {...props} />,
          },
        ]}
        label={label}
        onSelect={onTab}
        selected={tab}
      />
    </section>
  )
}

function SourcesTab({ opened, choice, statements, places, corrections }: ColophonPaneProps) {
  const { analysis, text } = opened.capture
  const summary = useMemo(() => sourcingSummary(analysis), [analysis])
  const disclosures = useMemo(() => disclosureChecklist(analysis), [analysis])
  const show = (range: Range) => places.goTo(range, true)
  const { correcting } = corrections
  const tools = useSourceTools(correcting, opened.capture, useSourceChoices(statements), choice.chooseSource)
  return (
    <SourcesPanel
      checklist={<Checklist disclosures={disclosures} onShow={show} text={text} />}
      corrections={<CorrectionsList correcting={correcting} panel="sources" />}
      dates={analysis.dates}
      entries={statements.entries}
      hasPack={analysis.pack !== null}
      inPassing={statements.inPassing}
      lit={choice.lighting.sourceId}
      onHover={choice.hover}
      onSelect={choice.toggleSource}
      onShow={show}
      onStatement={(id) => statements.choose(id, true)}
      selected={choice.sourceId}
      statementId={choice.statementId}
      summary={<SummarySentence summary={summary} />}
      text={text}
      tools={tools}
      unsourced={statements.unsourced}
    />
  )
}

function CreditsTab({ opened, places, corrections }: ColophonPaneProps) {
  const intl = useIntl()
  const tools = useCreditTools(corrections.correcting, opened.capture)
  const toast = useToast()
  const copy = async (text: string) => {
    const answer = await settled(client.shell.copy({ text }))
    if (answer.ok) toast({ text: intl.formatMessage({ id: 'article.copied' }) })
  }
  return (
    <CreditsPanel
      capture={opened.capture}
      captures={opened.captures}
      onCopy={copy}
      onLink={openAddress}
      onShow={(range) => places.goTo(range, true)}
      tools={tools}
    />
  )
}

function NotesTab({ notes, statements, choice, ...props }: ColophonPaneProps) {
  const [tags] = useQuery('tags', () => client.notes.tags())
  const sources = useMemo(
    () => statements.entries.map(({ source, label }) => ({ id: source.id, label, name: source.descriptor })),
    [statements.entries],
  )
  return (
    <NotesPanel
      editing={props.editing}
      knownTags={tags.state === 'ready' ? tags.value.map(({ tag }) => tag) : []}
      notes={notes.notes}
      onChange={notes.change}
      onEdit={props.onEdit}
      onLink={openAddress}
      onRemove={notes.remove}
      onSelect={(id) => {
        const note = notes.notes.find((each) => each.id === id)
        if (note !== undefined) props.onChooseNote(note)
      }}
      onSource={(id) => {
        choice.chooseSource(id)
        props.onTab('sources')
      }}
      selected={props.noteId}
      sources={sources}
    />
  )
}
