import type { CaptureDraft } from '#domain/article/capture'
import { failure } from '#domain/failure'
import { failed, ok } from '#domain/result'
import { draftOf } from './draft'
import { contextBeside } from './html/pictures/beside'
import { InflationBudget } from './inflation'
import { LIMITS } from './limits'
import { type Beside, type FileInput, type FoundMember, type Member, whole } from './member'
import { withPictureFacts } from './pictures/own-data'
import { identify, readDecoded } from './read-bytes'
import { READERS } from './readers'

/**
 * The articles of a file, found one after the other and read when asked. There is always at least one: a file without an
 * article is one refused member. A file's own failure has no part.
 */
export async function* findMembers(input: FileInput): AsyncGenerator<FoundMember> {
  let found = 0
  const budget = new InflationBudget(input.bytes.length)
  const { beside, ...file } = input
  const granted = beside && { beside: grantedBy(beside, budget) }
  for await (const member of membersAt({ ...file, ...granted }, budget, 0)) {
    found += 1
    if (found > LIMITS.members) {
      yield whole(() => failed(failure('file-over-limits', { file: input.fileName })))
      return
    }
    yield member
  }
}

function grantedBy(beside: Beside, budget: InflationBudget): Beside {
  return async (paths) => {
    const files = await beside(paths)
    for (const bytes of files) budget.grant(bytes?.length ?? 0)
    return files
  }
}

async function* membersAt(
  input: FileInput,
  budget: InflationBudget,
  depth: number,
): AsyncGenerator<FoundMember> {
  const { fileName } = input
  const known = identify(input.bytes, fileName)
  if (!known.ok) {
    yield whole(() => known)
    return
  }
  const { value } = known
  if (value.kind !== 'format') {
    const { kind, decoded } = value
    yield whole(async () =>
      readDecoded(
        kind,
        decoded,
        fileName,
        kind === 'html' ? await contextBeside(decoded.text, input.beside) : undefined,
      ),
    )
    return
  }
  const reader = READERS[value.format]
  if (reader === undefined) {
    const { format } = value
    yield whole(() => failed(failure('file-format-unsupported', { file: fileName, format })))
    return
  }
  if (depth > LIMITS.archiveDepth) {
    yield whole(() => failed(failure('file-over-limits', { file: fileName })))
    return
  }
  const articlesOf = (inner: FileInput) => membersAt(inner, budget, depth + 1)
  let found = 0
  for await (const member of reader(input, { articlesOf, budget })) {
    found += 1
    yield member
  }
  if (found === 0) yield whole(() => failed(failure('file-not-an-article', { file: fileName })))
}

/** All articles of a file with their analysis: what the parser process answers, for those who are in no hurry. */
export async function* draftsOf(input: FileInput): AsyncGenerator<Member<CaptureDraft>> {
  for await (const { part, original, read } of findMembers(input)) {
    const reading = await read()
    const result = reading.ok ? ok(await withPictureFacts(draftOf(reading.value))) : failed(reading.failure)
    yield { part, original, result }
  }
}
