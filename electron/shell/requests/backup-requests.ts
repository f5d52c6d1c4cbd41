import { basename, join } from 'node:path'
import { dialog } from 'electron'
import { BACKUP_ENDING, backups } from '#contract/backups'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { safeName } from '../../disk/safe-name'
import { forwardAll } from '../../ipc/forward'
import type { Implementation } from '../../ipc/handle'
import { type Application, VAULT_ENDING } from '../application'
import { freeFolder } from '../free-folder'

/**
 * Backing up and restoring as the window does it: main asks where, the library process does the work. Which backup was
 * chosen and where the restored library lies is remembered here; the page knows names only.
 */
export function backupRequests(application: Application): Implementation<typeof backups> {
  const { library, settings } = application
  let chosen: { readonly file: string; readonly name: string } | null = null
  let restored: string | null = null

  async function withChosen<T>(
    work: (place: { file: string; folder: string }) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (chosen === null) return failed(failure('request-refused'))
    return work({ file: chosen.file, folder: freeFolder(application.vaultsFolder, chosen.name) })
  }

  return {
    ...forwardAll('backups', { state: backups.state }, library),
    make: async () => {
      const status = application.status()
      const name = status.state === 'none' ? 'Library' : status.name
      const { filePath, canceled } = await dialog.showSaveDialog(application.window(), {
        defaultPath: join(application.vaultsFolder, `${safeName(name)}${BACKUP_ENDING}`),
        // An earlier backup is kept as an older generation, and nothing else is ever replaced: no question to ask.
        properties: ['createDirectory'],
        filters: [{ name: 'Colophon', extensions: [BACKUP_ENDING.slice(1)] }],
      })
      if (canceled || filePath === undefined || filePath === '') return ok(null)
      return library.request('backups:make', { file: filePath })
    },
    cancel: () => library.request('backups:cancel', null),
    choose: async () => {
      const { filePaths } = await dialog.showOpenDialog(application.window(), {
        properties: ['openFile'],
        filters: [{ name: 'Colophon', extensions: [BACKUP_ENDING.slice(1)] }],
      })
      const file = filePaths[0]
      if (file === undefined) return ok(null)
      const looked = await library.request('backups:look', { file })
      if (looked.ok) chosen = { file, name: looked.value.name }
      return looked
    },
    rehearse: (secret) => withChosen((place) => library.request('backups:rehearse', { ...place, ...secret })),
    restore: (secret) =>
      withChosen(async (place) => {
        const made = await library.request('backups:restore', { ...place, ...secret })
        if (!made.ok) return made
        restored = place.folder
        return ok({ ...made.value, name: basename(place.folder, VAULT_ENDING) })
      }),
    'open-restored': async () => {
      if (restored === null) return failed(failure('request-refused'))
      settings.change({ vaultFolder: restored })
      // Answered first: the page that asked ends with the lock.
      if (application.isUnlocked()) setImmediate(() => void application.lock())
      return ok(application.status())
    },
  }
}
