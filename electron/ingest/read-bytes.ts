import type { Reading } from '#domain/article/capture'
import { type FailureCode, failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { type Decoded, decode } from './charset'
import type { PageContext } from './html/context'
import { readHtml } from './html/read'
import { LIMITS } from './limits'
import { readPlainText } from './plain-text/read'
import { sniff, sniffText } from './sniff'

/** What bytes turned out to be: a text or a page, decoded; or a format with a reader of its own, by name. */
export type Identified =
  | { readonly kind: 'plain-text' | 'html'; readonly decoded: Decoded }
  | { readonly kind: 'format'; readonly format: string; readonly decoded: Decoded | null }

/**
 * Looks at bytes, whatever their name says they are. `fileName` is only for the sentence of a failure; `charset` is what
 * the container tells of a text.
 *
 * Fails with `file-empty`, `file-too-large`, `file-binary` or `file-undecodable`.
 */
export function identify(
  bytes: Uint8Array,
  fileName: string,
  charset: string | null = null,
): Result<Identified> {
  const refused = (code: FailureCode, detail: Record<string, string | number> = {}) =>
    failed(failure(code, { file: fileName, ...detail }))
  if (bytes.length > LIMITS.input) {
    return refused('file-too-large', { found: bytes.length, limit: LIMITS.input })
  }
  const sniffed = sniff(bytes)
  if (sniffed.kind === 'empty') return refused('file-empty')
  if (sniffed.kind === 'binary') return refused('file-binary')
  if (sniffed.kind === 'format') return ok({ kind: 'format', format: sniffed.format, decoded: null })
  const decoded = decode(bytes, charset)
  if (!decoded.ok) return refused(decoded.failure.code)
  if (decoded.value.text.trim() === '') return refused('file-empty')
  return ok({ ...sniffText(decoded.value.text), decoded: decoded.value })
}

/** Reads a text or a page. Fails with `file-not-an-article`, or `file-too-large` for a page of too many elements. */
export function readDecoded(
  kind: 'plain-text' | 'html',
  decoded: Decoded,
  fileName: string,
  context?: PageContext,
): Result<Reading> {
  if (kind === 'plain-text') return ok(readPlainText(decoded))
  const reading = readHtml(decoded, context)
  return reading.ok ? reading : failed(failure(reading.failure.code, { file: fileName }))
}

/**
 * Reads one article out of bytes that hold just one: a text or a web page. Fails as `identify` and `readDecoded` do, and with
 * `file-format-unsupported` (`detail.format`) for everything else.
 */
export function readBytes(
  bytes: Uint8Array,
  fileName: string,
  context?: PageContext,
  charset: string | null = null,
): Result<Reading> {
  const known = identify(bytes, fileName, charset)
  if (!known.ok) return known
  const { value } = known
  if (value.kind === 'format') {
    return failed(failure('file-format-unsupported', { file: fileName, format: value.format }))
  }
  return readDecoded(value.kind, value.decoded, fileName, context)
}
