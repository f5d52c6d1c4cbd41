import type { BlockContent, RootContent } from 'mdast'
import type { Attribution, Source } from '../analysis/findings'
import { nestedFlags } from '../analysis/statements'
import { sourcingSummary } from '../analysis/summary'
import type { Capture } from '../article/capture'
import { type Range, wordsAt } from '../article/range'
import { heading, list, paragraph, quoted, strong } from './tree'
import type { ExportWords } from './words'

/** A source with the label that the reading room shows it by: S1 is the first of the analysis, by weight. */
export type SourceCard = {
  readonly label: string
  readonly source: Source
  readonly statements: readonly Attribution[]
}

export function sourceCards(capture: Capture): SourceCard[] {
  const statements = statementsOf(capture)
  return capture.analysis.sources.map((source, index) => ({
    label: `S${index + 1}`,
    source,
    statements: statements.filter(({ sourceId }) => sourceId === source.id),
  }))
}

/** The attributions that the article itself relies on: not those inside what somebody says. */
function statementsOf({ analysis }: Capture): Attribution[] {
  const nested = nestedFlags(analysis.attributions)
  return analysis.attributions.filter((_, index) => nested[index] !== true)
}

/** The summary, each source card, and the statements that belong to none. */
export function sourcesContent(
  capture: Capture,
  cards: readonly SourceCard[],
  words: ExportWords,
): RootContent[] {
  const content: RootContent[] = [paragraph(words.summary(sourcingSummary(capture.analysis)))]
  for (const card of cards) {
    content.push(heading(3, `${card.label} · ${card.source.descriptor}`))
    content.push(list([...facts(card.source, words), statementsItem(capture, card, words)]))
  }
  const carded = new Set(cards.map(({ source }) => source.id))
  const others = statementsOf(capture).filter(({ sourceId }) => sourceId === null || !carded.has(sourceId))
  const nobody = others.filter(({ source }) => source === null)
  const somebody = others.filter(({ source }) => source !== null)
  if (somebody.length > 0) {
    content.push(heading(3, words.card.withoutCard), statementList(capture, somebody, words))
  }
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

/** Each statement with how directly it is told, the source's words where it has no card, and what was said. */
function statementList(
  capture: Capture,
  statements: readonly Attribution[],
  words: ExportWords,
): BlockContent {
  const spoken = (ranges: readonly Range[]) =>
    ranges.map((range) => wordsAt(capture.text, range).replace(/\s+/g, ' ').trim()).join(' … ')
  return list(
    statements.map(({ content, directness, source, sourceId }) => {
      const who = sourceId === null && source !== null ? `${spoken(source)} · ` : ''
      return [paragraph(`${words.directness[directness]} · ${who}${quoted(spoken(content))}`)]
    }),
  )
}
