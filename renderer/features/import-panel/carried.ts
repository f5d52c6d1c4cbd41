/** What a drop or a paste carries that can be imported. */
export type Carried =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'text'; readonly form: 'html' | 'plain'; readonly text: string }

/** The part of a DataTransfer that is looked at. */
type Transfer = {
  readonly files: ArrayLike<unknown>
  readonly getData: (type: string) => string
}

/** Files before HTML before text: a browser offers a dragged picture or link as all three. Null for nothing of use. */
export function carriedBy(transfer: Transfer, pathOf: (file: unknown) => string): Carried | null {
  const paths = Array.from(transfer.files, pathOf).filter(Boolean)
  if (paths.length > 0) return { kind: 'files', paths }
  const html = transfer.getData('text/html')
  if (html.trim() !== '') return { kind: 'text', form: 'html', text: html }
  const text = transfer.getData('text/plain')
  return text.trim() === '' ? null : { kind: 'text', form: 'plain', text }
}
