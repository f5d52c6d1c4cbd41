import { closeSync, openSync } from 'node:fs'
import { PRIVATE_FILE } from '../disk/whole-file'

/**
 * An empty file for its owner alone, which SQLite then takes for a new database; its log gets the same rights. Throws the
 * system's error, `EEXIST` among them.
 */
export function createPrivateFile(path: string): void {
  closeSync(openSync(path, 'wx', PRIVATE_FILE))
}
