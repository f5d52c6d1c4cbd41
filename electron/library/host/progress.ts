import type { ImportedFile, ImportProgress } from '#contract/importing'

/** How often progress is told: ms. Often enough to look alive, seldom enough that thousands of files stay cheap. */
const INTERVAL = 100

/** Gathers what became of files and their articles and tells it in batches, at most every 100 ms, and once at the end. */
export function reportProgress(tell: (progress: ImportProgress) => void): {
  readonly total: (total: number) => void
  readonly article: (article: ImportedFile) => void
  readonly fileDone: () => void
  readonly finish: (cancelled: boolean) => void
} {
  let done = 0
  let total = 0
  let lastTold = 0
  let files: ImportedFile[] = []

  function report(finished: boolean, cancelled: boolean): void {
    lastTold = Date.now()
    tell({ done, total: Math.max(total, done), files, finished, cancelled })
    files = []
  }

  return {
    total: (found) => {
      total = found
      report(false, false)
    },
    article: (article) => {
      files.push(article)
      if (Date.now() - lastTold >= INTERVAL) report(false, false)
    },
    fileDone: () => {
      done += 1
    },
    finish: (cancelled) => report(true, cancelled),
  }
}
