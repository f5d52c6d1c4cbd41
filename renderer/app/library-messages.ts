import type { Language } from '../client/locale'
import { type Catalogue, catalogueOf } from './messages'

const files = import.meta.glob<Catalogue>('../messages/*/*.json', { eager: true, import: 'default' })

/** Every message of the program. Loaded with the library, not with the lock screen. */
export const LIBRARY_MESSAGES: Readonly<Record<Language, Catalogue>> = {
  en: catalogueOf(files, 'en'),
  ko: catalogueOf(files, 'ko'),
}
