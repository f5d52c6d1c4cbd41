import { powerMonitor } from 'electron'
import type { Application } from './application'
import { createIdleWatch } from './idle-watch'

/** How often the wall clock is looked at: ms. Short enough for "within 2 s" after a wake-up. */
const TICK = 1000

/**
 * Locks at suspend, at screen lock, and when nobody has touched the machine for the chosen minutes by the wall clock: time
 * asleep counts, because a timer that stands still while the lid is closed would leave the vault open.
 */
export function lockWhenLeft(application: Pick<Application, 'lock' | 'settings' | 'touched'>): void {
  const lock = () => void application.lock()
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
  const away = createIdleWatch(Date.now())
  setInterval(() => {
    const limit = application.settings.read().settings.lockAfterMinutes
    const idle = powerMonitor.getSystemIdleTime() * 1000
    const alone = away({ now: Date.now(), idle, touched: application.touched() })
    if (limit !== null && alone >= limit * 60_000) lock()
  }, TICK)
}
