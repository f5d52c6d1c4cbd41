import { type Failure, type FailureCode, failure } from '#domain/failure'

/** The operating system's name for what went wrong (`ENOSPC`), or null for any other thrown value. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'ENAMETOOLONG', 'EISDIR'])

/**
 * What a person is told when writing failed: `disk-full`, or `notWritable` when the place cannot be written to.
 * Any other error is thrown again: it is a bug or a dying disk, and must not look like an answer.
 */
export function writeFailure(error: unknown, notWritable: FailureCode, detail?: Failure['detail']): Failure {
  const code = systemCode(error)
  if (code !== null && FULL.has(code)) return failure('disk-full')
  if (code !== null && FORBIDDEN.has(code)) return failure(notWritable, detail)
  throw error
}
