import { basename, join } from 'node:path'
import { app, type BrowserWindow, type Session, type WebContents } from 'electron'
import type { BackupProgress } from '#contract/backups'
import type { RenewalProgress } from '#contract/keys'
import type { SalvageProgress } from '#contract/salvaging'
import type { ShellCommand } from '#contract/shell'
import type { VaultStatus } from '#contract/vault'
import type { VerifyProgress } from '#contract/verifying'
import { reportBug } from '../ipc/gate'
import { clearAtLock } from './clipboard'
import { createLastWords } from './last-words'
import { createLibraryHost, type LibraryHost } from './library-host'
import { localeOf } from './locale'
import { setMenu } from './menu'
import { MENU_WORDS } from './menu-words'
import { openSettingsFile, type SettingsFile } from './settings-file'
import { createWindow } from './window'

/** Ending of a vault's folder name: `NAME.colophon`. */
export const VAULT_ENDING = '.colophon'

/**
 * What the parts of the main process share: the window, the settings, the library process, and whether the vault is
 * open. No key, no content.
 */
export type Application = {
  readonly settings: SettingsFile
  readonly library: LibraryHost
  readonly window: () => BrowserWindow
  /** The page to send events to; null when there is no window. */
  readonly page: () => WebContents | null
  readonly locale: () => 'en' | 'ko'
  readonly isUnlocked: () => boolean
  readonly status: () => VaultStatus
  readonly open: () => void
  /** Called when the vault has just been opened. */
  readonly unlocked: () => void
  /** Ends the library process and the page, and shows the lock screen. */
  readonly lock: () => Promise<void>
  /** The page has kept what was being typed: the lock need not wait for it any longer. */
  readonly readyToLock: () => void
  /** When the window last had input from a person: ms since the epoch. */
  readonly touched: () => number
  /** Called when the page has crashed. */
  readonly pageLost: () => Promise<void>
  readonly refreshMenu: () => void
  /** The folder in which new vaults are made. */
  readonly vaultsFolder: string
  readonly samplesFolder: string
}

type ApplicationOptions = {
  readonly session: Session
  readonly preload: string
  readonly libraryEntry: string
  readonly parserEntry: string
  readonly samplesFolder: string
  readonly onBackupProgress: (progress: BackupProgress) => void
  readonly onVerifyProgress: (progress: VerifyProgress) => void
  readonly onSalvageProgress: (progress: SalvageProgress) => void
  readonly onRenewalProgress: (progress: RenewalProgress) => void
  readonly onStatus: (status: VaultStatus) => void
  readonly onCommand: (command: ShellCommand) => void
  /** The page is about to end: it may keep what is being typed, and answers by `readyToLock`. */
  readonly onLocking: () => void
}

export function createApplication(options: ApplicationOptions): Application {
  const settings = openSettingsFile(join(app.getPath('userData'), 'settings.json'))
  const vaultsFolder = process.env.COLOPHON_VAULT_DIR ?? app.getPath('documents')
  let unlocked = false
  let window: BrowserWindow | null = null
  let locking = false
  let touched = Date.now()
  const lastWords = createLastWords()

  const library = createLibraryHost({
    libraryEntry: options.libraryEntry,
    parserEntry: options.parserEntry,
    onBackupProgress: options.onBackupProgress,
    onVerifyProgress: options.onVerifyProgress,
    onSalvageProgress: options.onSalvageProgress,
    onRenewalProgress: options.onRenewalProgress,
    locale: () => locale(),
    onLost: () => void lock(),
    onBug: (channel, code) => reportBug(channel, new Error(code)),
  })
  const locale = () => localeOf(settings.read().settings, app.getLocale())
  const refreshMenu = () => {
    library.tellLocale()
    setMenu(MENU_WORDS[locale()], unlocked, (command) => {
      touched = Date.now()
      if (command === 'lock') void lock()
      else options.onCommand(command)
    })
  }

  function open(): void {
    refreshMenu()
    window = createWindow({ session: options.session, preload: options.preload, settings })
    window.webContents.on('input-event', () => {
      touched = Date.now()
    })
    window.on('close', quitLocked)
  }

  /** To lock is to end the library process and the page: what they held goes with them (ARCHITECTURE.md). */
  async function lock(): Promise<void> {
    if (!unlocked || locking) return
    locking = true
    await close()
    open()
    locking = false
  }

  /** Hides the window at once, lets the page keep what is being typed, then ends it and the library process. */
  async function close(): Promise<void> {
    void clearAtLock()
    window?.hide()
    if (library.isRunning()) await lastWords.hear(options.onLocking)
    unlocked = false
    window?.destroy()
    await library.end()
  }

  /** The page crashed, and what it held is gone with it: the vault is locked, and another page is begun. */
  async function pageLost(): Promise<void> {
    if (unlocked) return lock()
    if (locking) return
    locking = true
    window?.destroy()
    open()
    locking = false
  }

  /**
   * Locks, then quits. For the quitting itself and for the last window, which may find the vault open that was still
   * being unlocked when the quitting began.
   */
  function quitLocked(event: { readonly preventDefault: () => void }): void {
    if (!unlocked && !locking) return
    event.preventDefault()
    if (locking) return
    locking = true
    void close().then(() => app.exit())
  }

  function status(): VaultStatus {
    const folder = settings.read().vaultFolder
    if (folder === null) return { state: 'none', suggestedFolder: vaultsFolder }
    return { state: unlocked ? 'unlocked' : 'locked', name: basename(folder, VAULT_ENDING) }
  }

  app.on('window-all-closed', () => {
    if (!locking) app.quit()
  })
  app.on('before-quit', quitLocked)
  app.on('second-instance', () => {
    window?.restore()
    window?.focus()
  })

  return {
    settings,
    library,
    window: () => {
      if (window === null) throw new Error('no window yet')
      return window
    },
    page: () => (window === null || window.isDestroyed() ? null : window.webContents),
    locale,
    isUnlocked: () => unlocked,
    status,
    open,
    unlocked: () => {
      unlocked = true
      refreshMenu()
      options.onStatus(status())
    },
    lock,
    pageLost,
    readyToLock: lastWords.given,
    touched: () => touched,
    refreshMenu,
    vaultsFolder,
    samplesFolder: options.samplesFolder,
  }
}
