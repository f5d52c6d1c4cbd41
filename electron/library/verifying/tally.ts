import { type Damage, MOST_NAMED, type VerifyProgress, type VerifyReport } from '#contract/verifying'

/** Keeps count while a library is checked, and tells of it at most ten times a second. */
export type Tally = {
  readonly begin: (step: VerifyProgress['step'], total: number) => void
  readonly captureDone: (bytes: number) => void
  /** Notes a damage; one whose count is 0 is none. */
  readonly damaged: (damage: Partial<Damage> & Pick<Damage, 'kind'>) => void
  readonly report: (
    rest: Omit<VerifyReport, 'whole' | 'bytes' | 'milliseconds' | 'damages' | 'damageCount'>,
  ) => VerifyReport
}

const INTERVAL = 100

export function createTally(pages: number, tell: ((progress: VerifyProgress) => void) | undefined): Tally {
  const started = performance.now()
  const damages: Damage[] = []
  let damageCount = 0
  let step: VerifyProgress['step'] = 'pages'
  let total = pages
  let done = 0
  let bytes = 0
  let captures = 0
  let capturesFrom = started
  let lastTold = 0

  function told(): void {
    const now = performance.now()
    if (tell === undefined || now - lastTold < INTERVAL) return
    lastTold = now
    const seconds = (now - capturesFrom) / 1000
    tell({
      step,
      done,
      total,
      rate: seconds === 0 ? 0 : Math.round(captures / seconds),
      damages: damageCount,
    })
  }

  return {
    begin: (next, of) => {
      step = next
      total = of
      done = step === 'database' ? of : 0
      if (step === 'captures') capturesFrom = performance.now()
      lastTold = 0
      told()
    },
    captureDone: (size) => {
      done += 1
      captures += 1
      bytes += size
      told()
    },
    damaged: ({ kind, articleId = null, captureId = null, noteId = null, title = null, count = 1 }) => {
      if (count === 0) return
      damageCount += 1
      if (damages.length < MOST_NAMED) damages.push({ kind, articleId, captureId, noteId, title, count })
      told()
    },
    report: (rest) => ({
      ...rest,
      whole: damageCount === 0,
      bytes,
      milliseconds: Math.round(performance.now() - started),
      damages,
      damageCount,
    }),
  }
}
