import type { App, Session, WebContents } from 'electron'
import { isLocal } from './local-address'
import { takeNetwork } from './network'

/**
 * Closes off whatever page or session comes to be, ours and any other, before it can do anything (Electron's security
 * checklist; each item is asserted on the running application in e2e/hardening.spec.ts). Must run before `ready`.
 */
export function lockDown(app: App): void {
  app.enableSandbox()
  app.on('session-created', closeOffSession)
  app.on('web-contents-created', (_event, page) => closeOffPage(page))
}

/** No network, no files of the machine, no downloads; no page may ask for a camera, a location, a notification, a device or anything else. */
function closeOffSession(session: Session): void {
  takeNetwork(session)
  session.protocol.handle('file', () => new Response(null, { status: 403 }))
  session.setPermissionRequestHandler((_page, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/** No page may leave our own scheme, open another window or embed one (checklist, 12 to 14), or look for a peer. */
function closeOffPage(page: WebContents): void {
  page.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  page.setWindowOpenHandler(() => ({ action: 'deny' }))
  page.on('will-attach-webview', (event) => event.preventDefault())
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isLocal(event.url)) event.preventDefault()
  }
  page.on('will-navigate', stay)
  page.on('will-frame-navigate', stay)
  page.on('will-redirect', stay)
}
