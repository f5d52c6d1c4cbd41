import { type CapabilityName, METHODS } from './surface'

/**
 * What the page asks of the library itself, over a port of its own. Main opens that port and sees nothing of what goes over
 * it: what passes through a process stays in its memory for a while, and main goes on running when the vault is locked.
 *
 * Everything with words of the library in it belongs here; what needs main (a dialog, the vault's folder) does not.
 */
export const DIRECT = {
  articles: METHODS.articles,
  captures: METHODS.captures,
  correcting: METHODS.correcting,
  exporting: ['plan'],
  importing: ['text', 'cancel', 'pause', 'retry', 'unfinished', 'resume', 'forget'],
  journal: METHODS.journal,
  keys: METHODS.keys,
  notes: METHODS.notes,
  searching: METHODS.searching,
  vault: ['suggest-passphrase', 'rate-passphrase', 'draw-recovery-code'],
  verifying: METHODS.verifying,
} as const satisfies { readonly [C in CapabilityName]?: readonly (typeof METHODS)[C][number][] }

type Direct = typeof DIRECT
type DirectMethodOf<C extends CapabilityName> = C extends keyof Direct ? Direct[C][number] : never

/** The part of a capability that main serves. */
export type ThroughMain<C extends CapabilityName, All> = Omit<All, DirectMethodOf<C>>

/** Events that the library sends to the page itself. */
export const DIRECT_EVENTS = ['importing:progress'] as const

/**
 * Fields of requests to main that hold a secret. The page leaves the secret with the library and tells main only the claim
 * check for it, which the library takes back when main passes the request on.
 */
export const SECRET_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'backups:rehearse': ['passphrase', 'recoveryCode'],
  'backups:restore': ['passphrase', 'recoveryCode'],
  'salvaging:give-recovery-code': ['passphrase', 'recoveryCode'],
  'salvaging:salvage': ['passphrase'],
  'vault:check-recovery-code': ['recoveryCode'],
  'vault:create': ['passphrase', 'recoveryCode'],
  'vault:recover': ['recoveryCode', 'newPassphrase'],
  'vault:unlock': ['passphrase'],
}

/** Requests to main whose answer stays with the library: main gets a claim check, and the page fetches the answer itself. */
export const SECRET_ANSWERS: readonly string[] = ['exporting:write', 'salvaging:salvage']

export function isDirect(capability: string, method: string): boolean {
  const methods: Readonly<Record<string, readonly string[]>> = DIRECT
  return Object.hasOwn(methods, capability) && methods[capability]?.includes(method) === true
}

/** The methods of a capability that main serves. */
export function throughMain<C extends CapabilityName, All extends object>(
  name: C,
  capability: All,
): ThroughMain<C, All> {
  const own = Object.entries(capability).filter(([method]) => !isDirect(name, method))
  return Object.fromEntries(own) as ThroughMain<C, All>
}

/** Page to library, over the port. `port:hello`, `secrets:leave` and `secrets:fetch` are the port's own. */
export type PageRequest = { readonly id: number; readonly channel: string; readonly input: unknown }

/** Library to page, over the port. */
export type PortMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'event'; readonly event: string; readonly payload: unknown }
