import type { Language } from '../client/locale'

/** A catalogue: ICU messages by id (`feature.name`). */
export type Catalogue = Readonly<Record<string, string>>

/**
 * What the lock screen and the first run say: part of the first chunk, so it stays small. The rest is merged in
 * `library-messages.ts`, which loads with the library.
 */
const files = import.meta.glob<Catalogue>(
  '../messages/*/{ui,first-run,lock-screen,passphrase,recovery,restore}.json',
  {
    eager: true,
    import: 'default',
  },
)

/** Merges the catalogues of one language out of files named `…/<language>/<feature>.json`. */
export function catalogueOf(all: Readonly<Record<string, Catalogue>>, language: Language): Catalogue {
  const own = Object.entries(all).filter(([path]) => path.includes(`/${language}/`))
  return Object.assign({}, ...own.map(([, messages]) => messages))
}

export const GATE_MESSAGES: Readonly<Record<Language, Catalogue>> = {
  en: catalogueOf(files, 'en'),
  ko: catalogueOf(files, 'ko'),
}
