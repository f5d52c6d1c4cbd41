import { randomUUID } from 'node:crypto'
import type { CaptureDraft } from '#domain/article/capture'
import { inTransaction } from '../../store/database'
import type { Row } from '../../store/rows'
import { insertArticle } from '../../store/tables/articles'
import { insertBody } from '../../store/tables/bodies'
import { insertCapture } from '../../store/tables/captures'
import { putBands } from '../../store/tables/likeness'
import { putListing } from '../../store/tables/listings'
import { putPictureFile } from '../../store/tables/picture-files'
import { insertRow } from '../../store/tables/raw-rows'
import { indexCapture } from '../../store/tables/text-index'
import { indexedText } from '../indexed-text'
import { listingFacts } from '../listing-facts'
import { fingerprint } from '../same-article'
import { urlKey } from '../url-key'
import { originalBytes } from '../verifying/judge-capture'
import type { Rescue } from './rescue'
import { readAgain } from './rescue-captures'

/** Stands for a file's name, which is lost with the capture's record. */
const FILE_NAME = 'rescued'

/** Where a capture belonged whose own record is lost: its old key, its article, its id. */
type Place = {
  readonly capture: number
  readonly article: number
  readonly articleId: string
  readonly captureId: string
}

/**
 * Brings files over that no readable capture names: their captures' own records are lost with their page. Each is read again,
 * and goes to its article where its text and the list still say which.
 */
export async function rescueStrays(rescue: Rescue): Promise<void> {
  const { tables } = rescue.wreck
  const named = new Set([...tables.rows('capture')].map(({ row }) => row?.[3]))
  const bodies = strayBodies(rescue)
  for (const { key, row } of tables.rows('original')) {
    if (row === null || named.has(key)) continue
    await rescue.turn()
    const bytes = originalBytes(row)
    const draft = bytes === null ? null : await readAgain(rescue, bytes, FILE_NAME)
    if (draft === null) continue
    const old = bodies.get(draft.text)
    const place = old === undefined ? null : placeOf(rescue, old)
    inTransaction(rescue.library.db, () => keepStray(rescue, row, draft, place))
  }
}

function keepStray(rescue: Rescue, original: Row, draft: CaptureDraft, place: Place | null): void {
  const { db } = rescue.library
  const importedAt = new Date().toISOString()
  const articleId = place?.articleId ?? randomUUID()
  const captureId = place?.captureId ?? randomUUID()
  const known = place === null ? undefined : rescue.articles.get(place.article)
  const article = known ?? insertArticle(db, { id: articleId, addedAt: importedAt })
  const address = draft.analysis.facts.url?.value
  const capture = insertCapture(db, {
    id: captureId,
    article,
    original: insertRow(db, 'original', original.with(0, null)),
    fileName: FILE_NAME,
    part: null,
    mediaType: draft.mediaType,
    charset: draft.charset,
    urlKey: address === undefined ? null : urlKey(address),
    importedAt,
  })
  insertBody(db, capture, draft)
  for (const file of draft.pictureFiles) putPictureFile(db, capture, file)
  indexCapture(db, capture, indexedText(draft.text, draft.analysis))
  putBands(db, capture, fingerprint(draft.text).bands)
  putListing(db, article, capture, listingFacts(draft, FILE_NAME, importedAt))
  if (place !== null) {
    rescue.articles.set(place.article, article)
    rescue.captures.set(place.capture, capture)
  }
  rescue.kept.articles.add(articleId)
  rescue.kept.captures.add(captureId)
  const title = draft.analysis.facts.headline?.value ?? null
  rescue.tell({ kind: 'capture', outcome: 'read-again', articleId, captureId, title })
}

/** Keys of captures by their text, where the text can be read and the capture's own record cannot. */
function strayBodies({ wreck, captures }: Rescue): Map<string, number> {
  const stray = new Map<string, number>()
  for (const { key, row } of wreck.tables.rows('capture_body')) {
    if (row !== null && !captures.has(key)) stray.set(String(row[1]), key)
  }
  return stray
}

/** The article by the list's line, and the id that only this capture can have had. */
function placeOf({ wreck, kept }: Rescue, capture: number): Place | null {
  for (const { key: article, row } of wreck.tables.rows('listing')) {
    if (row?.[1] !== capture) continue
    const articleId = wreck.rows.byKey('article', article)?.[0]?.[1]
    if (typeof articleId !== 'string') return null
    const missing = [...wreck.ledger.captures].filter(
      ([id, told]) => told.articleId === articleId && !kept.captures.has(id),
    )
    const [only] = missing
    const captureId = missing.length === 1 && only !== undefined ? only[0] : randomUUID()
    return { capture, article, articleId, captureId }
  }
  return null
}
