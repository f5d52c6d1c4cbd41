const PAGE_ENDINGS = ['.html', '.htm', '.xhtml', '.HTML', '.HTM']

/** A folder, and the names of what lies beside it. */
export type Placed = { readonly name: string; readonly siblings: ReadonlySet<string> }

/**
 * Whether a folder belongs to a file beside it and holds no articles of its own: what a browser saved with a page, and the files of
 * an export whose list tells what they are (Omnivore's `content`, Zotero's numbered folders in `files`). `above` is the folder
 * that it lies in.
 */
export function isOwnedFolder({ name, siblings }: Placed, above?: Placed): boolean {
  const page = /^(.*)_files$/i.exec(name)?.[1]
  if (page !== undefined && PAGE_ENDINGS.some((ending) => siblings.has(page + ending))) return true
  if (/^\d+$/.test(name) && above?.name === 'files') return some(above.siblings, /\.rdf$/i)
  return /^(?:content|highlights)$/.test(name) && some(siblings, /^metadata_\d+_to_\d+\.json$/)
}

function some(names: ReadonlySet<string>, pattern: RegExp): boolean {
  for (const name of names) if (pattern.test(name)) return true
  return false
}

/** Files that are never articles, by their endings: what pages are drawn with, and what systems leave behind. */
export const NO_ARTICLE =
  /\.(?:css|m?js|map|json5|woff2?|ttf|otf|eot|ico|svg|jpe?g|png|gif|webp|avif|bmp|tiff?|mp[34]|m4[av]|webm|og[gv]|wav|exe|dll|db)$|(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i
