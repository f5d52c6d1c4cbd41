import type { App, Session, WebContents } from 'electron'
import { isLocal } from './local-address'

/** No page may ask for a camera, a location, a notification or anything else: all requests and checks are denied. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/** No page may leave our own scheme, open another window or embed one (Electron's security checklist, 12 to 14). */
export function denyNavigation(app: App): void {
  app.on('web-contents-created', (_event, page: WebContents) => {
    page.setWindowOpenHandler(() => ({ action: 'deny' }))
    page.on('will-attach-webview', (event) => event.preventDefault())
    page.on('will-navigate', (event) => {
      if (!isLocal(event.url)) event.preventDefault()
    })
    page.on('will-redirect', (event) => {
      if (!isLocal(event.url)) event.preventDefault()
    })
  })
}
