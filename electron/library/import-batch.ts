import { failure } from '#domain/failure'
import { failureOf, inTransaction } from '../store/database'
import { type Arrived, type Known, refused } from './import-file'
import type { Library } from './library'
import { storeFile } from './storing'

/**
 * One transaction takes up to this many articles, or this much time (ms), or this many bytes: a commit waits for the
 * disk (5 ms here), a reader's click must not wait for a batch, and memory stays flat.
 */
const BATCH_ARTICLES = 32
const BATCH_TIME = 150
const BATCH_BYTES = 16 * 1024 ** 2

type Reports = {
  /** What became of an article, after it has been committed. */
  readonly onArticle: (path: string, part: string | null, known: Known) => void
  readonly onFileDone: () => void
}

export type Batch = {
  readonly add: (article: Arrived) => void
  /** All articles of a file have been added: it is reported behind them. */
  readonly fileDone: () => void
  readonly commit: () => void
}

/** Gathers articles until a transaction is worth its wait for the disk, then stores and reports them, in order. */
export function createBatch(library: Library, reports: Reports): Batch {
  let gathered: (Arrived | 'file-done')[] = []
  let articles = 0
  let bytes = 0
  let timer: NodeJS.Timeout | undefined

  function commit(): void {
    clearTimeout(timer)
    timer = undefined
    const now = gathered
    gathered = []
    articles = 0
    bytes = 0
    const arrived = now.filter((each) => each !== 'file-done')
    const stored = storedTogether(library, arrived) ?? arrived.map((each) => storedAlone(library, each))
    const became = new Map(arrived.map((each, index) => [each, stored[index]]))
    for (const each of now) {
      if (each === 'file-done') reports.onFileDone()
      else reports.onArticle(each.path, each.part, became.get(each) ?? refused(failure('internal')))
    }
  }

  function add(article: Arrived): void {
    gathered.push(article)
    articles += 1
    timer ??= setTimeout(commit, BATCH_TIME)
    if ('ready' in article) bytes += article.ready.original.size + 2 * article.ready.draft.text.length
    if (articles >= BATCH_ARTICLES || bytes >= BATCH_BYTES) commit()
  }

  function fileDone(): void {
    // Nothing waits to be committed: what the file held has been reported already.
    if (gathered.length === 0) reports.onFileDone()
    else gathered.push('file-done')
  }

  return { add, fileDone, commit }
}

/** Stores all articles in one transaction; null, and none is stored, when one of them cannot be. */
function storedTogether(library: Library, articles: readonly Arrived[]): Known[] | null {
  try {
    return inTransaction(library.db, () => articles.map((article) => stored(library, article)))
  } catch {
    return null
  }
}

function storedAlone(library: Library, article: Arrived): Known {
  try {
    return inTransaction(library.db, () => stored(library, article))
  } catch (error) {
    return refused(failureOf(error) ?? failure('internal'))
  }
}

function stored(library: Library, article: Arrived): Known {
  return 'known' in article ? article.known : { ...storeFile(library, article.ready), failure: null }
}
