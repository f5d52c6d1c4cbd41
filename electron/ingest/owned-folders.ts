const PAGE_ENDINGS = ['.html', '.htm', '.xhtml', '.HTML', '.HTM']

/**
 * Whether a folder belongs to a file beside it and holds no articles of its own: what a browser saved with a page, and the files of
 * an export whose list tells what they are (Zotero, Omnivore). `siblings` are the names beside it.
 */
export function isOwnedFolder(folder: string, siblings: ReadonlySet<string>): boolean {
  const page = /^(.*)_files$/i.exec(folder)?.[1]
  if (page !== undefined) {
    return PAGE_ENDINGS.some((ending) => siblings.has(page + ending))
  }
  if (folder === 'files') return some(siblings, /\.rdf$/i)
  return /^(?:content|highlights)$/.test(folder) && some(siblings, /^metadata_\d+_to_\d+\.json$/)
}

function some(names: ReadonlySet<string>, pattern: RegExp): boolean {
  for (const name of names) if (pattern.test(name)) return true
  return false
}

/** Files that are never articles, by their endings: what pages are drawn with, and what systems leave behind. */
export const NO_ARTICLE =
  /\.(?:css|m?js|map|json5|woff2?|ttf|otf|eot|ico|svg|jpe?g|png|gif|webp|avif|bmp|tiff?|mp[34]|m4[av]|webm|og[gv]|wav|exe|dll|db)$|(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i
