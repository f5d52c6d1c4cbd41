import type { ImportedFile, ImportProgress } from '#contract/importing'

/** How often progress is told: ms. Often enough to look alive, seldom enough that thousands of files stay cheap. */
const INTERVAL = 100

/** Gathers what became of files and tells it in batches, at most every 100 ms, and once at the end. */
export function reportProgress(tell: (progress: ImportProgress) => void): {
  readonly total: (total: number) => void
  readonly file: (file: ImportedFile) => void
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
    file: (file) => {
      done += 1
      files.push(file)
      if (Date.now() - lastTold >= INTERVAL) report(false, false)
    },
    finish: (cancelled) => report(true, cancelled),
  }
}
