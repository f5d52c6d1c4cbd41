import { basename, resolve } from 'node:path'
import { createLibrary } from '../library/library'
import { changePassphrase } from '../vault/change-passphrase'
import { createVault } from '../vault/create-vault'
import type { Command } from './command'
import { EXIT, fail } from './console'
import { askPassphrase } from './passphrase'

const ENDING = '.colophon'
/** The variable from which scripts give the new passphrase of `passphrase VAULT`. */
const NEW_PASSPHRASE = 'COLOPHON_NEW_PASSPHRASE'

/** `create VAULT`: a new vault with an empty library in it. */
export const create: Command = {
  usage: 'create VAULT',
  least: 1,
  most: 1,
  options: {},
  run: async ({ positionals, json }, console) => {
    const folder = resolve(positionals[0] ?? '')
    const passphrase = await askPassphrase('Passphrase for the new library: ')
    if (!passphrase.ok) return fail(console, passphrase.failure)
    const name = basename(folder, ENDING)
    const vault = await createVault({ folder, name, passphrase: passphrase.value, fill: createLibrary })
    if (!vault.ok) return fail(console, vault.failure)
    vault.value.close()
    console.out(json ? JSON.stringify({ created: name }) : `Created the library ${name}.`)
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
