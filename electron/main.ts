import { join } from 'node:path'
import { app } from 'electron'
import { backups } from '#contract/backups'
import { throughMain } from '#contract/direct'
import { exporting } from '#contract/exporting'
import { importing } from '#contract/importing'
import { salvaging } from '#contract/salvaging'
import { settings } from '#contract/settings'
import { shell } from '#contract/shell'
import { vault } from '#contract/vault'
import { sendEvent } from './ipc/events'
import { createGate } from './ipc/gate'
import { handle } from './ipc/handle'
import { handOutLibraryPorts } from './ipc/library-port'
import { registerAppScheme, serveApp } from './shell/app-protocol'
import { createApplication } from './shell/application'
import { lockWhenLeft } from './shell/auto-lock'
import { lockAfterCrash } from './shell/crashes'
import { exitOnHostileStart } from './shell/hostile-switches'
import { lockDown } from './shell/lockdown'
import { createSession, turnOffNetworkServices } from './shell/network'
import { backupRequests } from './shell/requests/backup-requests'
import { exportRequests, importRequests } from './shell/requests/file-requests'
import { salvageRequests } from './shell/requests/salvage-requests'
import { vaultRequests } from './shell/requests/vault-requests'
import { settingsRequests, shellRequests } from './shell/requests/window-requests'

/** The composition root: what the main process is, in the order in which it comes to be. */

const here = import.meta.dirname
exitOnHostileStart(app)
registerAppScheme()
turnOffNetworkServices(app)
lockDown(app)
if (!app.requestSingleInstanceLock()) app.exit(0)

// Not awaited here: Electron is not ready before this module has been evaluated.
void app.whenReady().then(start)

function start(): void {
  const session = createSession()
  serveApp(session, join(here, '..', 'renderer'))

  const application = createApplication({
    session,
    preload: join(here, '..', 'preload', 'preload.cjs'),
    libraryEntry: join(here, 'library-process.js'),
    parserEntry: join(here, 'parser-process.js'),
    samplesFolder: join(here, '..', '..', 'assets', 'sample-library'),
    onBackupProgress: (progress) => sendEvent(application.page(), 'backups:progress', progress),
    onVerifyProgress: (progress) => sendEvent(application.page(), 'verifying:progress', progress),
    onSalvageProgress: (progress) => sendEvent(application.page(), 'salvaging:progress', progress),
    onRenewalProgress: (progress) => sendEvent(application.page(), 'keys:progress', progress),
    onStatus: (status) => sendEvent(application.page(), 'vault:changed', status),
    onCommand: (command) => sendEvent(application.page(), 'shell:command', command),
    onLocking: () => sendEvent(application.page(), 'vault:locking', null),
  })

  const gate = createGate(application)
  handle('backups', backups, backupRequests(application), gate)
  handOutLibraryPorts(application.library.connect)
  handle('vault', throughMain('vault', vault), vaultRequests(application), gate)
  handle('importing', throughMain('importing', importing), importRequests(application), gate)
  handle('salvaging', salvaging, salvageRequests(application), gate)
  handle('exporting', throughMain('exporting', exporting), exportRequests(application), gate)
  handle('settings', settings, settingsRequests(application), gate)
  handle('shell', shell, shellRequests(application), gate)

  application.open()
  lockWhenLeft(application)
  lockAfterCrash(app, application)
}
