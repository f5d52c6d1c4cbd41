import { LimitReader, WARCParser, type WARCRecord } from 'warcio'
import type { Reading } from '#domain/article/capture'
import { failure } from '#domain/failure'
import { failed, type Result } from '#domain/result'
import type { PageContext } from '../html/context'
import { resourcesOf } from '../html/pictures/resources'
import { type InflationBudget, inflated, isCoding } from '../inflation'
import { instantOf } from '../instant'
import { LIMITS } from '../limits'
import { type ContainerReader, type FoundMember, type Inside, whole } from '../member'
import { readBytes } from '../read-bytes'

/** A web archive (ISO 28500), plain or with each record gzipped: every page in it that was answered with success. */
export const readWarc: ContainerReader = async function* (input, inside) {
  yield* articlesOfRecords(await recordsOf(input.bytes, inside.budget), input.fileName, inside)
}

/** What a record was the answer for, and its bytes, decoded from what the server packed them with. */
export type WebRecord = {
  readonly url: string
  /** ISO 8601 UTC instant. */
  readonly date: string | null
  readonly contentType: string
  readonly charset: string | null
  readonly payload: Uint8Array
  /** The record as it lies in the archive: a file that can be read again by itself. */
  readonly original: Uint8Array
}

export type WebRecords = {
  readonly records: readonly WebRecord[]
  /** Why reading ended before the archive's end; null when it did not. */
  readonly problem: 'file-damaged' | 'file-over-limits' | null
}

/**
 * The successful answers of an archive: pages, pictures and PDF files; what a page was drawn with (scripts, styles, fonts) is
 * left out. An archive that breaks off gives what stands before.
 */
export async function recordsOf(bytes: Uint8Array, budget: InflationBudget): Promise<WebRecords> {
  const parser = new WARCParser(piecesOf(bytes))
  const starts: number[] = []
  const found: { readonly answer: Omit<WebRecord, 'original'>; readonly at: number }[] = []
  let problem: WebRecords['problem'] = null
  try {
    for (let record = await parser.parse(); record !== null; record = await parser.parse()) {
      starts.push(parser.offset)
      const { reader } = record
      const payload = await payloadOf(record, budget)
      if (payload === 'file-over-limits' || !(await isWhole(reader))) {
        problem = payload === 'file-over-limits' ? payload : 'file-damaged'
        break
      }
      const answer = payload === null ? null : answerOf(record, payload)
      if (answer !== null) found.push({ answer, at: parser.offset })
    }
  } catch {
    // What the library throws of a broken archive has no type; bytes are all it was given.
    problem = 'file-damaged'
  }
  const ends = endsOf(starts, bytes.length)
  const records = found.map(({ answer, at }) => ({ ...answer, original: bytes.subarray(at, ends.get(at)) }))
  const kept = records.filter(({ original }) => original.length > 0)
  const isTold = kept.length === records.length && ends.size === starts.length
  const apart = isTold ? null : packedAsOne(bytes, budget)
  if (apart !== null) return recordsOf(apart, budget)
  if (kept.length < records.length) problem ??= 'file-damaged'
  return { records: kept, problem: starts.length === 0 ? 'file-damaged' : problem }
}

/**
 * What is in an archive that was gzipped as one and not record by record: its records cannot be told apart where they lie, and
 * each would take all others along. Null when it cannot be unpacked.
 */
function packedAsOne(bytes: Uint8Array, budget: InflationBudget): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return null
  const inner = inflated(bytes, 'gzip', budget)
  return typeof inner === 'string' ? null : inner
}

/** The library unpacks the whole of a piece before we may count: a small one cannot grow to more than some 64 MiB. */
const PIECE = 64 * 1024

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

/**
 * Passes over what was not read of a record; false when the archive ends in the middle of it. The library's own way of going
 * on to the next record never ends there.
 */
async function isWhole(reader: WARCRecord['reader']): Promise<boolean> {
  if (!(reader instanceof LimitReader) || reader.limit <= 0) return true
  reader.limit -= await reader.sourceIter.skipSize(reader.limit)
  return reader.limit <= 0
}

/** Where what begins at each of `starts` (ascending, several may begin at one place) ends. */
function endsOf(starts: readonly number[], end: number): ReadonlyMap<number, number> {
  const distinct = [...new Set(starts)]
  return new Map(distinct.map((start, index) => [start, distinct[index + 1] ?? end]))
}

function isAnswer(record: WARCRecord): boolean {
  if (record.warcType === 'resource' || record.warcType === 'conversion') return true
  const status = Number(record.httpHeaders?.statusCode)
  return record.warcType === 'response' && status >= 200 && status < 300
}

const KEPT = /^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/pdf|image\/)/i

async function payloadOf(
  record: WARCRecord,
  budget: InflationBudget,
): Promise<Uint8Array | null | 'file-over-limits'> {
  if (!isAnswer(record) || !KEPT.test(contentTypeOf(record))) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of record) {
    size += chunk.length
    if (size > budget.left) return 'file-over-limits'
    chunks.push(chunk)
  }
  budget.spend(size)
  const content = Buffer.concat(chunks)
  // The library unpacks gzip and deflate; brotli is left to us.
  const coding = (record.httpHeaders?.headers.get('content-encoding') ?? '').trim().toLowerCase()
  if (coding !== 'br' || !isCoding(coding)) return content
  const unpacked = inflated(content, coding, budget)
  if (unpacked === 'over-limits') return 'file-over-limits'
  return unpacked === 'damaged' ? null : unpacked
}

function contentTypeOf(record: WARCRecord): string {
  const told = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType
  return told ?? ''
}

function answerOf(record: WARCRecord, payload: Uint8Array): Omit<WebRecord, 'original'> | null {
  const url = (record.warcTargetURI ?? '').replace(/^<|>$/g, '')
  const told = contentTypeOf(record)
  if (payload.length === 0) return null
  return {
    url,
    date: instantOf(record.warcDate ?? null),
    contentType: told.replace(/;.*$/s, '').trim().toLowerCase(),
    charset: /charset\s*=\s*["']?([\w.:-]+)/i.exec(told)?.[1] ?? null,
    payload,
  }
}

/** The articles among the records: pages as they were at their time, with the pictures that were saved with them. */
export function* articlesOfRecords(
  { records, problem }: WebRecords,
  fileName: string,
  inside: Inside,
): Generator<FoundMember> {
  const resource = resourcesOf(
    records
      .filter(
        ({ contentType, payload }) =>
          contentType.startsWith('image/') && payload.length <= LIMITS.pictureFile,
      )
      .map(({ url, payload }) => ({ addresses: [url], bytes: payload })),
  )
  for (const record of records) {
    if (record.contentType.startsWith('image/')) continue
    yield {
      part: record.url,
      original: record.original,
      read: () => readRecord(record, fileName, resource, inside),
    }
  }
  if (problem !== null) yield whole(() => failed(failure(problem, { file: fileName })))
}

async function readRecord(
  record: WebRecord,
  fileName: string,
  resource: PageContext['resource'],
  inside: Inside,
): Promise<Result<Reading>> {
  const url = /^https?:/i.test(record.url) ? record.url : null
  if (/html/.test(record.contentType)) {
    const context: PageContext = { url, capturedAt: record.date, from: 'warc', resource }
    return readBytes(record.payload, fileName, context, record.charset)
  }
  for await (const article of inside.articlesOf({ bytes: record.payload, fileName })) return article.read()
  return failed(failure('file-not-an-article', { file: fileName }))
}
