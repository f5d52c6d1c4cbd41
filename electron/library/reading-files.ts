import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { LIMITS } from '../ingest/limits'
import { failureOfRead } from './file-failure'

/**
 * The bytes of a file that was there when its folder was walked. Its size is looked at before anything is read.
 *
 * Fails with `file-too-large`, `file-empty`, `file-vanished` or `file-unreadable`.
 */
export async function readWhole(path: string): Promise<Result<Uint8Array>> {
  const file = basename(path)
  const tooLarge = (found: number) => failed(failure('file-too-large', { file, found, limit: LIMITS.input }))
  try {
    const handle = await open(path, 'r')
    try {
      const { size } = await handle.stat()
      if (size > LIMITS.input) return tooLarge(size)
      const bytes = await handle.readFile()
      // It may have grown since.
      if (bytes.length > LIMITS.input) return tooLarge(bytes.length)
      return bytes.length === 0 ? failed(failure('file-empty', { file })) : ok(bytes)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return failed(failureOfRead(error, file, true))
  }
}
