import type { Reading } from '#domain/article/capture'
import { type FailureCode, failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { decode } from './charset'
import { readHtml } from './html/read'
import { LIMITS } from './limits'
import { readPlainText } from './plain-text/read'
import { sniff, sniffText } from './sniff'

/**
 * Reads one file, whatever its name says it is. `fileName` is only for the sentence of a failure.
 *
 * Fails with `file-empty`, `file-too-large`, `file-binary`, `file-undecodable`, `file-format-unsupported`
 * (`detail.format`) and `file-not-an-article`.
 */
export function readBytes(bytes: Uint8Array, fileName: string): Result<Reading> {
  const refused = (code: FailureCode, detail: Record<string, string | number> = {}) =>
    failed(failure(code, { file: fileName, ...detail }))
  if (bytes.length > LIMITS.input) {
    return refused('file-too-large', { found: bytes.length, limit: LIMITS.input })
  }
  const sniffed = sniff(bytes)
  if (sniffed.kind === 'empty') return refused('file-empty')
  if (sniffed.kind === 'binary') return refused('file-binary')
  if (sniffed.kind === 'unsupported') return refused('file-format-unsupported', { format: sniffed.format })
  const decoded = decode(bytes)
  if (!decoded.ok) return refused(decoded.failure.code)
  if (decoded.value.text.trim() === '') return refused('file-empty')
  const kind = sniffText(decoded.value.text)
  switch (kind.kind) {
    case 'unsupported':
      return refused('file-format-unsupported', { format: kind.format })
    case 'plain-text':
      return ok(readPlainText(decoded.value))
    case 'html': {
      const reading = readHtml(decoded.value)
      return reading.ok ? reading : refused(reading.failure.code)
    }
  }
}
