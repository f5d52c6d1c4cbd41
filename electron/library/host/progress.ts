import type { ImportedFile, ImportProgress } from '#contract/importing'
import { createPace } from './pace'

/** How often progress is told: ms. Often enough to look alive, seldom enough that thousands of files stay cheap. */
const INTERVAL = 100

export type ProgressReports = {
  readonly total: (total: number) => void
  readonly article: (article: ImportedFile) => void
  readonly fileDone: () => void
  readonly pause: (paused: boolean) => void
  readonly finish: (cancelled: boolean) => void
}

/** Gathers what became of files and their articles and tells it in batches, at most every 100 ms, and once at the end. */
export function reportProgress(tell: (progress: ImportProgress) => void): ProgressReports {
  let done = 0
  let articles = 0
  let total = 0
  let lastTold = 0
  let files: ImportedFile[] = []
  let pausedAt: number | null = null
  const pace = createPace(Date.now())

  function report(finished: boolean, cancelled: boolean): void {
    lastTold = Date.now()
    if (pausedAt === null) pace.add(lastTold, { articles, files: done })
    const all = Math.max(total, done)
    const paused = pausedAt !== null && !finished
    const secondsLeft = pace.secondsLeft(all - done)
    tell({ done, total: all, files, finished, cancelled, paused, rate: pace.rate(), secondsLeft })
    files = []
  }

  return {
    total: (found) => {
      total = found
      report(false, false)
    },
    article: (article) => {
      files.push(article)
      articles += 1
      if (Date.now() - lastTold >= INTERVAL) report(false, false)
    },
    fileDone: () => {
      done += 1
      // What was under way when a pause began still comes, and nothing behind it that would tell of it.
      if (pausedAt !== null) report(false, false)
    },
    pause: (paused) => {
      if (paused === (pausedAt !== null)) return
      if (pausedAt !== null) pace.rest(pausedAt, Date.now())
      pausedAt = paused ? Date.now() : null
      report(false, false)
    },
    finish: (cancelled) => report(true, cancelled),
  }
}
