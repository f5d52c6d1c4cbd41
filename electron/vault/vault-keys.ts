import { join } from 'node:path'
import type { Header } from './header'
import { DATABASE_FILE } from './header-files'
import { forget, subkey } from './keys'
import { recordKeyOf } from './record-key'

/** The keys of an opened vault: 32 bytes each, in memory only. */
export type VaultKeys = {
  readonly databasePath: string
  /** Raw SQLCipher key. */
  readonly databaseKey: Buffer
  /** These two stay the same when the vault key changes. */
  readonly journalKey: Buffer
  readonly integrityKey: Buffer
}

/** The derived keys. The vault key itself is not needed while the vault is open: the caller forgets it. */
export function vaultKeys(
  folder: string,
  header: Header,
  vaultKey: Buffer,
  databasePath: string = join(folder, DATABASE_FILE),
): VaultKeys {
  const recordKey = recordKeyOf(header, vaultKey)
  const keys = {
    databasePath,
    databaseKey: subkey(vaultKey, 'database'),
    journalKey: subkey(recordKey, 'journal'),
    integrityKey: subkey(recordKey, 'integrity'),
  }
  forget(recordKey)
  return keys
}

/** Overwrites them in place. */
export function forgetKeys(keys: VaultKeys): void {
  forget(keys.databaseKey, keys.journalKey, keys.integrityKey)
}
