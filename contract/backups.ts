import { z } from 'zod'
import { method } from './define'
import { secret } from './secrets'
import { vaultStatus } from './vault'

/** By custom the ending of a backup's name. */
export const BACKUP_ENDING = '.colophon-backup'

export const BACKUP_STEPS = ['copying', 'checking', 'packing', 'reading-back', 'unpacking'] as const

/** How far a backup or a restoring has come: `done` of `total` originals (checking) or bytes (the other steps). */
export type BackupProgress = {
  readonly step: (typeof BACKUP_STEPS)[number]
  readonly done: number
  readonly total: number
}

const contents = { articles: z.int(), captures: z.int(), notes: z.int() }

/** A backup that was made and verified. */
export const backupReport = z.object({
  /** Base name. */
  file: z.string(),
  /** ISO 8601, UTC. */
  madeAt: z.string(),
  bytes: z.int(),
  /** Of the whole file: lower-case hex. */
  sha256: z.string(),
  ...contents,
  /** How many backups stand under this name now, this one among them. */
  generations: z.int(),
})
export type BackupReport = z.output<typeof backupReport>

/** What lies open in a backup, before any passphrase. */
export const chosenBackup = z.object({
  file: z.string(),
  name: z.string(),
  madeAt: z.string(),
  bytes: z.int(),
})
export type ChosenBackup = z.output<typeof chosenBackup>

/** What was, or in a rehearsal would be, restored; `name` is that of the library then, or of the new one in the window. */
export const restoreReport = z.object({ name: z.string(), madeAt: z.string(), ...contents })
export type RestoreReport = z.output<typeof restoreReport>

/** Backing the library up into one encrypted file, and putting one back. */
export const backups = {
  /** When the library was last backed up, and when it was made: ISO 8601, UTC. */
  state: method('unlocked', z.void(), z.object({ lastAt: z.string().nullable(), libraryMadeAt: z.string() })),
  /** Asks where, then writes and verifies; answers when it is done. Null when the person cancelled the question. */
  make: method('unlocked', z.void(), backupReport.nullable()),
  /** Ends what is under way: a backup, a rehearsal or a restoring. It leaves nothing behind. */
  cancel: method('always', z.void(), z.null()),
  /** Asks for a backup to restore. Null when the person cancelled. */
  choose: method('always', z.void(), chosenBackup.nullable()),
  /** Goes through all of restoring the chosen backup, and keeps nothing. The secret is that of the backup's time. */
  rehearse: method('always', secret, restoreReport),
  /** Makes a new library of the chosen backup, beside the others and never over one. */
  restore: method('always', secret, restoreReport),
  /** Locks the open library, if one is, and shows the lock of the one that was restored last. */
  'open-restored': method('always', z.void(), vaultStatus),
}
