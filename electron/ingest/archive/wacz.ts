import { failure } from '#domain/failure'
import { failed } from '#domain/result'
import { type FileInput, type FoundMember, type Inside, whole } from '../member'
import { articlesOfRecords, recordsOf, type WebRecord, type WebRecords } from './warc'
import type { Zip } from './zip'

/**
 * A web archive collection (WACZ 1.1.1): WARC files in a ZIP with a list of the pages that somebody visited. Only those are
 * articles; without a list, or with an empty one, every page is.
 */
export async function* readWacz(zip: Zip, input: FileInput, inside: Inside): AsyncGenerator<FoundMember> {
  const { fileName } = input
  const records: WebRecord[] = []
  let problem: WebRecords['problem'] = null
  for (const name of zip.names.filter((each) => /^archive\/.*\.warc(?:\.gz)?$/i.test(each))) {
    const bytes = await zip.read(name)
    if (!bytes.ok) {
      yield whole(() => bytes)
      return
    }
    const found = await recordsOf(bytes.value, inside.budget)
    records.push(...found.records)
    problem ??= found.problem
  }
  const visited = await visitedPages(zip)
  const isPicture = (record: WebRecord) => record.contentType.startsWith('image/')
  const kept = records.filter((record) => isPicture(record) || visited.size === 0 || visited.has(record.url))
  if (kept.every(isPicture) && problem === null) {
    yield whole(() => failed(failure('file-not-an-article', { file: fileName })))
    return
  }
  yield* articlesOfRecords({ records: kept, problem }, fileName, inside)
}

/** Addresses in `pages/*.jsonl`: one JSON object a line, the first line being about the list itself. */
async function visitedPages(zip: Zip): Promise<ReadonlySet<string>> {
  const visited = new Set<string>()
  for (const name of zip.names.filter((each) => /^pages\/.*\.jsonl$/i.test(each))) {
    const bytes = await zip.read(name)
    if (!bytes.ok) continue
    for (const line of Buffer.from(bytes.value).toString('utf8').split('\n')) {
      const url = urlIn(line)
      if (url !== null) visited.add(url)
    }
  }
  return visited
}

function urlIn(line: string): string | null {
  try {
    const page: unknown = JSON.parse(line)
    const url = typeof page === 'object' && page !== null && 'url' in page ? page.url : null
    return typeof url === 'string' ? url : null
  } catch {
    return null
  }
}
