import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dialog } from 'electron'
import type { ThroughMain } from '#contract/direct'
import type { vault } from '#contract/vault'
import { failure } from '#domain/failure'
import { failed, ok } from '#domain/result'
import { safeName } from '../../disk/safe-name'
import type { Implementation } from '../../ipc/handle'
import { type Application, VAULT_ENDING } from '../application'

/** Creating, opening, locking and choosing the vault. Main passes on claim checks for secrets (contract/direct.ts). */
export function vaultRequests(application: Application): Implementation<ThroughMain<'vault', typeof vault>> {
  const { library, settings } = application
  return {
    status: async () => ok(application.status()),
    create: async ({ name, passphrase, recoveryCode, withSamples }) => {
      const folder = join(application.vaultsFolder, `${safeName(name) || 'Library'}${VAULT_ENDING}`)
      const created = await library.request('vault:create', { folder, name, passphrase, recoveryCode })
      if (!created.ok) return created
      settings.change({ vaultFolder: folder })
      if (withSamples) await library.request('importing:paths', { paths: [application.samplesFolder] })
      application.unlocked()
      return ok(application.status())
    },
    unlock: async ({ passphrase }) => {
      const folder = settings.read().vaultFolder
      if (folder === null) return failed(failure('vault-not-found'))
      const opened = await library.request('vault:unlock', { folder, passphrase })
      if (!opened.ok) return opened
      application.unlocked()
      return ok(application.status())
    },
    'check-recovery-code': async ({ recoveryCode }) => {
      const folder = settings.read().vaultFolder
      if (folder === null) return failed(failure('vault-not-found'))
      return library.request('vault:check-recovery-code', { folder, recoveryCode })
    },
    recover: async ({ recoveryCode, newPassphrase }) => {
      const folder = settings.read().vaultFolder
      if (folder === null) return failed(failure('vault-not-found'))
      const opened = await library.request('vault:recover', { folder, recoveryCode, newPassphrase })
      if (!opened.ok) return opened
      application.unlocked()
      return ok(application.status())
    },
    lock: async () => {
      // Answered first: the page that asked ends with the lock.
      setImmediate(() => void application.lock())
      return ok(application.status())
    },
    choose: async () => {
      const { filePaths } = await dialog.showOpenDialog(application.window(), {
        properties: ['openDirectory'],
        defaultPath: application.vaultsFolder,
      })
      const folder = filePaths[0]
      if (folder === undefined) return ok(null)
      if (!existsSync(join(folder, 'header.json')) && !existsSync(join(folder, 'header.spare.json')))
        return failed(failure('vault-not-a-vault'))
      if (application.isUnlocked()) await application.lock()
      settings.change({ vaultFolder: folder })
      return ok(application.status())
    },
    leave: async () => {
      if (application.isUnlocked()) await application.lock()
      settings.change({ vaultFolder: null })
      return ok(application.status())
    },
  }
}
