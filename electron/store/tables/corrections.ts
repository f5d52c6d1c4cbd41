import type { Analysis } from '#domain/analysis/findings'
import type { Correction, CorrectionAct } from '#domain/corrections/correction'
import { inOrderMade } from '#domain/corrections/order'
import type { Db } from '../database'

export function insertCorrection(db: Db, capture: number, { id, createdAt, act }: Correction): void {
  db.prepare(
    'INSERT INTO correction (id, capture, made_at, act) VALUES ($id, $capture, $createdAt, $act)',
  ).run({ id, capture, createdAt, act: JSON.stringify(act) })
}

/** A capture's corrections in the order in which they were made. */
export function correctionsOf(db: Db, capture: number): Correction[] {
  const rows = db
    .prepare('SELECT id, made_at AS createdAt, act FROM correction WHERE capture = $capture ORDER BY pk')
    .all<{ id: string; createdAt: string; act: string }>({ capture })
  return inOrderMade(rows.map((row) => ({ ...row, act: JSON.parse(row.act) as CorrectionAct })))
}

/** Takes corrections of a capture away; returns how many there were. */
export function deleteCorrections(db: Db, capture: number, ids: readonly string[]): number {
  return db
    .prepare(`DELETE FROM correction WHERE id IN (SELECT value FROM json_each($ids)) AND capture = $capture`)
    .run({ capture, ids: JSON.stringify(ids) }).changes
}

/** Keeps what an engine found in a capture. The last one kept is the one that corrections are laid over. */
export function insertExtraction(db: Db, capture: number, analysis: Analysis): void {
  db.prepare(
    `INSERT INTO extraction (capture, engine, kept_at, analysis)
     VALUES ($capture, $engine, $keptAt, $analysis)`,
  ).run({
    capture,
    engine: analysis.engine,
    keptAt: new Date().toISOString(),
    analysis: JSON.stringify(analysis),
  })
}

/** What the engine found in a capture, if that is not what the tables of findings hold. */
export function extractionOf(db: Db, capture: number): Analysis | undefined {
  const found = db
    .prepare('SELECT analysis FROM extraction WHERE capture = $capture ORDER BY pk DESC LIMIT 1', {
      pluck: true,
    })
    .get<string>({ capture })
  return found === undefined ? undefined : (JSON.parse(found) as Analysis)
}

/** The engines whose findings are kept for a capture, the oldest first. */
export function enginesKept(db: Db, capture: number): string[] {
  return db
    .prepare('SELECT engine FROM extraction WHERE capture = $capture ORDER BY pk', { pluck: true })
    .all<string>({ capture })
}

export function deleteExtractions(db: Db, capture: number): void {
  db.prepare('DELETE FROM extraction WHERE capture = $capture').run({ capture })
}
