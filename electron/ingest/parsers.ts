import { availableParallelism } from 'node:os'
import { createParser, type Parser, type ParserOptions } from './client'

/** Parsing takes some four fifths of an import: a third process would only wait for the one library that stores. */
const MOST = 2

/**
 * As many parsers as the machine has cores for, as one: files are handed to them in turn, each to the process that the file before
 * it did not go to, and are answered in any order. A process is started when a file first comes to it.
 */
export function createParsers(
  options: ParserOptions,
  count: number = Math.min(MOST, availableParallelism()),
): Parser {
  const parsers = Array.from({ length: count }, () => createParser(options))
  let turn = 0
  return {
    parse: (input, signal) => {
      const parser = parsers[turn % count] as Parser
      turn += 1
      return parser.parse(input, signal)
    },
    close: () => {
      for (const parser of parsers) parser.close()
    },
  }
}
