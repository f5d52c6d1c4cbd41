import { bandsOf, LIKENESS_RULES, likeness, SAME_TEXT, shinglesOf } from '#domain/article/likeness'
import { type Db, inTransaction } from '../store/database'
import { textOf } from '../store/tables/bodies'
import { articleOfUrl, capturesAfter } from '../store/tables/captures'
import { clearBands, type Kin, kinOf, putBands, sharingBands } from '../store/tables/likeness'
import { readState, writeState } from '../store/tables/state'

/** Captures whose texts are compared with a new one's, at most. */
const COMPARED = 4
const STATE = 'likeness-rules'
const STEP = 100

type Known = { readonly article: number; readonly articleId: string }
/** What tells of which article a new capture is one. */
export type Newcomer = {
  readonly urlKey: string | null
  readonly published: string | null
  readonly shingles: ReadonlySet<number>
  readonly bands: readonly number[]
}

/** What of a new text finds its kin, and is kept of it. */
export function fingerprint(text: string): Pick<Newcomer, 'shingles' | 'bands'> {
  const shingles = shinglesOf(text)
  return { shingles, bands: bandsOf(shingles) }
}

/**
 * The article that a new capture is one of: by its canonical address, else by nearly the same text where neither the
 * outlet's address nor the day of publication speaks against it.
 */
export function sameArticle(db: Db, newcomer: Newcomer): Known | undefined {
  const byAddress = newcomer.urlKey === null ? undefined : articleOfUrl(db, newcomer.urlKey)
  if (byAddress !== undefined) return byAddress
  for (const capture of sharingBands(db, newcomer.bands, COMPARED)) {
    const kin = kinOf(db, capture)
    if (kin === undefined || speaksAgainst(kin, newcomer)) continue
    if (likeness(shinglesOf(kin.text), newcomer.shingles) >= SAME_TEXT) return kin
  }
  return undefined
}

/** An agency's words in two outlets are two articles, each with its own makers; so are Monday's and Tuesday's tables. */
function speaksAgainst(kin: Pick<Kin, 'urlKey' | 'published'>, newcomer: Newcomer): boolean {
  const differs = (one: string | null, other: string | null) =>
    one !== null && other !== null && one !== other
  return (
    differs(outletOf(kin.urlKey), outletOf(newcomer.urlKey)) ||
    differs(dayOf(kin.published), dayOf(newcomer.published))
  )
}

/** The host of an address's key, without the names that outlets give to other views of the same pages. */
function outletOf(urlKey: string | null): string | null {
  const host = urlKey?.split(/[/?]/)[0] ?? null
  return host === null ? null : host.replace(/^(?:m|mobile|amp|print)\./, '')
}

function dayOf(published: string | null): string | null {
  return published === null || published.length < 10 ? null : published.slice(0, 10)
}

/** Remembers that what is stored follows the present rules. */
export function markLikenessBuilt(db: Db): void {
  writeState(db, STATE, String(LIKENESS_RULES))
}

/** Makes the fingerprints anew for a library that has none, or has those of other rules. */
export function rebuildLikenessIfNeeded(db: Db): void {
  if (readState(db, STATE) === String(LIKENESS_RULES)) return
  inTransaction(db, () => {
    clearBands(db)
    for (let after = 0, keys = capturesAfter(db, 0, STEP); keys.length > 0; ) {
      for (const capture of keys) putBands(db, capture, fingerprint(textOf(db, capture) ?? '').bands)
      after = keys.at(-1) ?? after
      keys = capturesAfter(db, after, STEP)
    }
    markLikenessBuilt(db)
  })
}
