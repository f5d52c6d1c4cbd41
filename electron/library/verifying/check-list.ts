import type { Damage } from '#contract/verifying'
import type { Row, RowSource } from '../../store/rows'
import { listingFacts } from '../listing-facts'
import type { JudgedCapture } from './judge-capture'

/** Holds the library's list against the captures and notes that it is made from. */
export type ListCheck = {
  /** In the order of their keys: the last of an article is the one that its line is about. */
  readonly addCapture: (capture: JudgedCapture) => void
  readonly addNote: (article: number) => void
  readonly differing: () => Generator<Pick<Damage, 'articleId' | 'title'>>
}

type Expected = { captures: number; notes: number; newest: number; told: Row | null }

export function checkList(rows: RowSource): ListCheck {
  const articles = new Map<number, Expected>()
  return {
    addCapture: ({ article, pk, head, body, sealHolds }) => {
      const before = articles.get(article)
      const told = sealHolds && body !== null ? toldBy(body, head) : null
      articles.set(article, { captures: (before?.captures ?? 0) + 1, notes: 0, newest: pk, told })
    },
    addNote: (article) => {
      const expected = articles.get(article)
      if (expected !== undefined) expected.notes += 1
    },
    differing: function* () {
      for (const [article, expected] of articles) {
        // What the line should tell is not known where the capture itself is damaged.
        if (expected.told === null) continue
        const [line] = rows.byKey('listing', article) ?? []
        if (line !== undefined && agrees(line, expected)) continue
        const [row] = rows.byKey('article', article) ?? []
        const title = expected.told[0]
        yield {
          articleId: row === undefined ? null : String(row[1]),
          title: typeof title === 'string' ? title : null,
        }
      }
    },
  }
}

function toldBy(body: NonNullable<JudgedCapture['body']>, head: Row): Row {
  const facts = listingFacts(body, String(head[4]), String(head[8]))
  const { title, publisher, published, language, namedSources, unnamedSources } = facts
  return [title, publisher, published, language, namedSources, unnamedSources]
}

/** Columns as in `TABLE_COLUMNS.listing`: the facts are 3 and 5 to 9, then notes and captures. */
function agrees(line: Row, { captures, notes, newest, told }: Expected): boolean {
  // A stand-in title is made by rules that may have changed since.
  const facts = [line[4] === 1 ? told?.[0] : line[3], ...line.slice(5, 10)]
  return (
    line[1] === newest &&
    line[10] === notes &&
    line[11] === captures &&
    facts.every((value, index) => value === told?.[index])
  )
}
