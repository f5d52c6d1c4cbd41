import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { type FileInput, type FoundMember, type Inside, whole } from '../member'
import { readTold, type ToldArticle } from './told-article'

/** An article of a list, and the list with that article alone; null when that cannot be written. */
export type Listed = { readonly article: ToldArticle; readonly alone: () => Uint8Array | null }

/** The articles of a list. The only one of its file is the file; of several each keeps its own part. */
export function* membersOfTold(
  listed: readonly Listed[],
  { fileName }: Pick<FileInput, 'fileName'>,
  { budget }: Inside,
): Generator<FoundMember> {
  for (const [index, { article, alone }] of listed.entries()) {
    const read: FoundMember['read'] = () => readTold(article, fileName)
    const part = article.headline ?? article.url ?? String(index + 1)
    if (listed.length === 1) {
      yield whole(read)
      return
    }
    const original = alone()
    // Each may bring the head of its list along: a long one, very often, is more than the file.
    if (original !== null && budget.spend(original.length)) yield { part, original, read }
    else yield { part, original: null, read: () => failed(failure('file-over-limits', { file: fileName })) }
  }
}
