import { expect, type Page } from '@playwright/test'
import { METHODS } from '#contract/surface'
import { type Colophon, test } from './fixtures'
import { LockScreen } from './pages/lock-screen'
import { openLibrary } from './pages/open-library'

/**
 * Electron's security checklist, asserted on the running application. The whole table, and which faults the checks
 * were seen to catch, stands in docs/technical/hardening.md.
 */

/** What the preferences of a page came to in the end: there, and left out of Electron's types. */
type WithPreferences = { getLastWebPreferences(): Readonly<Record<string, unknown>> }

/** What `getLastWebPreferences` says where the checklist has a say. (Node in workers: no worker starts at all, see below.) */
const EXPECTED_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
  webviewTag: false,
}

/** Asserts what main knows of every page that there is now. */
async function expectLockedDown(colophon: Colophon): Promise<void> {
  const pages = await colophon.app.evaluate(
    ({ webContents, session }, names) =>
      webContents.getAllWebContents().map((page) => {
        const preferences = (page as unknown as WithPreferences).getLastWebPreferences()
        page.openDevTools()
        return {
          url: page.getURL(),
          type: page.getType(),
          preferences: Object.fromEntries(names.map((name) => [name, preferences[name] ?? null])),
          webRtc: page.getWebRTCIPHandlingPolicy(),
          devTools: page.isDevToolsOpened(),
          ownSession: page.session !== session.defaultSession,
          onDisk: page.session.isPersistent(),
          spelling: page.session.isSpellCheckerEnabled(),
        }
      }),
    Object.keys(EXPECTED_PREFERENCES),
  )
  expect(pages).toHaveLength(1)
  for (const page of pages) {
    expect(page).toEqual({
      url: 'colophon://app/index.html',
      type: 'window',
      preferences: EXPECTED_PREFERENCES,
      webRtc: 'disable_non_proxied_udp',
      devTools: false,
      ownSession: true,
      onDisk: false,
      spelling: false,
    })
  }
}

/** Asserts what a page can reach: the contract, and nothing of Node or Electron. */
async function expectBareSurface(page: Page): Promise<void> {
  const surface = await page.evaluate(() => {
    const own = window.colophon as unknown as Record<string, Record<string, unknown>>
    const refused = (act: () => void) => {
      try {
        act()
        return false
      } catch {
        return true
      }
    }
    return {
      methods: Object.fromEntries(
        Object.entries(own)
          .filter(([, value]) => typeof value === 'object')
          .map(([name, value]) => [name, Object.keys(value).sort()]),
      ),
      functions: Object.entries(own)
        .filter(([, value]) => typeof value === 'function')
        .map(([name]) => name)
        .sort(),
      replaced:
        !refused(() => Object.assign(window, { colophon: {} })) && Object.keys(window.colophon).length === 0,
      foreign: [
        'require',
        'process',
        'module',
        'global',
        'Buffer',
        'electron',
        'ipcRenderer',
        '__dirname',
      ].filter((name) => name in window),
      unknownEvent: refused(() => window.colophon.subscribe('any:channel' as 'vault:changed', () => {})),
    }
  })
  expect(surface).toEqual({
    methods: Object.fromEntries(
      Object.entries(METHODS).map(([name, methods]) => [name, [...methods].sort()]),
    ),
    functions: ['pathOf', 'subscribe'],
    replaced: false,
    foreign: [],
    unknownEvent: true,
  })
}

test('every page is locked down, at the first start, in the library, and again after a lock', async ({
  colophon,
}) => {
  await expectLockedDown(colophon)
  await expectBareSurface(await colophon.screen('first-run'))
  const { room, passphrase } = await openLibrary(colophon)
  await expectLockedDown(colophon)
  await expectBareSurface(room.page)
  await colophon.chooseMenu('Lock')
  const locked = await colophon.screen('locked')
  await expectLockedDown(colophon)
  await expectBareSurface(locked)
  await new LockScreen(locked).unlock(passphrase)
  await expectBareSurface(await colophon.screen('library'))
  await expectLockedDown(colophon)

  const menu = await colophon.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(
      (top) => top.submenu?.items.map((item) => item.role ?? '') ?? [],
    ),
  )
  expect(menu.filter((role) => /devtools|reload/i.test(role))).toEqual([])
})
