import type { Settings } from '#contract/settings'

export const LANGUAGES = ['en', 'ko'] as const
export type Language = (typeof LANGUAGES)[number]

/** The catalogue to use: the chosen one, or the system's language when we have it, or English. */
export function resolveLocale(chosen: Settings['locale'], systemLocale: string): Language {
  if (chosen !== 'system') return chosen
  const wanted = systemLocale.toLowerCase().split(/[-_]/)[0]
  return LANGUAGES.find((language) => language === wanted) ?? 'en'
}

/** The language with the system's region, when that is of the same language: dates and numbers follow it. */
export function regionalLocale(language: Language, systemLocale: string): string {
  return resolveLocale('system', systemLocale) === language && systemLocale.startsWith(language)
    ? systemLocale.replace('_', '-')
    : language
}
