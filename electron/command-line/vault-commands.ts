import { basename, resolve } from 'node:path'
import { createLibrary } from '../library/library'
import { changePassphrase } from '../vault/change-passphrase'
import { createVault } from '../vault/create-vault'
import { checkRecoveryCode, recoverVault, replaceRecoveryCode } from '../vault/recovery'
import { newRecoveryCode } from '../vault/recovery-code'
import type { Command } from './command'
import { type Console, EXIT, fail } from './console'
import { askPassphrase, askRecoveryCode } from './passphrase'

const ENDING = '.colophon'
/** The variable from which scripts give the new passphrase of `passphrase VAULT`. */
const NEW_PASSPHRASE = 'COLOPHON_NEW_PASSPHRASE'

const WRITE_DOWN =
  'Its recovery code, which opens it without the passphrase. Write it on paper; it is not shown again:'
const NO_CODE = 'It has no recovery code: a forgotten passphrase is the end of it. `recovery` gives it one.'

/** `create VAULT`: a new vault with an empty library in it. */
export const create: Command = {
  usage: 'create VAULT [--recovery]',
  least: 1,
  most: 1,
  options: { recovery: { type: 'boolean' } },
  run: async ({ positionals, flag, json }, console) => {
    const folder = resolve(positionals[0] ?? '')
    const recoveryCode = flag('recovery') ? newRecoveryCode() : null
    const passphrase = await askPassphrase('Passphrase for the new library: ')
    if (!passphrase.ok) return fail(console, passphrase.failure)
    const name = basename(folder, ENDING)
    const vault = await createVault({
      folder,
      name,
      passphrase: passphrase.value,
      recoveryCode,
      fill: createLibrary,
    })
    if (!vault.ok) return fail(console, vault.failure)
    vault.value.close()
    if (json) console.out(JSON.stringify({ created: name, recoveryCode }))
    else tellCode(console, `Created the library ${name}.`, recoveryCode)
    return EXIT.done
  },
}

/** `passphrase VAULT`: another passphrase for the same vault. */
export const passphrase: Command = {
  usage: 'passphrase VAULT',
  least: 1,
  most: 1,
  options: {},
  run: async ({ positionals, json }, console) => {
    const folder = resolve(positionals[0] ?? '')
    const current = await askPassphrase('Passphrase: ')
    if (!current.ok) return fail(console, current.failure)
    const next = await askPassphrase('New passphrase: ', NEW_PASSPHRASE)
    if (!next.ok) return fail(console, next.failure)
    const changed = await changePassphrase({ folder, passphrase: current.value, newPassphrase: next.value })
    if (!changed.ok) return fail(console, changed.failure)
    console.out(json ? JSON.stringify({ changed: true }) : 'The passphrase is changed.')
    return EXIT.done
  },
}

/** `recovery VAULT`: another recovery code, printed once. */
export const recovery: Command = {
  usage: 'recovery VAULT',
  least: 1,
  most: 1,
  options: {},
  run: async ({ positionals, json }, console) => {
    const folder = resolve(positionals[0] ?? '')
    const current = await askPassphrase('Passphrase: ')
    if (!current.ok) return fail(console, current.failure)
    const recoveryCode = newRecoveryCode()
    const changed = await replaceRecoveryCode({ folder, passphrase: current.value, recoveryCode })
    if (!changed.ok) return fail(console, changed.failure)
    if (json) console.out(JSON.stringify({ recoveryCode }))
    else tellCode(console, 'Any older recovery code stopped working.', recoveryCode)
    return EXIT.done
  },
}

/** `recover VAULT`: a new passphrase by the recovery code. */
export const recover: Command = {
  usage: 'recover VAULT',
  least: 1,
  most: 1,
  options: {},
  run: async ({ positionals, json }, console) => {
    const folder = resolve(positionals[0] ?? '')
    const code = await askRecoveryCode()
    if (!code.ok) return fail(console, code.failure)
    const checked = await checkRecoveryCode({ folder, recoveryCode: code.value })
    if (!checked.ok) return fail(console, checked.failure)
    const next = await askPassphrase('New passphrase: ', NEW_PASSPHRASE)
    if (!next.ok) return fail(console, next.failure)
    const secrets = { recoveryCode: code.value, newPassphrase: next.value }
    const recovered = await recoverVault({ folder, ...secrets })
    if (!recovered.ok) return fail(console, recovered.failure)
    console.out(json ? JSON.stringify({ recovered: true }) : 'The library has a new passphrase.')
    return EXIT.done
  },
}

/** The code on lines of its own, under what was done. */
function tellCode(console: Console, done: string, recoveryCode: string | null): void {
  console.out(done)
  console.error(recoveryCode === null ? NO_CODE : WRITE_DOWN)
  if (recoveryCode !== null) console.out(recoveryCode)
}
