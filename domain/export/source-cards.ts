import type { BlockContent, RootContent } from 'mdast'
import { type Attribution, isUnnamed, type Source } from '../analysis/findings'
import type { Capture } from '../article/capture'
import { wordsAt } from '../article/range'
import { heading, list, paragraph, quoted, strong } from './tree'
import type { ExportWords, SourceFigures } from './words'

/** A source with the label that its statements and notes refer to it by (S1, S2 …), most statements first. */
export type SourceCard = {
  readonly label: string
  readonly source: Source
  readonly statements: readonly Attribution[]
}

/** The cards by weight, as the reading room shows them; equal ones in text order. */
export function sourceCards(capture: Capture): SourceCard[] {
  const { sources, attributions } = capture.analysis
  const weighed = sources.map((source) => ({
    source,
    statements: attributions.filter(({ sourceId }) => sourceId === source.id),
  }))
  weighed.sort(
    (a, b) =>
      b.statements.length - a.statements.length || a.source.descriptorRange[0] - b.source.descriptorRange[0],
  )
  return weighed.map((card, index) => ({ label: `S${index + 1}`, ...card }))
}

export function sourceFigures(capture: Capture): SourceFigures {
  const { sources, attributions } = capture.analysis
  const unnamed = sources.filter(({ identification }) => isUnnamed(identification))
  const ids = new Set(unnamed.map(({ id }) => id))
  return {
    sources: sources.length,
    named: sources.length - unnamed.length,
    unnamed: unnamed.length,
    granted: unnamed.filter(({ anonymity }) => anonymity !== null).length,
    statements: attributions.length,
    onUnnamed: attributions.filter(({ sourceId }) => sourceId !== null && ids.has(sourceId)).length,
    unattributed: attributions.filter(({ sourceId }) => sourceId === null).length,
  }
}

/** The summary, each source card, and the quotations without a source. */
export function sourcesContent(
  capture: Capture,
  cards: readonly SourceCard[],
  words: ExportWords,
): RootContent[] {
  const content: RootContent[] = [paragraph(words.summary(sourceFigures(capture)))]
  for (const card of cards) {
    content.push(heading(3, `${card.label} · ${card.source.descriptor}`))
    content.push(list([...facts(card.source, words), statementsItem(capture, card, words)]))
  }
  const nobody = capture.analysis.attributions.filter(({ sourceId }) => sourceId === null)
  if (nobody.length > 0) {
    content.push(heading(3, words.card.withoutSource), statementList(capture, nobody, words))
  }
  return content
}

/** What the article tells of the source. What it does not tell is left out, but for the reason of an anonymity. */
function facts(source: Source, words: ExportWords): BlockContent[][] {
  const items: BlockContent[][] = []
  const add = (label: string, value: string | null) => {
    if (value !== null && value !== '') items.push([paragraph(strong(label), ` — ${value}`)])
  }
  const { card } = words
  add(card.identification, words.identification[source.identification])
  add(card.count, words.count(source.count))
  add(card.role, source.role)
  add(card.affiliation, source.affiliation)
  add(card.place, source.place)
  if (source.attributionLevel !== 'not-stated') add(card.terms, words.terms[source.attributionLevel])
  if (source.anonymity !== null) {
    const { grant, reason, reasonClass } = source.anonymity
    add(card.anonymity, grant === null ? null : quoted(grant))
    add(card.reason, [...(reason === null ? [] : [quoted(reason)]), words.reason[reasonClass]].join(' · '))
  }
  add(card.told, source.addressee)
  add(card.when, source.when === null ? null : quoted(source.when))
  if (source.basisOfKnowledge !== 'not-stated') add(card.basis, words.basis[source.basisOfKnowledge])
  add(card.motive, source.motive === null ? null : quoted(source.motive))
  if (source.corroboration !== 'none-stated') {
    add(card.corroboration, words.corroboration[source.corroboration])
  }
  return items
}

function statementsItem(capture: Capture, card: SourceCard, words: ExportWords): BlockContent[] {
  if (card.statements.length === 0) return [paragraph(words.card.noStatements)]
  return [
    paragraph(strong(words.card.statements), ` — ${card.statements.length}`),
    statementList(capture, card.statements, words),
  ]
}

function statementList(
  capture: Capture,
  statements: readonly Attribution[],
  words: ExportWords,
): BlockContent {
  return list(
    statements.map(({ content, directness }) => {
      const said = content
        .map((range) => wordsAt(capture.text, range).replace(/\s+/g, ' ').trim())
        .join(' … ')
      return [paragraph(`${words.directness[directness]} · ${quoted(said)}`)]
    }),
  )
}
