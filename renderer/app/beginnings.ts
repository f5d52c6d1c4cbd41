import type { SpokenFailure } from '#contract/define'
import type { Settings } from '#contract/settings'
import type { VaultStatus } from '#contract/vault'
import { client, settled } from '../client/client'
import type { Platform } from '../client/keys'
import { DEFAULT_SETTINGS } from '../client/settings'

/** What the first picture depends on. */
export type Beginnings = {
  readonly settings: Settings
  readonly platform: Platform
  readonly systemLocale: string
  readonly status: VaultStatus
  /** Set when the state of the vault could not be read: shown in its stead. */
  readonly failure: SpokenFailure | null
}

/** Asks for all of it at once. Settings fall back to the defaults; the vault's state does not. */
export async function readBeginnings(): Promise<Beginnings> {
  const [settings, about, status] = await Promise.all([
    settled(client.settings.read()),
    settled(client.shell.about()),
    settled(client.vault.status()),
  ])
  return {
    settings: settings.ok ? settings.value : DEFAULT_SETTINGS,
    platform: about.ok ? about.value.platform : 'linux',
    systemLocale: about.ok ? about.value.systemLocale : navigator.language,
    status: status.ok ? status.value : { state: 'none', suggestedFolder: '' },
    failure: status.ok ? null : status.failure,
  }
}
