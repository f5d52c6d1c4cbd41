import type { Analysis } from '../analysis/findings'
import { wordsAt } from '../article/range'
import { assertNever } from '../assert-never'
import type { CorrectionAct, FactField, FalseFinding, FieldValue, Subject, Target } from './correction'
import { sourceFieldValue } from './source-fields'
import { findCredit, findSource, findStatement, hullOf } from './targets'

/**
 * What the engine found where the reader said otherwise: the value of the same field, or the words of the finding that was
 * joined, moved, split or marked. Null: it found nothing, or the finding is the reader's own.
 */
export function extractedValue(
  extracted: Analysis,
  act: CorrectionAct,
  subject: Subject,
  text: string,
): FieldValue {
  switch (act.kind) {
    case 'set-source-field': {
      const id = subject.kind === 'source' ? subject.id : null
      const source = extracted.sources.find((each) => each.id === id)
      return source === undefined ? null : sourceFieldValue(source, act.change.field)
    }
    case 'set-fact':
      return factValue(extracted, act.field)
    case 'change-credit': {
      const credit = findCredit(extracted.credits, act.credit, text)
      return credit === null ? null : credit[act.change.field]
    }
    case 'join-sources':
    case 'split-source':
      return sourceWords(extracted, act.source, text)
    case 'move-statement':
      return statementWords(extracted, act.statement, text)
    case 'mark-false':
      return wordsOfFalse(extracted, act.finding, text)
    case 'add-credit':
    case 'add-statement':
      return null
    default:
      return assertNever(act)
  }
}

/** A fact as one value. */
export function factValue(analysis: Analysis, field: FactField): string | null {
  return field === 'byline' ? (analysis.byline?.words ?? null) : (analysis.facts[field]?.value ?? null)
}

function wordsOfFalse(extracted: Analysis, finding: FalseFinding, text: string): string | null {
  switch (finding.kind) {
    case 'statement':
      return statementWords(extracted, finding.statement, text)
    case 'source':
      return sourceWords(extracted, finding.source, text)
    case 'credit':
      return finding.credit.name
    case 'notice':
    case 'date':
      return finding.anchor.exact
    case 'picture':
      return finding.anchor?.exact ?? extracted.pictures[finding.picture]?.alt ?? null
    default:
      return assertNever(finding)
  }
}

function sourceWords(extracted: Analysis, target: Target, text: string): string | null {
  return findSource(extracted.sources, target, text)?.descriptor ?? null
}

function statementWords(extracted: Analysis, target: Target, text: string): string | null {
  const statement = findStatement(extracted.attributions, target, text)
  const hull = statement && hullOf(statement.content)
  return hull && wordsAt(text, hull)
}
