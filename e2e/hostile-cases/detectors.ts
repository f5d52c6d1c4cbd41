import type { Page } from '@playwright/test'
import type { Colophon } from '../fixtures'

/** What hostile content may bring about, each seen by a detector of its own. */
export const HARMS = [
  'script',
  'dialog',
  'request',
  'refused by the policy',
  'navigation',
  'window',
  'frame',
  'error',
  'program outside',
] as const
export type Harm = (typeof HARMS)[number]
export type Seen = { readonly harm: Harm; readonly what: string }

/** `take` tells what was seen since it was last asked. */
export type Watch = { readonly take: () => Promise<readonly Seen[]> }

const APP = 'colophon://app/'
/** What the page loads of its own: its parts, and pictures that it was handed as bytes. */
const OWN = /^(?:colophon:\/\/app\/(?:index\.html|assets\/[\w.-]+)$|blob:colophon:\/\/app\/)/

/** What Electron says of the page that `showUnprotected` shows. */
const NO_POLICY = /Electron Security Warning \(Insecure Content-Security-Policy\)/

/** Watches a page and the main process. */
export async function watchForHarm(colophon: Colophon, page: Page): Promise<Watch> {
  const seen: Seen[] = []
  const note = (harm: Harm) => (what: string) => seen.push({ harm, what })
  // Nothing of ours writes to the console of the page but React's own complaints, which are faults too.
  page.on('console', (message) => {
    const words = message.text()
    if (!NO_POLICY.test(words)) note(/hostile/.test(words) ? 'script' : 'error')(words)
  })
  page.on('pageerror', (error) => note('error')(error.message))
  page.on('crash', () => note('error')('the page crashed'))
  page.on('dialog', (dialog) => {
    note('dialog')(dialog.message())
    dialog.dismiss().catch(() => {
      // The page that opened it has gone meanwhile.
    })
  })
  page.on('request', (request) => {
    if (!OWN.test(request.url())) note('request')(request.url())
  })
  page.on('frameattached', (frame) => note('frame')(frame.url()))
  page.on('worker', (worker) => note('script')(worker.url()))
  page.on('download', (download) => note('request')(download.url()))
  page.on('popup', (popup) => note('window')(popup.url()))
  await watchPolicy(page)
  await watchMain(colophon)
  return {
    take: async () => {
      const refused = await page.evaluate(() =>
        (Reflect.get(window, 'refusedByPolicy') as string[]).splice(0),
      )
      refused.forEach(note('refused by the policy'))
      const inMain = await colophon.app.evaluate(() =>
        (Reflect.get(globalThis, 'seenHarm') as Seen[]).splice(0),
      )
      return [...seen.splice(0), ...inMain]
    },
  }
}

/** What the policy refused was tried: it stops at the last wall, and should have stopped at the first. */
async function watchPolicy(page: Page): Promise<void> {
  const watch = () => {
    const refused: string[] = []
    Reflect.set(window, 'refusedByPolicy', refused)
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(`${event.effectiveDirective} ${event.blockedURI}`),
    )
  }
  await page.addInitScript(watch)
  await page.evaluate(watch)
}

async function watchMain(colophon: Colophon): Promise<void> {
  await colophon.app.evaluate(({ app, dialog, shell, webContents }, own) => {
    const seen: Seen[] = []
    Reflect.set(globalThis, 'seenHarm', seen)
    for (const page of webContents.getAllWebContents()) {
      const moved = (event: { readonly url: string }) => seen.push({ harm: 'navigation', what: event.url })
      page.on('will-navigate', moved)
      page.on('will-frame-navigate', moved)
      page.on('did-start-navigation', (event) => {
        if (!event.isSameDocument && !event.url.startsWith(own)) moved(event)
      })
      page.on('render-process-gone', () => seen.push({ harm: 'error', what: 'the page is gone' }))
      page.setWindowOpenHandler(({ url }) => {
        seen.push({ harm: 'window', what: url })
        return { action: 'deny' }
      })
    }
    app.on('web-contents-created', () => seen.push({ harm: 'window', what: 'another page' }))
    process.on('uncaughtExceptionMonitor', (error) => seen.push({ harm: 'error', what: error.message }))
    process.on('unhandledRejection', (reason) => seen.push({ harm: 'error', what: String(reason) }))
    shell.openExternal = async (address) => void seen.push({ harm: 'program outside', what: address })
    shell.openPath = async (path) => {
      seen.push({ harm: 'program outside', what: path })
      return ''
    }
    dialog.showMessageBox = async () => {
      seen.push({ harm: 'dialog', what: 'a box of the system' })
      return { response: 0, checkboxChecked: false }
    }
    dialog.showErrorBox = (title) => void seen.push({ harm: 'dialog', what: title })
  }, APP)
}

/**
 * Shows `markup` in the window as a page without any policy, where everything in it lives: what the detectors see there is
 * what they would see of a hole. The window is of no use for anything else after this.
 */
export async function showUnprotected(colophon: Colophon, page: Page, markup: string): Promise<void> {
  await colophon.app.evaluate(({ BrowserWindow }, body) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session
    session?.protocol.unhandle('colophon')
    session?.protocol.handle('colophon', ({ url }) =>
      new URL(url).pathname === '/index.html'
        ? new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } })
        : new Response(null, { status: 404 }),
    )
  }, markup)
  await page.goto(`${APP}index.html`, { waitUntil: 'commit' }).catch(() => {
    // A page that leaves while it loads interrupts this.
  })
}
