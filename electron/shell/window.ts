import { BrowserWindow, nativeTheme, type Session } from 'electron'
import type { Settings } from '#contract/settings'
import { APP_ORIGIN } from '../ipc/trusted-sender'
import type { SettingsFile } from './settings-file'

const DEFAULT_SIZE = { width: 1360, height: 880 }
/** Below this the panes no longer fit beside each other, even as drawers. */
const LEAST_SIZE = { minWidth: 720, minHeight: 520 }
/** The page's background before its first paint, so that no white flash is seen (tokens.css, --frame). */
const BACKGROUND = { light: '#efede8', dark: '#161615', sepia: '#e6dac0' } as const

/** Electron's security checklist, written out: what is a default today is a promise here (docs/technical/hardening.md). */
const LOCKED_DOWN = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableWebSQL: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // Nobody who sits down at an open library for a minute shall read it out through a console.
  devTools: false,
} as const

export type WindowOptions = {
  readonly session: Session
  readonly preload: string
  readonly settings: SettingsFile
}

/** The one window of the application, sandboxed, with its page loading. It shows itself once it has painted. */
export function createWindow({ session, preload, settings }: WindowOptions): BrowserWindow {
  const remembered = settings.read()
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...(remembered.window ?? {}),
    ...LEAST_SIZE,
    show: false,
    title: 'Colophon',
    backgroundColor: BACKGROUND[themeOf(remembered.settings.theme)],
    webPreferences: {
      session,
      preload,
      ...LOCKED_DOWN,
    },
  })
  protectContent(window, remembered.settings)
  if (remembered.window?.maximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () => rememberSize(window, settings))
  void window.loadURL(`${APP_ORIGIN}/index.html`)
  return window
}

/**
 * Keeps the window out of screenshots and recordings on macOS and Windows, whose own services may take some and keep
 * them outside the vault. Elsewhere there is no such thing and this does nothing.
 */
export function protectContent(window: BrowserWindow, { allowScreenshots }: Settings): void {
  window.setContentProtection(!allowScreenshots)
}

function themeOf(theme: 'system' | 'light' | 'dark' | 'sepia'): keyof typeof BACKGROUND {
  if (theme !== 'system') return theme
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
}

function rememberSize(window: BrowserWindow, settings: SettingsFile): void {
  const { width, height } = window.getNormalBounds()
  settings.change({ window: { width, height, maximized: window.isMaximized() } })
}
