import { createHash } from 'node:crypto'
import type { Analysis } from '#domain/analysis/findings'
import type { Row, RowSource } from '../../store/rows'
import type { Body } from '../../store/tables/bodies'
import type { Packing } from '../../store/tables/originals'
import { rangesOf } from '../draft'
import { unpack } from '../packing'
import { captureMac, picturesMac } from '../sealing'
import type { Ledger } from './ledger'

/** A capture as it lies in the pages, and what of it can be relied on. */
export type JudgedCapture = {
  readonly pk: number
  readonly id: string
  readonly article: number
  readonly head: Row
  /** Null when a part of it cannot be read. */
  readonly body: Body | null
  /** Everything but the imported file is as the journal's last line about it left it. */
  readonly sealHolds: boolean
  readonly picturesHold: boolean
  /** The imported bytes, when they have the SHA-256 that was noted at import; else null. */
  readonly original: Uint8Array | null
  /** Findings whose place is not inside the text. */
  readonly rangesOutside: number
}

/** Judges one capture by its seal, its original by its hash, its findings by its text. */
export function judgeCapture(
  rows: RowSource,
  ledger: Ledger,
  journalKey: Uint8Array,
  head: Row,
): JudgedCapture {
  const pk = Number(head[0])
  const id = String(head[1])
  const [seal] = rows.byKey('capture_seal', pk) ?? []
  const entry = Number(seal?.[1] ?? -1)
  const pictures = String(seal?.[3] ?? '')
  const isNewest = entry >= (ledger.captures.get(id)?.entry ?? Number.POSITIVE_INFINITY)
  const holds = seal?.[2] === captureMac(rows, journalKey, pk, { entry, pictures })
  const body = bodyOf(rows, pk)
  return {
    pk,
    id,
    article: Number(head[2]),
    head,
    body,
    sealHolds: body !== null && isNewest && holds,
    picturesHold: pictures === picturesMac(rows, journalKey, pk),
    original: originalBytes(rows.byKey('original', Number(head[3]))?.[0]),
    rangesOutside: body === null ? 0 : countOutside(body),
  }
}

function countOutside(body: Body): number {
  const { length } = body.text
  return rangesOf(body).filter(([start, end]) => start > end || end > length).length
}

/** The bytes of a row of `original`, if they are what its hash says. */
export function originalBytes(row: Row | undefined): Uint8Array | null {
  const [, sha256, size, packing, bytes] = row ?? []
  if (!(bytes instanceof Uint8Array) || typeof sha256 !== 'string' || typeof size !== 'number') return null
  try {
    const unpacked = unpack({ sha256, size, packing: packing as Packing, bytes })
    const hash = createHash('sha256').update(unpacked).digest('hex')
    return hash === sha256 && unpacked.length === size ? unpacked : null
  } catch {
    // What does not inflate is no longer what was packed.
    return null
  }
}

/** Text and findings from their rows; null when one cannot be read or is not what we write. */
function bodyOf(rows: RowSource, capture: number): Body | null {
  const [row] = rows.byKey('capture_body', capture) ?? []
  if (row === undefined) return null
  const [, text, blocks, marks, blockRoles, facts, byline, engine, pack] = row.map((value) => String(value))
  const found = (table: 'source' | 'attribution' | 'notice' | 'credit' | 'picture' | 'date_mention') => {
    const findings = rows.byKey(table, capture)
    if (findings === null) throw new SyntaxError('a row that cannot be read')
    return findings.map((finding) => JSON.parse(String(finding[2])))
  }
  try {
    const analysis: Analysis = {
      engine: engine ?? '',
      pack: row[8] === null ? null : (pack ?? null),
      blockRoles: JSON.parse(blockRoles ?? ''),
      facts: JSON.parse(facts ?? ''),
      byline: JSON.parse(byline ?? ''),
      sources: found('source'),
      attributions: found('attribution'),
      notices: found('notice'),
      credits: found('credit'),
      pictures: found('picture'),
      dates: found('date_mention'),
    }
    return { text: text ?? '', blocks: JSON.parse(blocks ?? ''), marks: JSON.parse(marks ?? ''), analysis }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
