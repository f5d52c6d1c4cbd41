/** What holds no element that is seen, whatever stands in it; one that does not end holds the rest. */
export const HIDDEN =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|title|noscript|template)[\s>][\s\S]*?(?:<\/\1\s*>|$)/gi

const OUTER_TAG = /<(\/?)(html|body)(?:[\s/][^<>]*)?>|<!doctype[^<>]*>/gi

/**
 * The page without the outer elements of documents inside it: an editor pastes a whole page, a template writes `<html>`
 * twice. A browser takes no notice of them; linkedom begins the page anew and loses what it had.
 */
export function withoutInnerDocuments(html: string): string {
  if (isOneDocument(html)) return html
  const seen = html.replace(HIDDEN, (hidden) => ' '.repeat(hidden.length))
  const begun = new Set<string>()
  let page = ''
  let at = 0
  for (const match of seen.matchAll(OUTER_TAG)) {
    const [tag, slash, name = 'doctype'] = match
    const element = name.toLowerCase()
    const first = slash !== '/' && !begun.has(element) && !begun.has('body')
    if (first) begun.add(element)
    page += html.slice(at, match.index) + (first ? tag : '')
    at = match.index + tag.length
  }
  page += html.slice(at)
  return begun.has('body') && !begun.has('html') ? `<html>${page}</html>` : page
}

/** Whether one `<html>` at most comes before one `<body>` at most, as in nearly every page. */
function isOneDocument(html: string): boolean {
  const [root, ...roots] = [...html.matchAll(/<html[\s>]/gi)]
  const [body, ...bodies] = [...html.matchAll(/<body[\s>]/gi)]
  const inOrder = body === undefined || (root !== undefined && root.index < body.index)
  return roots.length === 0 && bodies.length === 0 && inOrder
}
