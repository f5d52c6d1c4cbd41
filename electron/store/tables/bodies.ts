import type { Analysis } from '#domain/analysis/findings'
import type { CaptureDraft } from '#domain/article/capture'
import type { Db } from '../database'

/** The text of a capture with its structure and all that was found in it. */
export type Body = Pick<CaptureDraft, 'text' | 'blocks' | 'marks' | 'analysis'>

/** Tables of findings by the field of `Analysis` that they hold: one row a finding, in order. */
const FINDINGS = {
  sources: 'source',
  attributions: 'attribution',
  notices: 'notice',
  credits: 'credit',
  pictures: 'picture',
  dates: 'date_mention',
} as const satisfies Partial<Record<keyof Analysis, string>>
type Findings = keyof typeof FINDINGS

export function insertBody(db: Db, capture: number, body: Body): void {
  const { analysis } = body
  db.prepare(
    `INSERT INTO capture_body (capture, text, blocks, marks, block_roles, facts, byline, engine, pack)
     VALUES ($capture, $text, $blocks, $marks, $blockRoles, $facts, $byline, $engine, $pack)`,
  ).run({
    capture,
    text: body.text,
    blocks: JSON.stringify(body.blocks),
    marks: JSON.stringify(body.marks),
    blockRoles: JSON.stringify(analysis.blockRoles),
    facts: JSON.stringify(analysis.facts),
    byline: JSON.stringify(analysis.byline),
    engine: analysis.engine,
    pack: analysis.pack,
  })
  insertAllFindings(db, capture, analysis)
}

/** Puts other findings in the place of a capture's. Its text stays; blocks and marks are those of the same reading. */
export function replaceFindings(db: Db, capture: number, body: Omit<Body, 'text'>): void {
  const { analysis } = body
  db.prepare(
    `UPDATE capture_body SET blocks = $blocks, marks = $marks, block_roles = $blockRoles, facts = $facts,
       byline = $byline, engine = $engine, pack = $pack WHERE capture = $capture`,
  ).run({
    capture,
    blocks: JSON.stringify(body.blocks),
    marks: JSON.stringify(body.marks),
    blockRoles: JSON.stringify(analysis.blockRoles),
    facts: JSON.stringify(analysis.facts),
    byline: JSON.stringify(analysis.byline),
    engine: analysis.engine,
    pack: analysis.pack,
  })
  for (const table of Object.values(FINDINGS)) {
    db.prepare(`DELETE FROM ${table} WHERE capture = $capture`).run({ capture })
  }
  insertAllFindings(db, capture, analysis)
}

function insertAllFindings(db: Db, capture: number, analysis: Analysis): void {
  insertFindings(db, capture, 'sources', analysis.sources)
  insertFindings(db, capture, 'attributions', analysis.attributions)
  insertFindings(db, capture, 'notices', analysis.notices)
  insertFindings(db, capture, 'credits', analysis.credits)
  insertFindings(db, capture, 'pictures', analysis.pictures)
  insertFindings(db, capture, 'dates', analysis.dates)
}

export function readBody(db: Db, capture: number): Body | undefined {
  const row = db
    .prepare(
      `SELECT text, blocks, marks, block_roles AS blockRoles, facts, byline, engine, pack
       FROM capture_body WHERE capture = $capture`,
    )
    .get<BodyRow>({ capture })
  if (row === undefined) return undefined
  return {
    text: row.text,
    blocks: JSON.parse(row.blocks) as Body['blocks'],
    marks: JSON.parse(row.marks) as Body['marks'],
    analysis: {
      engine: row.engine,
      pack: row.pack,
      blockRoles: JSON.parse(row.blockRoles) as Analysis['blockRoles'],
      facts: JSON.parse(row.facts) as Analysis['facts'],
      byline: JSON.parse(row.byline) as Analysis['byline'],
      sources: findingsOf(db, capture, 'sources'),
      attributions: findingsOf(db, capture, 'attributions'),
      notices: findingsOf(db, capture, 'notices'),
      credits: findingsOf(db, capture, 'credits'),
      pictures: findingsOf(db, capture, 'pictures'),
      dates: findingsOf(db, capture, 'dates'),
    },
  }
}

type BodyRow = {
  text: string
  blocks: string
  marks: string
  blockRoles: string
  facts: string
  byline: string
  engine: string
  pack: string | null
}

export function textOf(db: Db, capture: number): string | undefined {
  return db
    .prepare('SELECT text FROM capture_body WHERE capture = $capture', { pluck: true })
    .get<string>({ capture })
}

/** The texts of several captures, by the captures' keys. */
export function textsOf(db: Db, captures: readonly number[]): Map<number, string> {
  const rows = db
    .prepare(
      `SELECT capture, text FROM json_each($captures) AS wanted
       CROSS JOIN capture_body ON capture_body.capture = wanted.value`,
    )
    .all<{ capture: number; text: string }>({ captures: JSON.stringify(captures) })
  return new Map(rows.map((row) => [row.capture, row.text]))
}

/** The words for the sources of several captures, and the names they credit, one a line. */
export function namesOf(
  db: Db,
  captures: readonly number[],
): Map<number, { readonly sources: string; readonly credits: string }> {
  const rows = db
    .prepare(
      `SELECT wanted.value AS capture,
         (SELECT group_concat(concat_ws(char(10), found ->> '$.descriptor', found ->> '$.role',
            found ->> '$.affiliation'), char(10)) FROM source WHERE source.capture = wanted.value) AS sources,
         (SELECT group_concat(found ->> '$.name', char(10)) FROM credit
          WHERE credit.capture = wanted.value) AS credits
       FROM json_each($captures) AS wanted`,
    )
    .all<{ capture: number; sources: string | null; credits: string | null }>({
      captures: JSON.stringify(captures),
    })
  return new Map(
    rows.map(({ capture, sources, credits }) => [
      capture,
      { sources: sources ?? '', credits: credits ?? '' },
    ]),
  )
}

export function findingsOf<F extends Findings>(db: Db, capture: number, kind: F): Analysis[F] {
  const rows = db
    .prepare(`SELECT found FROM ${FINDINGS[kind]} WHERE capture = $capture ORDER BY ordinal`, { pluck: true })
    .all<string>({ capture })
  // One parse for all rows: most captures have many small ones.
  return JSON.parse(`[${rows.join(',')}]`) as Analysis[F]
}

/** One statement for all rows of a kind. The JSON is our own, written by `JSON.stringify` of a checked draft. */
function insertFindings<F extends Findings>(db: Db, capture: number, kind: F, found: Analysis[F]): void {
  if (found.length === 0) return
  const [columns, values] = kind === 'sources' ? SEARCHED_OF_SOURCES : ['', '']
  db.prepare(
    `INSERT INTO ${FINDINGS[kind]} (capture, ordinal, found${columns})
     SELECT $capture, key, value${values} FROM json_each($found)`,
  ).run({ capture, found: JSON.stringify(found) })
}

const SEARCHED_OF_SOURCES = [
  ', identification, reason_class',
  ", value ->> '$.identification', value ->> '$.anonymity.reasonClass'",
] as const
