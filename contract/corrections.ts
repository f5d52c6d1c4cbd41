import { z } from 'zod'
import {
  ATTRIBUTION_LEVELS,
  BASES_OF_KNOWLEDGE,
  CORROBORATIONS,
  CREDIT_ROLES,
  DIRECTNESSES,
  IDENTIFICATIONS,
  REASON_CLASSES,
} from '#domain/analysis/findings'
import {
  type AppliedCorrection,
  type Correction,
  type CorrectionAct,
  type CreditTarget,
  FACT_FIELDS,
  type FalseFinding,
  SOURCE_WORDS_FIELDS,
  type SourceChange,
  type Speaker,
  type Subject,
  type Target,
} from '#domain/corrections/correction'
import { anchor } from './schemas'

/** The domain's corrections as schemas, held to their types by the compiler. */

/** Longest value a reader may give a field, in UTF-16 code units: a rights notice is long, a chapter is no field. */
const LONGEST_VALUE = 4_000
/** Statements split off at once. */
const MOST_STATEMENTS = 1_000

const value = z.string().trim().min(1).max(LONGEST_VALUE)
const target: z.ZodType<Target> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), anchor, nth: z.int().min(0) }),
  z.object({ kind: z.literal('made'), by: z.string() }),
])
const creditTarget: z.ZodType<CreditTarget> = z.object({
  role: z.enum(CREDIT_ROLES),
  name: z.string(),
  picture: z.int().min(0).nullable(),
  anchor: anchor.nullable(),
})

const sourceChange: z.ZodType<SourceChange> = z.discriminatedUnion('field', [
  z.object({ field: z.literal('identification'), value: z.enum(IDENTIFICATIONS) }),
  z.object({ field: z.literal('descriptor'), value }),
  z.object({
    field: z.literal('count'),
    value: z.union([z.enum(['one', 'plural-unspecified']), z.int().min(2).max(1_000_000)]),
  }),
  z.object({ field: z.literal('attributionLevel'), value: z.enum(ATTRIBUTION_LEVELS) }),
  z.object({ field: z.literal('basisOfKnowledge'), value: z.enum(BASES_OF_KNOWLEDGE) }),
  z.object({ field: z.literal('corroboration'), value: z.enum(CORROBORATIONS) }),
  z.object({ field: z.literal('reasonClass'), value: z.enum(REASON_CLASSES).nullable() }),
  z.object({ field: z.enum(SOURCE_WORDS_FIELDS), value: value.nullable() }),
])

const creditChange = z.discriminatedUnion('field', [
  z.object({ field: z.literal('name'), value }),
  z.object({ field: z.literal('role'), value: z.enum(CREDIT_ROLES) }),
])

const falseFinding: z.ZodType<FalseFinding> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('statement'), statement: target }),
  z.object({ kind: z.literal('source'), source: target }),
  z.object({ kind: z.literal('credit'), credit: creditTarget }),
  z.object({ kind: z.literal('notice'), anchor }),
  z.object({ kind: z.literal('date'), anchor }),
  z.object({ kind: z.literal('picture'), anchor: anchor.nullable(), picture: z.int().min(0) }),
])

const speaker: z.ZodType<Speaker> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('source'), source: target }),
  z.object({ kind: z.literal('words'), anchor, identification: z.enum(IDENTIFICATIONS) }),
])

/** A day or a date-time (ISO 8601): what dates are resolved by. A year and a month alone settle no Tuesday. */
const DATED = ['published', 'modified'] as const
const isoDate = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

export const correctionAct: z.ZodType<CorrectionAct> = z.union([
  z.object({ kind: z.literal('set-source-field'), source: target, change: sourceChange }),
  z.object({ kind: z.literal('set-fact'), field: z.enum(DATED), value: isoDate.nullable() }),
  z.object({
    kind: z.literal('set-fact'),
    field: z.enum(FACT_FIELDS).exclude(DATED),
    value: value.nullable(),
  }),
  z.object({ kind: z.literal('change-credit'), credit: creditTarget, change: creditChange }),
  z.object({ kind: z.literal('add-credit'), role: z.enum(CREDIT_ROLES), name: value }),
  z.object({ kind: z.literal('join-sources'), source: target, into: target }),
  z.object({
    kind: z.literal('split-source'),
    source: target,
    statements: z.array(target).min(1).max(MOST_STATEMENTS),
  }),
  z.object({ kind: z.literal('move-statement'), statement: target, to: target.nullable() }),
  z.object({ kind: z.literal('mark-false'), finding: falseFinding }),
  z.object({
    kind: z.literal('add-statement'),
    content: anchor,
    by: speaker.nullable(),
    directness: z.enum(DIRECTNESSES),
  }),
])

export const correction: z.ZodType<Correction> = z.object({
  id: z.string(),
  createdAt: z.string(),
  act: correctionAct,
})

/** A correction as it comes back for redo: only ids and instants that the library itself writes. */
export const removedCorrection: z.ZodType<Correction> = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime({ precision: 3 }),
  act: correctionAct,
})

const subject: z.ZodType<Subject> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('source'), id: z.string() }),
  z.object({ kind: z.literal('statement'), id: z.string() }),
  z.object({ kind: z.literal('credit'), index: z.int().min(0) }),
  z.object({ kind: z.literal('fact'), field: z.enum(FACT_FIELDS) }),
  z.object({ kind: z.literal('none') }),
])

/** A correction with what it is about now and what was extracted there; `subject` is null while it is dangling. */
export const shownCorrection = z.object({
  correction,
  subject: subject.nullable(),
  extracted: z.union([z.string(), z.number(), z.null()]),
})
export type ShownCorrection = Omit<AppliedCorrection, 'subject'> & { readonly subject: Subject | null }
