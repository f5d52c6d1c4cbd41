import { resolveDates } from '../analysis/dates'
import type { Credit, CreditRole, Picture } from '../analysis/findings'
import type { CaptureFacts } from '../article/facts'
import type { Told } from '../article/told'
import type { CreditChange, CreditTarget, FactField, Subject } from './correction'
import type { Draft } from './draft'
import { placeNear } from './source-fields'
import { findCredit } from './targets'

/** Sets a fact of the capture. A publication date resolves the date words of the text again. */
export function setFact(draft: Draft, field: FactField, value: string | null): Subject {
  const { analysis } = draft
  if (field === 'byline') {
    const byline = value === null ? null : { words: value, range: placeNear(draft.text, value, [0, 0]) }
    draft.analysis = { ...analysis, byline }
    return { kind: 'fact', field }
  }
  const told: Told<string> | null =
    value === null ? null : { value, assertedBy: 'reader', range: null, from: 'reader' }
  const facts: CaptureFacts = { ...analysis.facts, [field]: told }
  const dates = field === 'published' ? resolveDates(analysis.dates, value) : analysis.dates
  draft.analysis = { ...analysis, facts, dates }
  return { kind: 'fact', field }
}

/** Renames a credit or gives it another role; the words it was read from stay beside it. */
export function changeCredit(
  draft: Draft,
  correctionId: string,
  target: CreditTarget,
  change: CreditChange,
): Subject | null {
  const credit = findCredit(draft.analysis.credits, target, draft.text)
  if (credit === null) return null
  const next: Credit =
    change.field === 'name' ? { ...credit, name: change.value } : { ...credit, role: change.value }
  const credits = draft.analysis.credits.map((each) => (each === credit ? next : each))
  draft.analysis = {
    ...draft.analysis,
    credits,
    pictures: picturesWith(draft.analysis.pictures, credit, next),
  }
  for (const [id, each] of draft.credits) if (each === credit) draft.credits.set(id, next)
  draft.credits.set(correctionId, next)
  return { kind: 'credit', index: credits.indexOf(next) }
}

/** A picture tells its credit once more, beside its caption: the name is the same in both places. */
function picturesWith(pictures: readonly Picture[], before: Credit, next: Credit): readonly Picture[] {
  if (before.picture === null || before.name === next.name) return pictures
  return pictures.map((picture, index) => {
    if (index !== before.picture) return picture
    const renamed = (name: string | null) => (name === before.name ? next.name : name)
    return before.role === 'photographer'
      ? { ...picture, photographer: renamed(picture.photographer) }
      : { ...picture, credit: renamed(picture.credit) }
  })
}

/** Adds a person or an outlet that the engine missed; one that is there already is not added twice. */
export function addCredit(
  draft: Draft,
  correctionId: string,
  role: CreditRole,
  name: string,
): Subject | null {
  const { credits } = draft.analysis
  const there = credits.some((each) => each.role === role && each.name === name && each.picture === null)
  if (there) return null
  const credit: Credit = { role, name, range: null, lineRange: null, picture: null }
  draft.analysis = { ...draft.analysis, credits: [...credits, credit] }
  draft.credits.set(correctionId, credit)
  return { kind: 'credit', index: credits.length }
}
