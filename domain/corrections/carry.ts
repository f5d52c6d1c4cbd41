import type { Analysis } from '../analysis/findings'
import { anchorAt, findAnchor } from '../annotation/anchoring'
import type { Anchor } from '../annotation/note'
import { assertNever } from '../assert-never'
import { applyCorrections } from './apply'
import type { Correction, CorrectionAct, CreditTarget, FalseFinding, Speaker, Target } from './correction'

/** A capture as far as corrections know it: its text and what the engine found in it. */
type Extraction = { readonly text: string; readonly analysis: Analysis }

/**
 * The corrections of a capture as those of a later one of the same article, in the same order, with ids of their own.
 *
 * Words are followed as notes are, never onto a lookalike; what is not found again is carried all the same and hangs. A
 * value that was set is carried only where the engine found the same value in both captures: where the article itself now
 * tells otherwise, the reader has not seen it yet, and the correction stays with the capture it was made in.
 */
export function carryCorrections(
  corrections: readonly Correction[],
  from: Extraction,
  to: Extraction,
  newId: () => string,
): Correction[] {
  const ids = new Map(corrections.map(({ id }) => [id, newId()]))
  const moved = corrections.map(
    (correction): Correction => ({
      id: ids.get(correction.id) ?? correction.id,
      createdAt: correction.createdAt,
      act: movedAct(correction.act, to.text, ids),
    }),
  )
  const before = extractedBy(corrections, from)
  const after = extractedBy(moved, to)
  return moved.filter((correction, index) => {
    if (!setsValue(correction.act)) return true
    const [was, is] = [before.get(corrections[index]?.id ?? ''), after.get(correction.id)]
    return was === undefined || is === undefined || was === is
  })
}

/** What the engine found for each correction that applies. */
function extractedBy(corrections: readonly Correction[], { analysis, text }: Extraction) {
  const { applied } = applyCorrections(analysis, corrections, text)
  return new Map(applied.map(({ correction, extracted }) => [correction.id, extracted]))
}

function setsValue(act: CorrectionAct): boolean {
  return act.kind === 'set-source-field' || act.kind === 'set-fact' || act.kind === 'change-credit'
}

type Ids = ReadonlyMap<string, string>

function movedAct(act: CorrectionAct, text: string, ids: Ids): CorrectionAct {
  const target = (each: Target) => movedTarget(each, text, ids)
  switch (act.kind) {
    case 'set-fact':
    case 'add-credit':
      return act
    case 'set-source-field':
      return { ...act, source: target(act.source) }
    case 'change-credit':
      return { ...act, credit: movedCredit(act.credit, text) }
    case 'join-sources':
      return { ...act, source: target(act.source), into: target(act.into) }
    case 'split-source':
      return { ...act, source: target(act.source), statements: act.statements.map(target) }
    case 'move-statement':
      return { ...act, statement: target(act.statement), to: act.to && target(act.to) }
    case 'mark-false':
      return { ...act, finding: movedFinding(act.finding, text, ids) }
    case 'add-statement':
      return {
        ...act,
        content: movedAnchor(act.content, text),
        by: act.by && movedSpeaker(act.by, text, ids),
      }
    default:
      return assertNever(act)
  }
}

function movedFinding(finding: FalseFinding, text: string, ids: Ids): FalseFinding {
  switch (finding.kind) {
    case 'statement':
      return { ...finding, statement: movedTarget(finding.statement, text, ids) }
    case 'source':
      return { ...finding, source: movedTarget(finding.source, text, ids) }
    case 'credit':
      return { ...finding, credit: movedCredit(finding.credit, text) }
    case 'notice':
    case 'date':
      return { ...finding, anchor: movedAnchor(finding.anchor, text) }
    case 'picture':
      return { ...finding, anchor: finding.anchor && movedAnchor(finding.anchor, text) }
    default:
      return assertNever(finding)
  }
}

function movedSpeaker(by: Speaker, text: string, ids: Ids): Speaker {
  return by.kind === 'source'
    ? { ...by, source: movedTarget(by.source, text, ids) }
    : { ...by, anchor: movedAnchor(by.anchor, text) }
}

function movedTarget(target: Target, text: string, ids: Ids): Target {
  return target.kind === 'made'
    ? { kind: 'made', by: ids.get(target.by) ?? target.by }
    : { ...target, anchor: movedAnchor(target.anchor, text) }
}

function movedCredit(credit: CreditTarget, text: string): CreditTarget {
  return { ...credit, anchor: credit.anchor && movedAnchor(credit.anchor, text) }
}

/** The anchor at its words' new place; the old one where they are not found, which then finds nothing either. */
function movedAnchor(anchor: Anchor, text: string): Anchor {
  const place = findAnchor(text, anchor)
  return place.kind === 'found' ? anchorAt(text, place.range) : anchor
}
