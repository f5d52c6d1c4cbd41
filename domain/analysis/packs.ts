import { ENGLISH } from './english/pack'
import { KOREAN } from './korean/pack'
import type { Pack } from './pack'

const PACKS: readonly Pack[] = [ENGLISH, KOREAN]

/** The pack of a language (BCP 47), or null: then only structure is read. */
export function packFor(language: string | null): Pack | null {
  const primary = language?.toLowerCase().split(/[-_]/)[0]
  return PACKS.find((pack) => pack.language === primary) ?? null
}

/** Whether a name is that of a wire service, in any language that we know. */
export function isAgency(name: string): boolean {
  return PACKS.some((pack) => pack.agencies.test(name))
}
