import { dialog } from 'electron'
import type { ThroughMain } from '#contract/direct'
import type { exporting } from '#contract/exporting'
import type { importing } from '#contract/importing'
import { ok } from '#domain/result'
import type { Implementation } from '../../ipc/handle'
import type { Application } from '../application'

/** Importing and exporting as the window does it: main asks for files and folders, the library does the work. */
export function importRequests(application: Application): Implementation<typeof importing> {
  const { library } = application
  const importPaths = (paths: readonly string[]) =>
    library.request('importing:paths', { paths, locale: application.locale() })
  return {
    choose: async ({ kind }) => {
      const { filePaths } = await dialog.showOpenDialog(application.window(), {
        properties: kind === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
      })
      if (filePaths.length === 0) return ok(false)
      const started = await importPaths(filePaths)
      return started.ok ? ok(true) : started
    },
    paths: ({ paths }) => importPaths(paths),
    samples: () => importPaths([application.samplesFolder]),
    cancel: () => library.request('importing:cancel', null),
  }
}

export function exportRequests(
  application: Application,
): Implementation<ThroughMain<'exporting', typeof exporting>> {
  return {
    write: async (input) => {
      const { filePaths } = await dialog.showOpenDialog(application.window(), {
        properties: ['openDirectory', 'createDirectory'],
      })
      const folder = filePaths[0]
      if (folder === undefined) return ok(null)
      return application.library.request('exporting:write', {
        ...input,
        folder,
        locale: application.locale(),
      })
    },
  }
}
