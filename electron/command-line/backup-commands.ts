import type { RestoreReport } from '#contract/backups'
import { backUp } from '../library/backup/back-up'
import { rehearseRestore, restoreBackup } from '../library/backup/restore'
import type { Command } from './command'
import { type Console, EXIT, fail } from './console'
import { withLibrary } from './open-library'
import { askPassphrase, askRecoveryCode } from './passphrase'

/** `backup VAULT FILE`: one encrypted file, verified; the two before it are kept beside it as `.2` and `.3`. */
export const backup: Command = {
  usage: 'backup VAULT FILE [--json]',
  least: 2,
  most: 2,
  options: {},
  run: ({ positionals: [folder = '', file = ''], json }, console) =>
    withLibrary(folder, console, async (library, vault) => {
      const made = await backUp({ library, vault }, file, work())
      if (!made.ok) return fail(console, made.failure)
      if (json) console.out(JSON.stringify(made.value))
      else {
        const { articles, notes, bytes, sha256, generations } = made.value
        console.out(`Backed up and verified: ${articles} articles, ${notes} notes, ${bytes} bytes.`)
        console.out(`${sha256}  ${made.value.file}`)
        console.out(`Backups kept under this name: ${generations}.`)
      }
      return EXIT.done
    }),
}

/**
 * `restore FILE VAULT`: a new library of a backup, never over another one; with `--recovery` by the recovery code of the time when
 * it was made.
 */
export const restore: Command = {
  usage: 'restore FILE VAULT [--rehearse] [--recovery] [--json]',
  least: 2,
  most: 2,
  options: { rehearse: { type: 'boolean' }, recovery: { type: 'boolean' } },
  run: async ({ positionals: [file = '', folder = ''], flag, json }, console) => {
    const rehearse = flag('rehearse')
    const byCode = flag('recovery')
    const secret = byCode
      ? await askRecoveryCode()
      : await askPassphrase('Passphrase of the time when the backup was made: ')
    if (!secret.ok) return fail(console, secret.failure)
    const request = {
      file,
      folder,
      ...(byCode ? { recoveryCode: secret.value } : { passphrase: secret.value }),
    }
    const restored = await (rehearse ? rehearseRestore : restoreBackup)(request, work())
    if (!restored.ok) return fail(console, restored.failure)
    if (json) console.out(JSON.stringify({ ...restored.value, rehearsed: rehearse }))
    else if (rehearse) tellRehearsed(console, restored.value)
    else tell(console, restored.value, byCode)
    return EXIT.done
  },
}

function tell(console: Console, report: RestoreReport, byCode: boolean): void {
  console.out(`Restored ${report.name} as it was at ${report.madeAt}: ${amountOf(report)}.`)
  console.out(
    byCode
      ? 'It opens with the passphrase of that time; `recover` gives it another by its recovery code.'
      : 'It opens with the passphrase of that time.',
  )
}

function tellRehearsed(console: Console, report: RestoreReport): void {
  const { name, madeAt } = report
  console.out(
    `The backup of ${name}, made ${madeAt}, is whole: ${amountOf(report)} would be restored. Nothing was kept.`,
  )
}

function amountOf({ articles, captures, notes }: RestoreReport): string {
  return `${articles} articles in ${captures} captures with ${notes} notes`
}

/** Ctrl+C ends the work and leaves nothing behind. */
function work() {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  return { signal: stop.signal, onProgress: () => undefined }
}
