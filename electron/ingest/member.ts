import type { Reading } from '#domain/article/capture'
import type { Result } from '#domain/result'
import type { InflationBudget } from './inflation'

/** One file as the parser gets it. */
export type FileInput = {
  readonly bytes: Uint8Array
  /** Base name, for the sentence of a failure and for nothing else. */
  readonly fileName: string
  /** The files beside it; absent where there are none. */
  readonly beside?: Beside
}

/**
 * Hands over files that lie beside a file, in its order, by their paths relative to its folder with `/` between the parts (a page's
 * pictures, what an export keeps in its folder). Null for one that is not there or may not be read. It never fails.
 */
export type Beside = (paths: readonly string[]) => Promise<readonly (Uint8Array | null)[]>

/**
 * One article of a file, read or refused. Most files are one article; an archive, a mailbox or a feed holds several, and
 * what is no article in them (a script, a picture) is no member.
 */
export type Member<T> = {
  /** What tells it from the others of its file (an address, a subject, a path); null: the file is the article. */
  readonly part: string | null
  /**
   * Its own bytes, as a file that can be read again by itself; null: the file's. An article that is deleted from the
   * library must not live on in the bytes of its neighbours.
   */
  readonly original: Uint8Array | null
  readonly result: Result<T>
}

/** A member that has been found and not yet been read: one that ends its parser process can be passed over. */
export type FoundMember = Pick<Member<Reading>, 'part' | 'original'> & {
  readonly read: () => Result<Reading> | Promise<Result<Reading>>
}

/**
 * A reader of one format of several articles. It yields members in the order of the file and, when the file breaks
 * off, ends with one whose reading fails.
 */
export type ContainerReader = (
  input: FileInput,
  inside: Inside,
) => AsyncIterable<FoundMember> | Iterable<FoundMember>

/** What a container needs to read the files in it. */
export type Inside = {
  /** The articles of a file inside; archives in archives are followed to `LIMITS.archiveDepth`. */
  readonly articlesOf: (input: FileInput) => AsyncIterable<FoundMember>
  readonly budget: InflationBudget
}

/** A file that is one article as a whole, or fails as a whole. */
export function whole(read: FoundMember['read']): FoundMember {
  return { part: null, original: null, read }
}
