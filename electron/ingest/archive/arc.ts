import { isIP } from 'node:net'
import type { InflationBudget } from '../inflation'
import type { ContainerReader } from '../member'
import { latin1 } from '../sniff'
import { articlesOfRecords, recordsOf, type WebRecord, type WebRecords } from './warc'

/**
 * The web archive format before WARC (Internet Archive, ARC 1.0 and 2.0): every page in it that was answered with success.
 * https://archive.org/web/researcher/ArcFileFormat.php
 */
export const readArc: ContainerReader = async function* ({ bytes, fileName }, inside) {
  yield* articlesOfRecords(await recordsOfArc(bytes, inside.budget), fileName, inside)
}

/** A record's head, and where its content lies. */
type ArcRecord = { readonly url: string; readonly date: string; readonly begin: number; readonly end: number }

async function recordsOfArc(bytes: Uint8Array, budget: InflationBudget): Promise<WebRecords> {
  const records: WebRecord[] = []
  let description: Uint8Array = new Uint8Array()
  for (let at = 0; at < bytes.length; ) {
    const head = headAt(bytes, at)
    if (head === null || head.end > bytes.length) return { records, problem: 'file-damaged' }
    if (head.url.startsWith('filedesc:')) description = bytes.subarray(at, head.end + 1)
    else if (/^https?:/i.test(head.url)) {
      const found = await recordsOf(asWarc(head, bytes.subarray(head.begin, head.end)), budget)
      if (found.problem === 'file-over-limits') return { records, problem: found.problem }
      // A file that can be read again by itself: the archive's own description stands before the record.
      const original = Buffer.concat([
        description.subarray(0, MOST_DESCRIPTION),
        bytes.subarray(at, head.end),
      ])
      records.push(...found.records.map((record) => ({ ...record, original })))
    }
    at = behindBlanks(bytes, head.end)
  }
  return { records, problem: null }
}

/** Bytes of a line; an address is the only part of it that may be long. */
const LONGEST_LINE = 16 * 1024
/** Bytes of the archive's description that go with each of its records. */
const MOST_DESCRIPTION = 4096

/**
 * "URL IP-address date type length", in ARC 2.0 with five more fields before the length. An address may hold blanks, so fields are
 * counted from the end. Null when the line is none.
 */
function headAt(bytes: Uint8Array, at: number): ArcRecord | null {
  const lineEnd = bytes.subarray(at, at + LONGEST_LINE).indexOf(NEWLINE)
  if (lineEnd < 0) return null
  const fields = latin1(bytes.subarray(at, at + lineEnd))
    .trimEnd()
    .split(' ')
  const length = fields.at(-1) ?? ''
  if (!/^\d{1,12}$/.test(length)) return null
  for (const behind of [4, 9]) {
    const address = fields.length - behind
    const [ip = '', date = ''] = fields.slice(address)
    if (address < 1 || !isIP(ip) || !/^\d{14}$/.test(date)) continue
    const begin = at + lineEnd + 1
    return { url: fields.slice(0, address).join(' '), date, begin, end: begin + Number(length) }
  }
  return null
}

const NEWLINE = 0x0a
const RETURN = 0x0d

function behindBlanks(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === NEWLINE || bytes[at] === RETURN) at += 1
  return at
}

/** The same answer as a WARC record: the two formats differ in the record's head alone. */
function asWarc({ url, date }: ArcRecord, answer: Uint8Array): Uint8Array {
  const [, day, time] = /^(\d{8})(\d{6})$/.exec(date) ?? []
  const moment = `${day?.replace(/(..)(..)$/, '-$1-$2')}T${time?.replace(/(..)(..)$/, ':$1:$2')}Z`
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${moment}`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${answer.length}`,
  ]
  return Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'),
    answer,
    Buffer.from('\r\n\r\n'),
  ])
}
