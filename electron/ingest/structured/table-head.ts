/** The head of a table of saved articles that brings their texts: Wallabag's CSV. */
export function isTableOfTexts(head: string): boolean {
  const columns = (/^[^\r\n]*/.exec(head)?.[0] ?? '').toLowerCase().replaceAll('"', '').split(';')
  return ['title', 'url', 'content'].every((name) => columns.includes(name))
}
