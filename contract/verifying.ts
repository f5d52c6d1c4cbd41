import { z } from 'zod'
import { DAMAGE_KINDS } from '#domain/damage'
import { method } from './define'

export const damage = z.object({
  kind: z.enum(DAMAGE_KINDS),
  articleId: z.string().nullable(),
  captureId: z.string().nullable(),
  noteId: z.string().nullable(),
  /** The article's headline, as far as it can still be read. */
  title: z.string().nullable(),
  /** How many: pages, lines, changes, ranges. */
  count: z.int().min(1),
})
export type Damage = z.output<typeof damage>

/** Damaged things that a report names; what is beyond is counted only. */
export const MOST_NAMED = 1_000

export const verifyReport = z.object({
  whole: z.boolean(),
  articles: z.int(),
  captures: z.int(),
  notes: z.int(),
  /** Bytes of the imported files whose SHA-256 was compared. */
  bytes: z.int(),
  pages: z.int(),
  /**
   * The journal's lines, and the first letters of the last one's hash: who writes both down can tell later whether the
   * whole library was put back from an older copy.
   */
  journal: z.object({ entries: z.int(), mark: z.string() }),
  /** A damaged copy of the header was written anew from the other when the library was opened. */
  headerMended: z.boolean(),
  /** False when something was changed meanwhile, so that index and texts were not of the same moment. */
  indexCompared: z.boolean(),
  milliseconds: z.int(),
  damages: z.array(damage).max(MOST_NAMED),
  damageCount: z.int(),
})
export type VerifyReport = z.output<typeof verifyReport>

/** Told at most ten times a second. `done` and `total` are captures, or pages while these are read. */
export type VerifyProgress = {
  readonly step: 'pages' | 'captures' | 'database'
  readonly done: number
  readonly total: number
  /** Captures a second so far; 0 before the first. */
  readonly rate: number
  readonly damages: number
}

/** Whether a capture's file is still byte for byte what was imported. */
export const unchanged = z.object({ unchanged: z.boolean(), sha256: z.string(), bytes: z.int() })
export type Unchanged = z.output<typeof unchanged>

/** Checking the library. */
export const verifying = {
  /** Answers when it is through; progress comes as `verifying:progress`. Fails with `cancelled`. */
  check: method('unlocked', z.void(), verifyReport),
  cancel: method('unlocked', z.void(), z.null()),
  /** Hashes a capture's stored original anew and compares it with what was noted at import. */
  capture: method('unlocked', z.object({ captureId: z.string() }), unchanged),
}
