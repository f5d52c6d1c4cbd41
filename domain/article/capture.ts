import type { Analysis, Credit } from '../analysis/findings'
import type { Block, Mark, MarkedRole } from './block'
import type { CaptureFacts } from './facts'
import type { Range } from './range'

/** A picture's file as it came with the capture. `bytes` are untrusted and decoded only in the sandboxed page. */
export type PictureFile = {
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Index into `CaptureDraft.analysis.pictures`. */
  readonly picture: number
}

/**
 * What a reader of one format makes of bytes, before analysis: text and structure. The format's own metadata is
 * already in `facts`; the analysis fills what is still null from running text.
 */
export type Reading = {
  /** Media type by content, for example `text/html`. */
  readonly mediaType: string
  /** Charset that the bytes were decoded with, WHATWG label; null for binary formats. */
  readonly charset: string | null
  readonly text: string
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  /** What markup tells of blocks, by their index; it decides where their words tell nothing. */
  readonly markedRoles?: ReadonlyMap<number, MarkedRole>
  readonly facts: CaptureFacts
  /** Authors as the metadata of the page names them, in order; empty when the format has none. */
  readonly metadataAuthors: readonly string[]
  /** Others whom the metadata credits (a translator, an editor), in order; absent in formats that name none. */
  readonly metadataCredits?: readonly Pick<Credit, 'role' | 'name'>[]
  /** Pictures that the format knows of, in order of appearance; their captions are ranges of the text. */
  readonly pictures: readonly ReadPicture[]
  readonly pictureFiles: readonly PictureFile[]
}

/** A picture as the format tells it (an `img` with its `alt`, its `figcaption`'s range, and its address). */
export type ReadPicture = {
  readonly alt: string | null
  readonly captionRange: Range | null
  readonly src: string | null
}

/** A reading with its analysis: all that the parser process hands to the library. */
export type CaptureDraft = Omit<
  Reading,
  'facts' | 'markedRoles' | 'metadataAuthors' | 'metadataCredits' | 'pictures'
> & {
  readonly analysis: Analysis
}

/** A capture as it lies in the library. */
export type Capture = {
  readonly id: string
  readonly articleId: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  readonly analysis: Analysis
  /** ISO 8601 UTC instant. */
  readonly importedAt: string
  readonly original: Original
}

/** The imported file itself, or its part of one that held several, kept compressed in the encrypted database. */
export type Original = {
  readonly fileName: string
  /** Which article of that file it is, in the file's words; null when the file is the article. */
  readonly part: string | null
  readonly mediaType: string
  readonly charset: string | null
  /** Size of the original bytes, uncompressed. */
  readonly bytes: number
  /** SHA-256 of the original bytes, lower-case hex. */
  readonly sha256: string
}
