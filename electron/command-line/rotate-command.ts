import { resolve } from 'node:path'
import { reencryptLibrary } from '../library/renewing-keys'
import { openVault } from '../vault/open-vault'
import type { OpenVault } from '../vault/opened-vault'
import { newRecoveryCode } from '../vault/recovery-code'
import type { Command } from './command'
import { type Console, EXIT, type ExitCode, fail } from './console'
import { askPassphrase } from './passphrase'

const CODE_ENDS = 'Its recovery code no longer opens it.'
const WRITE_DOWN = 'Its new recovery code. Write it on paper; it is not shown again:'

/**
 * `rotate VAULT`: every key anew and the database with them; Ctrl+C while it copies leaves the library as it was. With
 * `--recovery` the library has a new recovery code after it, without it none.
 */
export const rotate: Command = {
  usage: 'rotate VAULT [--recovery]',
  least: 1,
  most: 1,
  options: { recovery: { type: 'boolean' } },
  run: async ({ positionals, flag, json }, console) => {
    const folder = resolve(positionals[0] ?? '')
    const passphrase = await askPassphrase('Passphrase: ')
    if (!passphrase.ok) return fail(console, passphrase.failure)
    const vault = await openVault({ folder, passphrase: passphrase.value })
    if (!vault.ok) return fail(console, vault.failure)
    const recoveryCode = flag('recovery') ? newRecoveryCode() : null
    const secrets = { passphrase: passphrase.value, recoveryCode }
    return rotateOpened(vault.value, secrets, json, console)
  },
}

async function rotateOpened(
  vault: OpenVault,
  secrets: { readonly passphrase: string; readonly recoveryCode: string | null },
  json: boolean,
  console: Console,
): Promise<ExitCode> {
  const { recoveryCode } = secrets
  const stop = new AbortController()
  const onInterrupt = () => stop.abort()
  process.on('SIGINT', onInterrupt)
  try {
    const rotated = await vault.rotate({
      ...secrets,
      reencrypt: (from, to) =>
        reencryptLibrary(from, to, { signal: stop.signal, onProgress: json ? silent : progressTo(console) }),
    })
    if (!rotated.ok) return fail(console, rotated.failure)
    rotated.value.close()
    console.out(json ? JSON.stringify({ rotated: true, recoveryCode }) : 'Every key is new.')
    if (!json) console.error(recoveryCode === null ? CODE_ENDS : WRITE_DOWN)
    if (!json && recoveryCode !== null) console.out(recoveryCode)
    return EXIT.done
  } finally {
    process.off('SIGINT', onInterrupt)
    vault.close()
  }
}

function silent(): void {
  // A script that asked for one JSON value gets no other line.
}

/** A line for every tenth of the way. */
function progressTo(console: Console): (done: number, total: number) => void {
  let told = 0
  return (done, total) => {
    const tenths = Math.floor((done * 10) / Math.max(1, total))
    if (tenths <= told) return
    told = tenths
    console.error(`${tenths * 10} %`)
  }
}
