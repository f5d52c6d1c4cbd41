import type { Picture } from '../analysis/findings'
import { assertNever } from '../assert-never'
import type { FalseFinding, Subject } from './correction'
import { type Draft, mapStatements } from './draft'
import { isNoPicture } from './no-picture'
import { dropSource } from './sources-and-statements'
import { atPlace, findCredit, findSource, findStatement, placeOf } from './targets'

const GONE: Subject = { kind: 'none' }

/** Takes a false finding out of the analysis. Null when it is not there. */
export function markFalse(draft: Draft, finding: FalseFinding): Subject | null {
  const { analysis, text } = draft
  switch (finding.kind) {
    case 'statement': {
      const statement = findStatement(analysis.attributions, finding.statement, text)
      if (statement === null) return null
      const attributions = analysis.attributions.filter((each) => each !== statement)
      draft.analysis = { ...analysis, attributions }
      draft.reweigh = true
      return GONE
    }
    case 'source': {
      const source = findSource(analysis.sources, finding.source, text)
      if (source === null) return null
      dropSource(draft, source)
      mapStatements(draft, (each) => (each.sourceId === source.id ? { ...each, sourceId: null } : each))
      return GONE
    }
    case 'credit': {
      const credit = findCredit(analysis.credits, finding.credit, text)
      if (credit === null) return null
      draft.analysis = { ...analysis, credits: analysis.credits.filter((each) => each !== credit) }
      return GONE
    }
    case 'notice': {
      const place = placeOf(text, finding.anchor)
      const notice = place && atPlace(analysis.notices, place, ({ range }) => [range])
      if (notice === null) return null
      draft.analysis = { ...analysis, notices: analysis.notices.filter((each) => each !== notice) }
      return GONE
    }
    case 'date': {
      const place = placeOf(text, finding.anchor)
      const date = place && atPlace(analysis.dates, place, ({ range }) => [range])
      if (date === null) return null
      draft.analysis = { ...analysis, dates: analysis.dates.filter((each) => each !== date) }
      return GONE
    }
    case 'picture':
      return markPictureFalse(draft, finding)
    default:
      return assertNever(finding)
  }
}

const NO_PICTURE: Picture = {
  alt: null,
  caption: null,
  credit: null,
  photographer: null,
  filePhoto: false,
  date: null,
  place: null,
  range: null,
  src: null,
}

/**
 * Empties a picture and drops its credits. Its place in the list stays, since blocks, credits and picture files speak of
 * pictures by their index.
 */
function markPictureFalse(draft: Draft, finding: Extract<FalseFinding, { kind: 'picture' }>): Subject | null {
  const { analysis, text } = draft
  const place = finding.anchor && placeOf(text, finding.anchor)
  const picture = finding.anchor
    ? place && atPlace(analysis.pictures, place, ({ range }) => (range ? [range] : []))
    : (analysis.pictures[finding.picture] ?? null)
  if (picture === null || isNoPicture(picture)) return null
  const index = analysis.pictures.indexOf(picture)
  draft.analysis = {
    ...analysis,
    pictures: analysis.pictures.map((each) => (each === picture ? NO_PICTURE : each)),
    credits: analysis.credits.filter((credit) => credit.picture !== index),
  }
  return GONE
}
