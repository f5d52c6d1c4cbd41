import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Console, ExitCode } from './console'

type Options = NonNullable<ParseArgsConfig['options']>
/** What a command was given: its options by name, and the rest in order. */
export type Given = {
  readonly positionals: readonly string[]
  readonly flag: (name: string) => boolean
  readonly value: (name: string) => string | undefined
  readonly json: boolean
  readonly jsonl: boolean
}

/** One command of the command line. `least` is how many positional arguments it needs. */
export type Command = {
  readonly usage: string
  readonly least: number
  /** Null when there may be any number. */
  readonly most: number | null
  readonly options: Options
  readonly run: (given: Given, console: Console) => Promise<ExitCode>
}

const COMMON: Options = { json: { type: 'boolean' }, jsonl: { type: 'boolean' } }

/** The arguments as the command wants them, or null when they do not fit its usage. */
export function parseGiven(command: Command, argv: readonly string[]): Given | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...COMMON, ...command.options },
      allowPositionals: true,
      strict: true,
    })
    const tooMany = command.most !== null && positionals.length > command.most
    if (positionals.length < command.least || tooMany) return null
    const value = (name: string) => {
      const found = values[name]
      return typeof found === 'string' ? found : undefined
    }
    const flag = (name: string) => values[name] === true
    return { positionals, flag, value, json: flag('json'), jsonl: flag('jsonl') }
  } catch {
    return null
  }
}
