import { randomUUID } from 'node:crypto'
import type { CaptureDraft } from '#domain/article/capture'
import { inTransaction } from '../../store/database'
import type { OfCapture } from '../../store/rows'
import { insertArticle } from '../../store/tables/articles'
import { type Body, insertBody } from '../../store/tables/bodies'
import { insertCapture } from '../../store/tables/captures'
import { putBands } from '../../store/tables/likeness'
import { putListing } from '../../store/tables/listings'
import { insertOriginal, type Packing } from '../../store/tables/originals'
import { putPictureFile } from '../../store/tables/picture-files'
import { insertRow } from '../../store/tables/raw-rows'
import { indexCapture } from '../../store/tables/text-index'
import { checkedDraft } from '../draft'
import { indexedText } from '../indexed-text'
import { listingFacts } from '../listing-facts'
import { fingerprint } from '../same-article'
import { type JudgedCapture, judgeCapture } from '../verifying/judge-capture'
import { titleOf } from '../verifying/verify'
import type { Rescue } from './rescue'

const FINDINGS = ['source', 'attribution', 'notice', 'credit', 'picture', 'date_mention'] as const

/**
 * Brings every capture over that can be: as it is where its seal holds, read again from its file where only that is whole, and
 * else as far as it can be read, which is then told.
 */
export async function rescueCaptures(rescue: Rescue, onCapture: () => void): Promise<void> {
  const { wreck } = rescue
  for (const { row: head } of wreck.tables.rows('capture')) {
    if (head === null) continue
    await rescueCapture(rescue, judgeCapture(wreck.rows, wreck.ledger, wreck.journalKey, head))
    onCapture()
    await rescue.turn()
  }
}

async function rescueCapture(rescue: Rescue, judged: JudgedCapture): Promise<void> {
  const title =
    titleOf(rescue.wreck.rows, judged.article) ?? judged.body?.analysis.facts.headline?.value ?? null
  const named = { articleId: articleIdOf(rescue, judged), captureId: judged.id, title }
  if (!judged.sealHolds && judged.original !== null) {
    const draft = await readAgain(rescue, judged.original, String(judged.head[4]))
    if (draft !== null) {
      inTransaction(rescue.library.db, () => keepCapture(rescue, judged, draft, 'draft'))
      rescue.tell({ kind: 'capture', outcome: 'read-again', ...named })
      return
    }
  }
  const { body } = judged
  if (body === null || judged.rangesOutside > 0) {
    rescue.tell({ kind: 'capture', outcome: 'lost', ...named })
    return
  }
  inTransaction(rescue.library.db, () => keepCapture(rescue, judged, body, 'rows'))
  if (!judged.sealHolds) rescue.tell({ kind: 'capture', outcome: 'unproven', ...named })
  if (judged.original === null) rescue.tell({ kind: 'original', outcome: 'lost', ...named })
  if (!judged.picturesHold) rescue.tell({ kind: 'pictures', outcome: 'lost', ...named })
}

/** The article's id from its row, or from the journal where the row is lost. */
function articleIdOf({ wreck }: Rescue, judged: Pick<JudgedCapture, 'article' | 'id'>): string {
  const own = wreck.rows.byKey('article', judged.article)?.[0]?.[1]
  return typeof own === 'string' ? own : (wreck.ledger.captures.get(judged.id)?.articleId ?? randomUUID())
}

/** The article of a stored file, as this program reads it; null when it cannot. */
export async function readAgain(
  { parser }: Rescue,
  original: Uint8Array,
  fileName: string,
): Promise<CaptureDraft | null> {
  // A stored file holds one article: parts of larger files are kept by themselves.
  for await (const { result } of parser.parse({ bytes: new Uint8Array(original), fileName })) {
    return result.ok ? checkedDraft(result.value) : null
  }
  return null
}

/** `from`: whether findings, corrections and pictures are the old rows or those of a fresh draft. */
function keepCapture(
  rescue: Rescue,
  judged: JudgedCapture,
  body: Body | CaptureDraft,
  from: 'rows' | 'draft',
): void {
  const { db } = rescue.library
  const [, id, , , fileName, mediaType, charset, url, importedAt, part] = judged.head
  const articleId = articleIdOf(rescue, judged)
  const addedAt = rescue.wreck.rows.byKey('article', judged.article)?.[0]?.[2] ?? importedAt
  const article =
    rescue.articles.get(judged.article) ?? insertArticle(db, { id: articleId, addedAt: String(addedAt) })
  rescue.articles.set(judged.article, article)
  const capture = insertCapture(db, {
    id: String(id),
    article,
    original: keepOriginal(rescue, judged),
    fileName: String(fileName),
    part: typeof part === 'string' ? part : null,
    mediaType: String(mediaType),
    charset: typeof charset === 'string' ? charset : null,
    urlKey: typeof url === 'string' ? url : null,
    importedAt: String(importedAt),
  })
  if (from === 'rows') copyRows(rescue, judged, capture)
  else insertBody(db, capture, body)
  // Pictures that lay beside the file are not in it: the old ones are better than what is read again.
  if (judged.picturesHold) copyBeside(rescue, judged, capture, 'picture_file')
  else for (const file of 'pictureFiles' in body ? body.pictureFiles : []) putPictureFile(db, capture, file)
  indexCapture(db, capture, indexedText(body.text, body.analysis))
  putBands(db, capture, fingerprint(body.text).bands)
  putListing(db, article, capture, listingFacts(body, String(fileName), String(importedAt)))
  rescue.captures.set(judged.pk, capture)
  rescue.kept.articles.add(articleId)
  rescue.kept.captures.add(judged.id)
}

/** Stands in the place of a file that is lost. Not empty: the database's binding takes an empty array for no value. */
const NO_FILE = new Uint8Array(1)

/** The packed file with its hash; where its bytes are lost another in its place, whose hash then shows that. */
function keepOriginal({ library, wreck }: Rescue, judged: JudgedCapture): number {
  const [row] = wreck.rows.byKey('original', Number(judged.head[3])) ?? []
  const [, sha256, size, packing, bytes] = row ?? []
  const isWhole = judged.original !== null && bytes instanceof Uint8Array
  return insertOriginal(library.db, {
    sha256: typeof sha256 === 'string' ? sha256 : unknownHash(judged.pk),
    size: typeof size === 'number' ? size : 0,
    packing: isWhole ? (packing as Packing) : 'none',
    bytes: isWhole ? bytes : NO_FILE,
  })
}

/** Stands where even the hash is lost: 64 digits that no file has, different for each capture. */
function unknownHash(capture: number): string {
  return capture.toString(16).padStart(64, '0')
}

function copyRows(rescue: Rescue, judged: JudgedCapture, capture: number): void {
  for (const table of ['capture_body', ...FINDINGS] as const) {
    for (const row of rescue.wreck.rows.byKey(table, judged.pk) ?? []) {
      insertRow(rescue.library.db, table, row.with(0, capture))
    }
  }
  for (const table of ['correction', 'extraction'] as const) copyBeside(rescue, judged, capture, table)
}

/** Which column of a row that belongs to a capture names it. */
const CAPTURE_COLUMN = { correction: 2, extraction: 1, picture_file: 1 } as const

function copyBeside(
  { library, wreck }: Rescue,
  judged: JudgedCapture,
  capture: number,
  table: OfCapture,
): void {
  for (const row of wreck.rows.byCapture(table, judged.pk) ?? []) {
    insertRow(library.db, table, row.with(CAPTURE_COLUMN[table], capture).with(0, null))
  }
}
