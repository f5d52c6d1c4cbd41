import { analyze, extract } from './analysis-commands'
import { backup, restore } from './backup-commands'
import type { Command } from './command'
import { annotate, exportArticles, importFiles, list, search, show } from './library-commands'
import { rotate } from './rotate-command'
import { salvageLibrary } from './salvage-command'
import { create, passphrase, recover, recovery } from './vault-commands'
import { verify } from './verify-commands'

/** The command line, as ARCHITECTURE.md promises it to scripts. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  create,
  passphrase,
  recovery,
  recover,
  rotate,
  verify,
  salvage: salvageLibrary,
  backup,
  restore,
  import: importFiles,
  list,
  show,
  search,
  annotate,
  export: exportArticles,
  extract,
  analyze,
}

export function help(): string {
  return [
    'Colophon without windows. The passphrase comes from COLOPHON_PASSPHRASE or from a prompt.',
    '',
    ...Object.values(COMMANDS).map((command) => `  ${command.usage}`),
    '',
    'Exit codes: 0 done, 1 failed (with a sentence), 2 used wrongly. --json prints one value, --jsonl one a line.',
  ].join('\n')
}
