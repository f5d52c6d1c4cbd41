import type { Db } from '../database'

export function readState(db: Db, name: string): string | undefined {
  return db.prepare('SELECT value FROM state WHERE name = $name', { pluck: true }).get<string>({ name })
}

export function writeState(db: Db, name: string, value: string): void {
  db.prepare(
    'INSERT INTO state (name, value) VALUES ($name, $value) ON CONFLICT DO UPDATE SET value = excluded.value',
  ).run({ name, value })
}

export function deleteState(db: Db, name: string): void {
  db.prepare('DELETE FROM state WHERE name = $name').run({ name })
}
