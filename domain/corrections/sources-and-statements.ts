import { bareSource } from '../analysis/bare-source'
import type { Attribution, Identification, Source } from '../analysis/findings'
import { byPosition, overlap, type Range, wordsAt } from '../article/range'
import {
  type CorrectionAct,
  madeId,
  type SourceChange,
  type Speaker,
  type Subject,
  type Target,
} from './correction'
import { type Draft, mapStatements, replaceSource } from './draft'
import { changedSource, joinedSource } from './source-fields'
import { findSource, findStatement, placeOf, same } from './targets'

/** Name of the rule by which a reader's own findings are known (`Attribution.rule`). */
export const READER_RULE = 'reader'

export function setSourceField(draft: Draft, target: Target, change: SourceChange): Subject | null {
  const source = sourceOf(draft, target)
  if (source === null) return null
  replaceSource(draft, source, changedSource(source, change, draft.text))
  return { kind: 'source', id: source.id }
}

/** The source becomes part of `into`, with its statements; its card is gone. */
export function joinSources(draft: Draft, target: Target, intoTarget: Target): Subject | null {
  const source = sourceOf(draft, target)
  const into = sourceOf(draft, intoTarget)
  if (source === null || into === null || source === into) return null
  replaceSource(draft, into, joinedSource(into, source))
  dropSource(draft, source)
  mapStatements(draft, (each) => (each.sourceId === source.id ? { ...each, sourceId: into.id } : each))
  return { kind: 'source', id: into.id }
}

/** Takes statements out of a source and gives them to a new one, which begins with what names it there. */
export function splitSource(
  draft: Draft,
  correctionId: string,
  target: Target,
  targets: readonly Target[],
): Subject | null {
  const source = sourceOf(draft, target)
  const statements = targets.map((each) => statementOf(draft, each))
  const own = statements.filter((each) => each !== null && each.sourceId === source?.id)
  if (source === null || own.length === 0 || own.length < targets.length) return null
  const moved = new Set(own)
  const id = madeId(correctionId)
  const named = own.flatMap((each) => each?.source ?? [])
  const mentions = mentionsThatLeave(draft, source, named, moved)
  const [first] = mentions
  const descriptorRange = first ?? source.descriptorRange
  const descriptor = first ? wordsAt(draft.text, first) : source.descriptor
  replaceSource(draft, source, withoutMentions(source, mentions))
  addSource(
    draft,
    bareSource({
      id,
      identification: source.identification,
      descriptor,
      descriptorRange,
      mentions: [descriptorRange, ...mentions.slice(1)],
    }),
  )
  mapStatements(draft, (each) => (moved.has(each) ? { ...each, sourceId: id } : each))
  return { kind: 'source', id }
}

/** Gives a statement to another source, or to none; the words that name its speaker go with it. */
export function moveStatement(draft: Draft, target: Target, to: Target | null): Subject | null {
  const statement = statementOf(draft, target)
  if (statement === null) return null
  const next = to === null ? null : sourceOf(draft, to)
  if (to !== null && next === null) return null
  const before = draft.analysis.sources.find(({ id }) => id === statement.sourceId)
  if (before !== undefined && before !== next) {
    const leaving = mentionsThatLeave(draft, before, statement.source ?? [], new Set([statement]))
    replaceSource(draft, before, withoutMentions(before, leaving))
    if (next !== null) takeMentions(draft, next, leaving)
  }
  const source = next === null ? null : statement.source
  mapStatements(draft, (each) =>
    each === statement ? { ...each, source, sourceId: next?.id ?? null } : each,
  )
  return { kind: 'statement', id: statement.id }
}

