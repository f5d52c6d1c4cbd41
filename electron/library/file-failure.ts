import { type Failure, failure } from '#domain/failure'

/**
 * What a person is told when a file could not be read. `file` is its base name. `seen` says that the file was there a
 * moment ago, so that its absence means it went away.
 */
export function failureOfRead(error: unknown, file: string, seen = false): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return failure(seen ? 'file-vanished' : 'file-not-found', { file })
  }
  // Whatever else the system says of it (no permission, an input error, a name it cannot take): it cannot be read.
  if (code !== undefined) return failure('file-unreadable', { file })
  throw error
}
