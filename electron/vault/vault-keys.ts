import { join } from 'node:path'
import { DATABASE_FILE } from './header-files'
import { forget, subkey } from './keys'

/** The keys of an opened vault: 32 bytes each, in memory only. */
export type VaultKeys = {
  readonly databasePath: string
  /** Raw SQLCipher key. */
  readonly databaseKey: Buffer
  readonly journalKey: Buffer
  readonly integrityKey: Buffer
}

/** The derived keys. The vault key itself is not needed while the vault is open: the caller forgets it. */
export function vaultKeys(
  folder: string,
  vaultKey: Buffer,
  databasePath: string = join(folder, DATABASE_FILE),
): VaultKeys {
  return {
    databasePath,
    databaseKey: subkey(vaultKey, 'database'),
    journalKey: subkey(vaultKey, 'journal'),
    integrityKey: subkey(vaultKey, 'integrity'),
  }
}

/** Overwrites them in place. */
export function forgetKeys(keys: VaultKeys): void {
  forget(keys.databaseKey, keys.journalKey, keys.integrityKey)
}
