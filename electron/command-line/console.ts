import type { Failure } from '#domain/failure'
import { sentence } from '#domain/failure-sentences'

/** Exit codes of the command line (ARCHITECTURE.md): done, failed with a sentence, used wrongly. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Where a command prints to. */
export type Console = {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
}

/** Prints to this process's streams; a reader that stopped reading (`| head`) ends us quietly. */
export function processConsole(): Console {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done)
    throw error
  })
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    error: (line) => void process.stderr.write(`${line}\n`),
  }
}

/** Tells an expected failure as a sentence, and that the command failed. */
export function fail(console: Console, failure: Failure): ExitCode {
  console.error(speak(failure))
  return EXIT.failed
}

/** The command line speaks English: scripts read the code, people the sentence. */
export function speak(failure: Failure): string {
  return sentence(failure.code, 'en', failure.detail)
}

/** Prints a value for a script (`--json`: one value, `--jsonl`: one a line) or, without either, for a person. */
export function print<T>(
  console: Console,
  style: { readonly json: boolean; readonly jsonl: boolean },
  values: readonly T[],
  forPerson: (value: T) => string,
): void {
  if (style.json) {
    console.out(JSON.stringify(values))
    return
  }
  for (const value of values) console.out(style.jsonl ? JSON.stringify(value) : forPerson(value))
}
