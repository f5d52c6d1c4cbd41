import type { Settings } from '#contract/settings'

/** The language of the window: as chosen, or the system's when we speak it, or English. */
export function localeOf(settings: Settings, systemLocale: string): 'en' | 'ko' {
  if (settings.locale !== 'system') return settings.locale
  return systemLocale.toLowerCase().startsWith('ko') ? 'ko' : 'en'
}
