/** How far back the pace is looked at: ms. Shorter and it jumps with each large file, longer and it tells of files long gone. */
const WINDOW = 10_000
/** Below this much time (ms) nothing can be said. */
const LEAST = 1_000

export type Pace = {
  readonly add: (at: number, done: { readonly articles: number; readonly files: number }) => void
  /** Time that was spent waiting does not count. */
  readonly rest: (from: number, to: number) => void
  readonly rate: () => number | null
  readonly secondsLeft: (files: number) => number | null
}

type Mark = { readonly at: number; readonly articles: number; readonly files: number }

/** The pace of an import over its last ten seconds. `at` in ms; counts are totals since the beginning. */
export function createPace(start: number): Pace {
  let marks: Mark[] = [{ at: start, articles: 0, files: 0 }]

  function per(what: 'articles' | 'files'): number | null {
    const [first] = marks
    const last = marks.at(-1)
    if (first === undefined || last === undefined || last.at - first.at < LEAST) return null
    return ((last[what] - first[what]) / (last.at - first.at)) * 1000
  }

  return {
    add: (at, { articles, files }) => {
      marks.push({ at, articles, files })
      // One mark before the window stays: it is where the window begins.
      while (marks.length > 2 && (marks[1]?.at ?? at) < at - WINDOW) marks.shift()
    },
    rest: (from, to) => {
      marks = marks.map((mark) => ({ ...mark, at: mark.at + (to - from) }))
    },
    rate: () => per('articles'),
    secondsLeft: (files) => {
      const rate = per('files')
      return rate === null || rate === 0 ? null : files / rate
    },
  }
}
