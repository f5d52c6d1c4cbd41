import { type Command, parseGiven } from './command-line/command'
import { COMMANDS, help } from './command-line/commands'
import { EXIT, type ExitCode, processConsole } from './command-line/console'

/** The same library without windows: finds the command, checks how it is used, runs it. */
async function main(argv: readonly string[]): Promise<ExitCode> {
  const console = processConsole()
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help') {
    console.out(help())
    return name === undefined ? EXIT.usage : EXIT.done
  }
  const command: Command | undefined = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  const given = command === undefined ? null : parseGiven(command, rest)
  if (command === undefined || given === null) {
    console.error(
      command === undefined ? `There is no command ${name}.\n\n${help()}` : `Usage: ${command.usage}`,
    )
    return EXIT.usage
  }
  return command.run(given, console)
}

// What we write is for its owner's eyes: the database, its log, an export.
process.umask(0o077)
process.exitCode = await main(process.argv.slice(2))
