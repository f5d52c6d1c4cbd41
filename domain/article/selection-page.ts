/** A whole page already, as the clipboard of some platforms has it. */
const WHOLE = /^\s*(?:<!doctype|<html)\b/i
/** What Windows puts before HTML on the clipboard (CF_HTML): a header of offsets. */
const CF_HTML_HEADER = /^Version:[\d.]+\r?\n(?:\w+:[^\r\n]*\r?\n)+/

/** Copied HTML as a page: a selection begins anywhere, and a file is told to be a page by how it begins. */
export function selectionPage(html: string): string {
  const bare = html.replace(CF_HTML_HEADER, '')
  if (WHOLE.test(bare)) return bare
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${bare}</body></html>`
}
