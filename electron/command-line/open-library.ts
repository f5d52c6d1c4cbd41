import { resolve } from 'node:path'
import type { Result } from '#domain/result'
import { type Library, openLibrary } from '../library/library'
import { openVault } from '../vault/open-vault'
import type { OpenVault } from '../vault/opened-vault'
import { type Console, type ExitCode, fail } from './console'
import { askPassphrase } from './passphrase'

/** Opens the vault in `folder`, runs `use` on its library, and closes it whatever happens. */
export async function withLibrary(
  folder: string,
  console: Console,
  use: (library: Library, vault: OpenVault) => Promise<ExitCode>,
): Promise<ExitCode> {
  const passphrase = await askPassphrase('Passphrase: ')
  if (!passphrase.ok) return fail(console, passphrase.failure)
  const vault = await openVault({ folder: resolve(folder), passphrase: passphrase.value })
  if (!vault.ok) return fail(console, vault.failure)
  const library: Result<Library> = await openLibrary({ vault: vault.value })
  if (!library.ok) {
    vault.value.close()
    return fail(console, library.failure)
  }
  try {
    return await use(library.value, vault.value)
  } finally {
    library.value.close()
    vault.value.close()
  }
}
