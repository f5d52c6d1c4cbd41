import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { type Settings, settingsSchema } from '#contract/settings'

const fileSchema = z.object({
  settings: settingsSchema.catch(() => settingsSchema.parse({})),
  /** The folder of the vault that was last used: that a vault exists is not a secret (SECURITY.md). */
  vaultFolder: z.string().nullable().catch(null),
  window: z
    .object({ width: z.int().min(640), height: z.int().min(480), maximized: z.boolean() })
    .nullable()
    .catch(null),
})
type Remembered = z.output<typeof fileSchema>

export type SettingsFile = {
  readonly read: () => Remembered
  readonly change: (part: Partial<Remembered>) => Remembered
  readonly changeSettings: (part: Partial<Settings>) => Settings
}

/**
 * What is remembered outside the vault: how the window looks and which vault was last used. Never content. A file
 * that cannot be read counts as empty; one that cannot be written is forgotten at quit.
 */
export function openSettingsFile(path: string): SettingsFile {
  let remembered = load(path)
  function change(part: Partial<Remembered>): Remembered {
    remembered = { ...remembered, ...part }
    save(path, remembered)
    return remembered
  }
  return {
    read: () => remembered,
    change,
    changeSettings: (part) => change({ settings: { ...remembered.settings, ...part } }).settings,
  }
}

function load(path: string): Remembered {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return { settings: settingsSchema.parse({}), vaultFolder: null, window: null }
  }
}

function save(path: string, remembered: Remembered): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.new`, JSON.stringify(remembered, null, 2), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  } catch {
    // A read-only profile must not keep a person from reading; the choice lasts until the window is closed.
  }
}
