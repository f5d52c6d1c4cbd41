import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { safeName } from '../disk/safe-name'
import { VAULT_ENDING } from './application'

/** `NAME.colophon` in the folder of the libraries, or with a number where there is one of that name already. */
export function freeFolder(folder: string, name: string): string {
  const stem = safeName(name) || 'Library'
  let free = join(folder, `${stem}${VAULT_ENDING}`)
  for (let number = 2; existsSync(free); number += 1)
    free = join(folder, `${stem} (${number})${VAULT_ENDING}`)
  return free
}
