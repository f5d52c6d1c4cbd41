import { powerMonitor } from 'electron'
import type { Application } from './application'

/** How often the wall clock is looked at: ms. Short enough for "within 2 s" after a wake-up. */
const TICK = 1000

/**
 * Calls `lock` at suspend, at screen lock, and when nobody has touched the machine for `the chosen minutes` by the wall clock:
 * time asleep counts, because a timer that stands still while the lid is closed would leave the vault open.
 */
export function lockWhenLeft(application: Pick<Application, 'lock' | 'settings'>): void {
  const lock = () => void application.lock()
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
  let lastTick = Date.now()
  setInterval(() => {
    const now = Date.now()
    const limit = application.settings.read().settings.lockAfterMinutes
    const away = Math.max(powerMonitor.getSystemIdleTime() * 1000, now - lastTick - TICK)
    lastTick = now
    if (limit !== null && away >= limit * 60_000) lock()
  }, TICK)
}
