import { expect } from '@playwright/test'
import { isDirect } from '#contract/direct'
import { METHODS } from '#contract/surface'
import { test } from './fixtures'
import { openLibrary } from './pages/open-library'

/** Who may call what: Electron's security checklist, 17, on every channel of the running application. */

const CHANNELS = Object.entries(METHODS).flatMap(([name, methods]) =>
  methods.map((method) => `${name}:${method}`),
)

/** The others go over the page's own port to the library. */
const THROUGH_MAIN = CHANNELS.filter((channel) => {
  const [capability = '', method = ''] = channel.split(':')
  return !isDirect(capability, method)
})

test('every channel refuses strangers, nonsense, and what must wait for the vault', async ({ colophon }) => {
  const page = await colophon.screen('first-run')
  const registered = await colophon.app.evaluate(({ ipcMain }) => ({
    invoked: [...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys()],
    listened: ipcMain.eventNames().map(String),
  }))
  expect(registered.invoked.sort()).toEqual([...THROUGH_MAIN].sort())
  // Electron's own, and the one on which a page asks for its port; nothing else of ours listens outside of the contract.
  expect(registered.listened.sort()).toEqual(['error', 'library-port'])

  /** Calls every channel through `window.colophon` of a frame and tells how each was answered. */
  const askAll = (input: unknown) =>
    page.evaluate(async (given) => {
      const surface = window.colophon as unknown as Record<
        string,
        Record<string, (input: unknown) => Promise<unknown>>
      >
      const answers: [string, string][] = []
      for (const [name, methods] of Object.entries(surface))
        for (const [method, call] of Object.entries(methods)) {
          const answer = (await call(given)) as { ok: boolean; failure?: { code: string } }
          answers.push([`${name}:${method}`, answer.failure?.code ?? 'answered'])
        }
      return answers
    }, input)
  const nonsense = await askAll(4711)
  expect(nonsense.map(([channel]) => channel).sort()).toEqual([...CHANNELS].sort())
  for (const [channel, code] of nonsense) expect(['request-refused', 'vault-locked'], channel).toContain(code)
  const { room } = await openLibrary(colophon)
  expect(room.page).toBe(page)
  for (const [channel, code] of await askAll(4711)) expect(code, channel).toBe('request-refused')

  // The same from pages that are not ours: another address with our preload script, and a frame inside our own address.
  const strangers = await colophon.app.evaluate(async ({ app, BrowserWindow, session }, channels) => {
    const ask = `(async () => {
      const answers = []
      for (const channel of ${JSON.stringify(channels)}) {
        const [capability, method] = channel.split(':')
        const answer = await window.colophon[capability][method](undefined)
        answers.push(channel + ' ' + (answer.failure?.code ?? 'answered'))
      }
      return answers
    })()`
    // A session of its own serves our address without our policy, which would let no frame in.
    const lax = session.fromPartition('lax')
    lax.webRequest.onBeforeRequest(null)
    lax.protocol.handle('colophon', ({ url }) => {
      const page = url.endsWith('/index.html')
        ? '<iframe src="colophon://app/frame.html"></iframe>'
        : '<p>frame'
      return new Response(page, { headers: { 'content-type': 'text/html' } })
    })
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: lax,
        preload: `${app.getAppPath()}/out/preload/preload.cjs`,
        nodeIntegrationInSubFrames: true,
      },
    })
    await window.loadURL('colophon://other/index.html')
    const elsewhere = await window.webContents.executeJavaScript(ask)
    await window.loadURL('colophon://app/index.html')
    const [main, frame] = window.webContents.mainFrame.framesInSubtree
    const answers = {
      elsewhere,
      frame: await frame?.executeJavaScript(ask),
      main: await main?.executeJavaScript('window.colophon.vault.status().then((answer) => answer.ok)'),
    }
    window.destroy()
    return answers
  }, CHANNELS)
  const refused = CHANNELS.map((channel) => `${channel} request-refused`)
  expect(strangers.elsewhere).toEqual(refused)
  expect(strangers.frame).toEqual(refused)
  // The frame around it is answered: what was refused was refused for where it came from.
  expect(strangers.main).toBe(true)
})
