import type { App } from 'electron'
import { reportBug } from '../ipc/gate'
import type { Application } from './application'

/** A page that crashes again so soon will crash for ever: the application ends instead of trying on. ms. */
const TOO_SOON = 5_000

/**
 * What happens when something dies of a bug. The vault is locked, a fresh page comes, and nothing is told but where it
 * was: the words of an error, its stack and a core may hold what was being read. (The library process is looked after
 * by its host; Chromium's crash reporter is never started.)
 */
export function lockAfterCrash(app: App, application: Pick<Application, 'lock' | 'pageLost'>): void {
  let lastCrash = Number.NEGATIVE_INFINITY
  app.on('render-process-gone', (_event, _page, { reason }) => {
    if (reason === 'clean-exit') return
    reportBug('page', new Error(reason))
    const now = performance.now()
    if (now - lastCrash < TOO_SOON) return app.exit(1)
    lastCrash = now
    void application.pageLost()
  })
  const onBug = (error: unknown) => {
    reportBug('main', error)
    void application.lock()
  }
  process.on('uncaughtException', onBug)
  process.on('unhandledRejection', onBug)
}
