import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

type Allowed = {
  /** Most bytes that the file, or all files of the folder, may have. */
  readonly most: number
  /** Why it holds nothing of a library. */
  readonly why: string
}

const EMPTY_TABLES = 'tables of the default session, which no page of ours uses: empty'

/**
 * What may stand in the profile folder after whole sessions. Chromium makes most of it for its default session; ours is in
 * memory (electron/shell/network.ts). A name that is not here, or one that has grown, fails the test: either keep it
 * from being written, or show what is in it and add it with that reason.
 */
export const PROFILE_ALLOWED: Readonly<Record<string, Allowed>> = {
  'settings.json': { most: 4096, why: 'our own: how the window looks, which vault was last used' },
  Preferences: { most: 1024, why: 'the spell checker is off, and no dictionary chosen' },
  'Code Cache': { most: 512, why: 'indexes of a cache that is empty' },
  Crashpad: { most: 64, why: 'a random number; no crash is ever reported' },
  DevToolsActivePort: { most: 128, why: 'only of an application that a test drives' },
  Dictionaries: { most: 0, why: 'empty' },
  'Local Storage': { most: 2048, why: 'a store of the default session, with an empty log' },
  'Network Persistent State': { most: 1024, why: 'of the default session: no host was ever reached' },
  'Shared Dictionary': { most: 65_536, why: EMPTY_TABLES },
  SharedStorage: { most: 65_536, why: EMPTY_TABLES },
  'SharedStorage-wal': { most: 0, why: 'empty' },
  'Trust Tokens': { most: 65_536, why: EMPTY_TABLES },
  'Trust Tokens-journal': { most: 0, why: 'empty' },
  blob_storage: { most: 0, why: 'empty folders' },
  SingletonCookie: { most: 0, why: 'a link: a number that tells a second start from the first' },
  SingletonLock: { most: 0, why: 'a link: the machine and the process that has the profile' },
  SingletonSocket: { most: 0, why: 'a link to the socket on which a second start announces itself' },
}

/** What stands in the profile and may not, each with its size in bytes. */
export function notAllowedIn(profile: string): string[] {
  return readdirSync(profile).flatMap((name) => {
    const bytes = bytesIn(join(profile, name))
    const allowed = Object.hasOwn(PROFILE_ALLOWED, name) ? PROFILE_ALLOWED[name] : undefined
    return allowed !== undefined && bytes <= allowed.most ? [] : [`${name}: ${bytes} bytes`]
  })
}

/** Links count for nothing: what they point to is looked at where it is. */
function bytesIn(path: string): number {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (facts?.isFile()) return facts.size
  if (!facts?.isDirectory()) return 0
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
}
