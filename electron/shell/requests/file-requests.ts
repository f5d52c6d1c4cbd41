import { dialog } from 'electron'
import type { ThroughMain } from '#contract/direct'
import type { exporting } from '#contract/exporting'
import type { importing } from '#contract/importing'
import { ok } from '#domain/result'
import type { Implementation } from '../../ipc/handle'
import type { Application } from '../application'

/** Importing and exporting as the window does it: main asks for files and folders, the library does the work. */
export function importRequests(
  application: Application,
): Implementation<ThroughMain<'importing', typeof importing>> {
  const { library } = application
  const importPaths = (paths: readonly string[], apart?: boolean) =>
    library.request('importing:paths', { paths, apart })
  return {
    choose: async ({ kind }) => {
      const { filePaths } = await dialog.showOpenDialog(application.window(), {
        properties: kind === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
      })
      if (filePaths.length === 0) return ok(false)
      const started = await importPaths(filePaths)
      return started.ok ? ok(true) : started
    },
    paths: ({ paths, apart }) => importPaths(paths, apart),
    samples: () => importPaths([application.samplesFolder]),
    'save-report': async () => {
      const { filePath, canceled } = await dialog.showSaveDialog(application.window(), {
        defaultPath: `import-${new Date().toISOString().slice(0, 10)}.csv`,
        properties: ['createDirectory', 'showOverwriteConfirmation'],
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      })
      if (canceled || filePath === undefined || filePath === '') return ok(null)
      return library.request('importing:write-report', { file: filePath, locale: application.locale() })
    },
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
