import type { PageContext, Resource } from '../context'
import { mediaTypeOfPicture } from './picture-types'

/** A file that came with a page, and every address that the page may call it by. */
export type NamedFile = { readonly addresses: readonly string[]; readonly bytes: Uint8Array }

/** Finds pictures among the files that came with a page. What they are is told by their bytes, never by what names them. */
export function resourcesOf(files: readonly NamedFile[]): PageContext['resource'] {
  const byAddress = new Map<string, Uint8Array>()
  for (const { addresses, bytes } of files) {
    for (const address of addresses) if (!byAddress.has(address)) byAddress.set(address, bytes)
  }
  return (address): Resource | null => {
    const bytes = byAddress.get(address) ?? byAddress.get(address.replace(/#.*$/s, ''))
    const mediaType = bytes === undefined ? null : mediaTypeOfPicture(bytes)
    return bytes === undefined || mediaType === null ? null : { mediaType, bytes }
  }
}
