import { basename, dirname } from 'node:path'
import type { salvaging } from '#contract/salvaging'
import { failure } from '#domain/failure'
import { failed, ok } from '#domain/result'
import type { Implementation } from '../../ipc/handle'
import { type Application, VAULT_ENDING } from '../application'
import { freeFolder } from '../free-folder'

/** Rescuing as the window does it: the new library lies beside the damaged one, and where is remembered here. */
export function salvageRequests(application: Application): Implementation<typeof salvaging> {
  const { library, settings } = application
  let rescued: string | null = null
  return {
    salvage: async ({ passphrase }) => {
      const folder = settings.read().vaultFolder
      if (folder === null) return failed(failure('vault-not-found'))
      const target = freeFolder(dirname(folder), basename(folder, VAULT_ENDING))
      const done = await library.request('salvaging:salvage', { folder, target, passphrase })
      if (done.ok) rescued = target
      return done
    },
    cancel: () => library.request('salvaging:cancel', null),
    'give-recovery-code': async (secrets) =>
      rescued === null
        ? failed(failure('request-refused'))
        : library.request('salvaging:give-recovery-code', { folder: rescued, ...secrets }),
    'open-rescued': async () => {
      if (rescued === null) return failed(failure('request-refused'))
      settings.change({ vaultFolder: rescued })
      // Answered first: the page that asked ends with the lock.
      if (application.isUnlocked()) setImmediate(() => void application.lock())
      return ok(application.status())
    },
  }
}
