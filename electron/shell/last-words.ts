/** How long a lock waits for the page to keep what is being typed: ms. */
const PATIENCE = 500

/** Lets the page keep what is being typed before it is ended. */
export type LastWords = {
  /** Asks by `ask`; resolves when the page has answered, or has had its time. */
  readonly hear: (ask: () => void) => Promise<void>
  /** The page's answer: all is kept. */
  readonly given: () => void
}

export function createLastWords(): LastWords {
  let answer: (() => void) | null = null
  return {
    hear: (ask) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, PATIENCE)
        answer = () => {
          clearTimeout(timer)
          resolve()
        }
        ask()
      }),
    given: () => answer?.(),
  }
}
