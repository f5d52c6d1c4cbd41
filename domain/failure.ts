/**
 * Every failure a person can be told of. The sentence for each, in English and Korean, stands in
 * `failure-sentences.ts`; a test holds the two lists together.
 */
export const FAILURE_CODES = [
  // vault
  'vault-not-found',
  'vault-not-a-vault',
  'vault-header-damaged',
  'vault-from-the-future',
  'vault-parameters-refused',
  'vault-exists',
  'vault-in-use',
  'vault-locked',
  'vault-damaged',
  'vault-changes-missing',
  'vault-not-writable',
  'wrong-passphrase',
  'passphrase-too-weak',
  'passphrase-missing',
  'wrong-recovery-code',
  'recovery-code-mistyped',
  'recovery-code-missing',
  'vault-without-recovery-code',
  // files
  'file-not-found',
  'file-unreadable',
  'file-vanished',
  'file-empty',
  'file-binary',
  'file-too-large',
  'file-undecodable',
  'file-damaged',
  'file-over-limits',
  'file-encrypted',
  'file-format-unsupported',
  'file-not-an-article',
  'file-only-pictures',
  'file-only-addresses',
  'entry-without-text',
  'folder-empty',
  // parser
  'parser-timed-out',
  'parser-out-of-memory',
  'parser-crashed',
  // library
  'article-not-found',
  'capture-not-found',
  'note-not-found',
  'correction-not-found',
  'text-reads-otherwise',
  'quote-not-found',
  'quote-ambiguous',
  'query-not-understood',
  'cancelled',
  // export
  'export-exists',
  'export-not-writable',
  'export-nothing-chosen',
  // backup
  'backup-exists',
  'backup-inside-library',
  'backup-not-writable',
  'backup-not-verified',
  'backup-not-a-backup',
  'backup-damaged',
  // anywhere
  'disk-full',
  'not-enough-memory',
  'not-in-this-version',
  'request-refused',
  'internal',
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

/**
 * An expected failure. `detail` holds what the sentence is about (a file's base name, a size in bytes, a limit):
 * never a path of the machine, SQL, a key or article text (ARCHITECTURE.md, Errors).
 */
export type Failure = {
  readonly code: FailureCode
  readonly detail?: Readonly<Record<string, string | number>>
}

export function failure(code: FailureCode, detail?: Failure['detail']): Failure {
  return detail === undefined ? { code } : { code, detail }
}
