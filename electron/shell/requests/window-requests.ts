import { app } from 'electron'
import type { Settings, settings } from '#contract/settings'
import type { shell } from '#contract/shell'
import { failure } from '#domain/failure'
import { failed, ok } from '#domain/result'
import { sendEvent } from '../../ipc/events'
import type { Implementation } from '../../ipc/handle'
import type { Application } from '../application'
import { copyForAWhile } from '../clipboard'
import { openExternal } from '../open-external'
import { protectContent } from '../window'

/** The supported major of Electron that `builder.yml` ships; any other runtime is for development and tests only. */
const SHIPPED_MAJOR = 45

/** A request follows the key or click that asked for it within this time: ms. */
const ASKED_BY_PERSON = 2_000

export function settingsRequests(application: Application): Implementation<typeof settings> {
  return {
    read: async () => ok(application.settings.read().settings),
    change: async (part) => {
      const next = application.settings.changeSettings(part as Partial<Settings>)
      application.refreshMenu()
      protectContent(application.window(), next)
      sendEvent(application.page(), 'settings:changed', next)
      return ok(next)
    },
  }
}

export function shellRequests(application: Application): Implementation<typeof shell> {
  return {
    about: async () =>
      ok({
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        chromium: process.versions.chrome ?? '',
        developmentRuntime: Number.parseInt(process.versions.electron ?? '', 10) !== SHIPPED_MAJOR,
        systemLocale: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
        platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
      }),
    'open-external': async ({ url }) =>
      ok(await openExternal(application.window(), url, application.locale())),
    copy: async ({ text }) => {
      copyForAWhile(text)
      return ok(null)
    },
    paste: async () => {
      // A page that hostile content had taken over could otherwise read the clipboard whenever it liked.
      if (Date.now() - application.touched() > ASKED_BY_PERSON) return failed(failure('request-refused'))
      application.window().webContents.paste()
      return ok(null)
    },
    'ready-to-lock': async () => {
      application.readyToLock()
      return ok(null)
    },
  }
}
