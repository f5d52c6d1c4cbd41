import { createContext, useContext } from 'react'
import type { Settings } from '#contract/settings'
import type { Platform } from './keys'

/** How the window looks, and where it runs. */
export type Surroundings = {
  readonly settings: Settings
  readonly change: (part: Partial<Settings>) => void
  readonly platform: Platform
}

/** What is true until the settings are read, which happens before anything is drawn. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  locale: 'system',
  textSize: 19,
  lineHeight: 1.6,
  columnWidth: 68,
  face: 'serif',
  justify: false,
  lockAfterMinutes: 5,
  backupReminder: 'monthly',
  coverWhenAway: false,
  allowScreenshots: false,
}

export const SurroundingsContext = createContext<Surroundings>({
  settings: DEFAULT_SETTINGS,
  change: () => {},
  platform: 'linux',
})

/** The reader's settings, a way to change them, and the platform (for writing keys). */
export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext)
}
