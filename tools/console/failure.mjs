import { constants } from 'node:os'

/**
 * A failure that a person can mend. It carries what went wrong and what to do about it, so that
 * no tool ends in a bare stack trace for something that is not a bug of ours.
 */
export class SetupFailure extends Error {
  /**
   * @param {string} what one sentence: what went wrong
   * @param {string} remedy one sentence: what to do now
   */
  constructor(what, remedy) {
    super(what)
    this.name = 'SetupFailure'
    this.remedy = remedy
  }
}

/**
 * Ends a tool: a `SetupFailure` is told in two lines, anything else is a bug and keeps its stack.
 *
 * @param {unknown} error
 * @returns {void}
 */
export function tellFailure(error) {
  process.exitCode = 1
  if (error instanceof SetupFailure) {
    console.error(`\n${error.message}\nWhat to do: ${error.remedy}`)
    return
  }
  console.error(error)
}

/** Ways to be asked to end. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** What a shell adds to a signal's number to make an exit code. */
const SIGNAL_EXIT = 128

/**
 * Runs a tool's `main` and turns what it throws into an exit code. A signal ends it by `process.exit`, so that
 * virtual displays and temporary folders are cleared away as at any other end.
 *
 * @param {() => Promise<void>} main
 * @returns {Promise<void>}
 */
export async function runTool(main) {
  const undo = SIGNALS.map((signal) => {
    const end = () => process.exit(SIGNAL_EXIT + constants.signals[signal])
    process.once(signal, end)
    return () => process.removeListener(signal, end)
  })
  try {
    await main()
  } catch (error) {
    tellFailure(error)
  } finally {
    for (const each of undo) each()
  }
}
