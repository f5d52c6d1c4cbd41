import type { articles } from './articles'
import type { BackupProgress, backups } from './backups'
import type { captures } from './captures'
import type { correcting } from './correcting'
import type { Answer, InputOf, OutputOf } from './define'
import type { exporting } from './exporting'
import type { ImportProgress, importing } from './importing'
import type { journal } from './journal'
import type { keys, RenewalProgress } from './keys'
import type { notes } from './notes'
import type { SalvageProgress, salvaging } from './salvaging'
import type { searching } from './searching'
import type { Settings, settings } from './settings'
import type { ShellCommand, shell } from './shell'
import type { VaultStatus, vault } from './vault'
import type { VerifyProgress, verifying } from './verifying'

/** Every capability by name. The window's `window.colophon` has exactly these, and the events below. */
export type Contract = {
  articles: typeof articles
  backups: typeof backups
  captures: typeof captures
  correcting: typeof correcting
  exporting: typeof exporting
  importing: typeof importing
  journal: typeof journal
  keys: typeof keys
  notes: typeof notes
  salvaging: typeof salvaging
  searching: typeof searching
  settings: typeof settings
  shell: typeof shell
  vault: typeof vault
  verifying: typeof verifying
}
export type CapabilityName = keyof Contract

/** The method names once more as plain data, so that the preload script carries no schema library. */
export const METHODS = {
  articles: ['list', 'open', 'picture', 'explain', 'remove'],
  backups: ['state', 'make', 'cancel', 'choose', 'rehearse', 'restore', 'open-restored'],
  captures: ['split', 'join'],
  correcting: ['list', 'add', 'remove', 'restore', 'reanalyse'],
  exporting: ['plan', 'write'],
  importing: [
    'choose',
    'paths',
    'samples',
    'text',
    'cancel',
    'pause',
    'retry',
    'unfinished',
    'resume',
    'forget',
    'save-report',
  ],
  journal: ['list'],
  keys: ['facts', 'change-passphrase', 'replace-recovery-code', 'renew', 'cancel'],
  notes: ['add', 'change', 'remove', 'tags'],
  salvaging: ['salvage', 'cancel', 'give-recovery-code', 'open-rescued'],
  searching: ['search'],
  settings: ['read', 'change'],
  shell: ['about', 'open-external', 'copy', 'paste', 'ready-to-lock'],
  vault: [
    'status',
    'suggest-passphrase',
    'rate-passphrase',
    'create',
    'unlock',
    'draw-recovery-code',
    'check-recovery-code',
    'recover',
    'lock',
    'choose',
    'leave',
  ],
  verifying: ['check', 'cancel', 'capture'],
} as const satisfies { [C in CapabilityName]: readonly (keyof Contract[C])[] }

type None<Unlisted extends never> = Unlisted
/** Does not compile while a method of the contract is missing above: the page could not reach it. */
export type UnlistedMethod = None<
  { [C in CapabilityName]: Exclude<keyof Contract[C], (typeof METHODS)[C][number]> }[CapabilityName]
>

/** What the main process tells the page unasked. */
export type Events = {
  'backups:progress': BackupProgress
  'importing:progress': ImportProgress
  'salvaging:progress': SalvageProgress
  'keys:progress': RenewalProgress
  'settings:changed': Settings
  'shell:command': ShellCommand
  'vault:changed': VaultStatus
  'verifying:progress': VerifyProgress
  /** The page is about to end; it keeps what is being typed and answers `shell:ready-to-lock`. */
  'vault:locking': null
}
export const EVENTS = [
  'backups:progress',
  'importing:progress',
  'salvaging:progress',
  'keys:progress',
  'settings:changed',
  'shell:command',
  'vault:changed',
  'verifying:progress',
  'vault:locking',
] as const satisfies readonly (keyof Events)[]

/** `window.colophon`, as the page sees it. */
export type Surface = {
  readonly [C in CapabilityName]: {
    readonly [M in keyof Contract[C]]: (
      ...args: Contract[C][M] extends import('./define').Method
        ? undefined extends InputOf<Contract[C][M]>
          ? []
          : [input: InputOf<Contract[C][M]>]
        : never
    ) => Contract[C][M] extends import('./define').Method ? Promise<Answer<OutputOf<Contract[C][M]>>> : never
  }
} & {
  /** Calls `listener` on each event until the returned undo is called. */
  readonly subscribe: <E extends keyof Events>(event: E, listener: (payload: Events[E]) => void) => () => void
  /** The path of a dropped file; empty when it is not a file of this machine. */
  readonly pathOf: (file: unknown) => string
}
