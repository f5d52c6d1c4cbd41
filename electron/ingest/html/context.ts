/** A file that a page refers to and that came with it. */
export type Resource = { readonly mediaType: string; readonly bytes: Uint8Array }

/** What the container of a page knows of it (an archive's record, a message's headers, the folder beside it). */
export type PageContext = {
  /** Absolute http(s) address that the page was saved from; what the page says of itself comes after it. */
  readonly url: string | null
  /** ISO 8601 instant. */
  readonly capturedAt: string | null
  /** Who tells it, for the record: `warc`, `mhtml`, … */
  readonly from: string
  /**
   * The file at an address: as the page writes it, or made absolute; null when it did not come with the page. Nothing is
   * ever fetched.
   */
  readonly resource: (address: string) => Resource | null
}

export const NO_CONTEXT: PageContext = { url: null, capturedAt: null, from: 'html', resource: () => null }