/** A statement that the engine missed. Its content never covers the words that name its speaker. */
export function addStatement(
  draft: Draft,
  correctionId: string,
  act: Extract<CorrectionAct, { kind: 'add-statement' }>,
): Subject | null {
  const place = placeOf(draft.text, act.content)
  const speaker = speakerOf(draft, act.by)
  if (place === null || speaker === 'missing') return null
  const content = speaker?.range ? without(place, speaker.range) : [place]
  if (content.length === 0) return null
  const id = madeId(correctionId)
  if (speaker?.range && speaker.known === null) {
    const { range, identification } = speaker
    const descriptor = wordsAt(draft.text, range)
    addSource(
      draft,
      bareSource({ id, identification, descriptor, descriptorRange: range, mentions: [range] }),
    )
  }
  const attribution: Attribution = {
    id,
    source: speaker?.range ? [speaker.range] : null,
    cue: null,
    content,
    sourceId: speaker === null ? null : (speaker.known?.id ?? id),
    directness: act.directness,
    rule: READER_RULE,
  }
  const attributions = [...draft.analysis.attributions, attribution].sort((a, b) => startOf(a) - startOf(b))
  draft.analysis = { ...draft.analysis, attributions }
  draft.reweigh = true
  return { kind: 'statement', id }
}

/** Drops a source's card. Its statements stay, ascribed to what has no card. */
export function dropSource(draft: Draft, source: Source): void {
  const sources = draft.analysis.sources.filter((each) => each !== source)
  draft.analysis = { ...draft.analysis, sources }
}

type Known = { readonly known: Source; readonly range: null; readonly identification: Identification }
type Named = { readonly known: null; readonly range: Range; readonly identification: Identification }

function speakerOf(draft: Draft, by: Speaker | null): Known | Named | null | 'missing' {
  if (by === null) return null
  if (by.kind === 'source') {
    const known = sourceOf(draft, by.source)
    return known === null ? 'missing' : { known, range: null, identification: known.identification }
  }
  const range = placeOf(draft.text, by.anchor)
  return range === null ? 'missing' : { known: null, range, identification: by.identification }
}

/** `range` without `hole`: none, one or two ranges. */
function without(range: Range, hole: Range): Range[] {
  if (!overlap(range, hole)) return [range]
  const parts: Range[] = [
    [range[0], hole[0]],
    [hole[1], range[1]],
  ]
  return parts.filter(([start, end]) => start < end)
}

/**
 * The mentions of a source that name the speaker of statements which leave it, unless a statement that stays is named by
 * the same words. A source never loses the words it is described by.
 */
function mentionsThatLeave(
  draft: Draft,
  source: Source,
  named: readonly Range[],
  leaving: ReadonlySet<Attribution | null>,
): Range[] {
  const staying = draft.analysis.attributions
    .filter((each) => each.sourceId === source.id && !leaving.has(each))
    .flatMap((each) => each.source ?? [])
  return source.mentions.filter(
    (mention) =>
      !same(mention, source.descriptorRange) &&
      named.some((range) => overlap(range, mention)) &&
      !staying.some((range) => overlap(range, mention)),
  )
}

function withoutMentions(source: Source, mentions: readonly Range[]): Source {
  const leaves = (range: Range) => mentions.some((mention) => same(mention, range))
  return {
    ...source,
    mentions: source.mentions.filter((mention) => !leaves(mention)),
    joined: source.joined.filter(({ mention }) => !leaves(mention)),
  }
}

function takeMentions(draft: Draft, source: Source, mentions: readonly Range[]): void {
  const fresh = mentions.filter((mention) => !source.mentions.some((own) => same(own, mention)))
  if (fresh.length === 0) return
  replaceSource(draft, source, {
    ...source,
    mentions: [...source.mentions, ...fresh].sort(byPosition),
    joined: [...source.joined, ...fresh.map((mention) => ({ mention, rule: 'reader' as const }))],
  })
}

function addSource(draft: Draft, source: Source): void {
  draft.analysis = { ...draft.analysis, sources: [...draft.analysis.sources, source] }
}

function sourceOf(draft: Draft, target: Target): Source | null {
  return findSource(draft.analysis.sources, target, draft.text)
}

function statementOf(draft: Draft, target: Target): Attribution | null {
  return findStatement(draft.analysis.attributions, target, draft.text)
}

function startOf({ content }: Attribution): number {
  return content[0]?.[0] ?? 0
}
