import { readHeaders } from './header-files'
import type { OpenVault } from './opened-vault'

/** How the two copies of an opened vault's header are now: a disk may have lost one since it was opened. */
export async function headerNow({
  folder,
  header,
}: Pick<OpenVault, 'folder' | 'header'>): Promise<OpenVault['header']> {
  const found = await readHeaders(folder)
  if (!found.ok || !found.value.whole) return 'one-copy-left'
  return header === 'one-copy-left' ? 'whole' : header
}
