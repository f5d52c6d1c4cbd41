import { closeSync, fsyncSync, openSync } from 'node:fs'
import type { Db } from './database'
import { createPrivateFile } from './private-file'

/**
 * Writes a copy of the open database to a new file, encrypted with the same key, and waits until it is on the disk. One
 * moment of the database, without what was deleted. Holds the process while it runs (a second for some 100 MB).
 *
 * Throws the database's or the system's error; the caller removes what was begun.
 */
export function copyDatabase(db: Db, path: string): void {
  createPrivateFile(path)
  db.prepare('VACUUM INTO $path', { persistent: false }).run({ path })
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
