import type { BackupProgress, BackupReport, ChosenBackup, RestoreReport } from '#contract/backups'
import type { Reanalysed } from '#contract/correcting'
import type { ExportFormat, ExportManifest, ExportPlan } from '#contract/exporting'
import type { RenewalProgress } from '#contract/keys'
import type { SalvageProgress, SalvageReport } from '#contract/salvaging'
import type { Secret } from '#contract/secrets'
import type { Unchanged, VerifyProgress, VerifyReport } from '#contract/verifying'
import type { FailureCode } from '#domain/failure'
import type { Result } from '#domain/result'
import type { PassphraseChange } from '../vault/change-passphrase'
import type { RecoveryChange } from '../vault/recovery'

type RestoreInput = { file: string; folder: string } & Secret
type ExportInput = { articleIds: readonly string[]; format: ExportFormat; locale: 'en' | 'ko' }

/**
 * What the main process and the library process say to each other. Most requests are the contract's own, passed on;
 * the ones below differ, because dialogs, folders and the window's language are main's
 * business.
 */
export type LibraryRequests = {
  'vault:create': {
    input: { folder: string; name: string; passphrase: string; recoveryCode: string | null }
    output: { name: string }
  }
  'vault:unlock': { input: { folder: string; passphrase: string }; output: { name: string } }
  'vault:draw-recovery-code': { input: null; output: string }
  'vault:check-recovery-code': { input: { folder: string; recoveryCode: string }; output: null }
  'vault:recover': {
    input: { folder: string; recoveryCode: string; newPassphrase: string }
    output: { name: string }
  }
  'keys:facts': { input: null; output: { hasRecoveryCode: boolean; generation: number } }
  'keys:change-passphrase': { input: PassphraseChange; output: null }
  'keys:replace-recovery-code': { input: RecoveryChange; output: null }
  'keys:renew': { input: RecoveryChange; output: null }
  'keys:cancel': { input: null; output: null }
  'vault:suggest-passphrase': { input: null; output: string }
  'vault:rate-passphrase': {
    input: { passphrase: string }
    output: { guessesLog10: number; enough: boolean }
  }
  /** Writes everything back and closes the database; the process is ended right after. */
  'vault:close': { input: null; output: null }
  'backups:make': { input: { file: string }; output: BackupReport }
  'backups:cancel': { input: null; output: null }
  'backups:look': { input: { file: string }; output: ChosenBackup }
  'backups:rehearse': { input: RestoreInput; output: RestoreReport }
  'backups:restore': { input: RestoreInput; output: RestoreReport }
  'verifying:check': { input: undefined; output: VerifyReport }
  'verifying:cancel': { input: undefined; output: null }
  'verifying:capture': { input: { captureId: string }; output: Unchanged }
  'salvaging:salvage': {
    input: { folder: string; target: string; passphrase: string }
    output: SalvageReport
  }
  'salvaging:cancel': { input: null; output: null }
  'salvaging:give-recovery-code': {
    input: { folder: string; passphrase: string; recoveryCode: string }
    output: null
  }
  'importing:paths': { input: { paths: readonly string[]; apart?: boolean | undefined }; output: null }
  'importing:text': { input: { form: 'html' | 'plain'; text: string }; output: null }
  'importing:cancel': { input: null; output: null }
  'importing:pause': { input: { paused: boolean }; output: null }
  'importing:retry': { input: undefined; output: null }
  'importing:unfinished': { input: undefined; output: { given: number } | null }
  'importing:resume': { input: undefined; output: null }
  'importing:forget': { input: undefined; output: null }
  'importing:write-report': { input: { file: string; locale: 'en' | 'ko' }; output: { name: string } }
  'correcting:reanalyse': { input: { captureId: string }; output: Reanalysed }
  'exporting:plan': { input: ExportInput; output: ExportPlan }
  'exporting:write': {
    input: ExportInput & { overwrite: boolean; folder: string }
    output: ExportManifest
  }
}

/** Main to library. */
export type ToLibrary =
  | { readonly kind: 'request'; readonly id: number; readonly channel: string; readonly input: unknown }
  /** Comes with a message port to the page. */
  | { readonly kind: 'page-port' }
  | { readonly kind: 'locale'; readonly locale: 'en' | 'ko' }
  /** Comes with a message port to a fresh parser process. */
  | { readonly kind: 'parser-port'; readonly parser: number }
  | { readonly kind: 'parser-exit'; readonly parser: number; readonly code: number }

/** Library to main. */
export type FromLibrary =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'backup-progress'; readonly progress: BackupProgress }
  | { readonly kind: 'verify-progress'; readonly progress: VerifyProgress }
  | { readonly kind: 'salvage-progress'; readonly progress: SalvageProgress }
  | { readonly kind: 'renewal-progress'; readonly progress: RenewalProgress }
  | { readonly kind: 'bug'; readonly channel: string; readonly code: FailureCode }
  | { readonly kind: 'spawn-parser'; readonly parser: number }
  | { readonly kind: 'kill-parser'; readonly parser: number }
