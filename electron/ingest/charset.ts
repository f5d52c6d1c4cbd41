import { isAscii, isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { failure } from '#domain/failure'
import { failed, ok, type Result } from '#domain/result'
import { byteOrderMark, latin1, looksLikeHtml, looksLikeUtf16 } from './sniff'

/** Text and the charset it was decoded with (WHATWG label); no byte order mark. */
export type Decoded = { readonly text: string; readonly charset: string }

/** Where a page declares its charset: the first kilobyte by the standard, in practice a few. */
const DECLARATION_AREA = 4096
/** Bytes that the detector looks at, from the first that is not ASCII. */
const DETECTION_SAMPLE = 64 * 1024
/** Of `chardet`'s 100. Below it the guess is noise. */
const LEAST_CONFIDENCE = 10
/** Share of characters that may be unreadable before a charset is not the right one. */
const UNREADABLE_SHARE = 0.002
/** The same for UTF-8 with damage, of the characters that are not ASCII. */
const DAMAGED_UTF8_SHARE = 0.02

/** Labels as pages and `chardet` write them, where they differ from WHATWG's name. */
const SAME_AS: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'latin-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  'ks_c_5601-1987': 'euc-kr',
  ks_c_5601: 'euc-kr',
  ksc5601: 'euc-kr',
  cp949: 'euc-kr',
  'x-windows-949': 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  'big5-hkscs': 'big5',
  'utf-16': 'utf-16le',
}

/**
 * Decodes a text file. Trusted in this order: a byte order mark; bytes that are valid UTF-8 and not only ASCII
 * (no other text is, whatever a stale declaration says); what came with it (`told`: a part's or a response's header); the
 * page's own declaration; detection.
 *
 * Fails with `file-undecodable` when nothing reads it without unreadable characters.
 */
export function decode(bytes: Uint8Array, told: string | null = null): Result<Decoded> {
  const mark = byteOrderMark(bytes) ?? looksLikeUtf16(bytes)
  if (mark !== null) return withoutDamage(bytes, mark) ?? failed(failure('file-undecodable'))
  const declared = knownLabel(told) ?? declaredCharset(bytes)
  if (isAscii(bytes)) {
    // Seven bits are the same in every charset but the shifting ones.
    const shifting = declared?.startsWith('iso-2022') || latin1(bytes.subarray(0, 65_536)).includes('\u001b$')
    return ok(shifting ? decodedAs(bytes, 'iso-2022-jp') : { text: latin1(bytes), charset: 'utf-8' })
  }
  if (isUtf8(bytes)) return ok(decodedAs(bytes, 'utf-8'))
  const asDeclared = declared === null ? null : withoutDamage(bytes, declared)
  if (asDeclared !== null) return asDeclared
  for (const charset of detectedCharsets(bytes)) {
    const decoded = withoutDamage(bytes, charset)
    if (decoded !== null) return decoded
  }
  return damagedUtf8(bytes) ?? failed(failure('file-undecodable'))
}

/** The charset that a page names in `<meta>` or an XML declaration, as WHATWG's label; null when there is none. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, DECLARATION_AREA))
  if (!looksLikeHtml(head)) return null
  const declared =
    /<meta[^>]+?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]+?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
  if (declared === undefined) return null
  const label = whatwgLabel(declared)
  // A declaration that could be read as ASCII cannot be true of UTF-16.
  return label.startsWith('utf-16') ? 'utf-8' : isKnown(label) ? label : null
}

function knownLabel(name: string | null): string | null {
  const label = name === null ? null : whatwgLabel(name)
  return label !== null && isKnown(label) && !label.startsWith('utf-16') ? label : null
}

function detectedCharsets(bytes: Uint8Array): string[] {
  const from = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - 64)
  const guesses = analyse(bytes.subarray(from, from + DETECTION_SAMPLE)).filter(
    (guess) => guess.confidence >= LEAST_CONFIDENCE,
  )
  const charsets = guesses.map((guess) => whatwgLabel(guess.name)).filter(isKnown)
  // The detector knows EUC-KR but not the 8,822 syllables that Windows added to it.
  return mostlyHangul(bytes.subarray(from, from + DETECTION_SAMPLE)) ? ['euc-kr', ...charsets] : charsets
}

function mostlyHangul(sample: Uint8Array): boolean {
  const letters = iconv.decode(Buffer.from(sample), 'cp949').replace(/[\0-\x7f]/g, '')
  const syllables = letters.match(/[가-힣]/g)?.length ?? 0
  return syllables > 0 && syllables >= letters.length * 0.9
}

function withoutDamage(bytes: Uint8Array, charset: string): Result<Decoded> | null {
  const decoded = decodedAs(bytes, charset)
  const unreadable = decoded.text.match(UNREADABLE)?.length ?? 0
  return unreadable <= decoded.text.length * UNREADABLE_SHARE ? ok(decoded) : null
}

/** Replacement characters, C1 controls, private use, and characters that Unicode does not have. */
const UNREADABLE = /[\uFFFD\u0080-\u0084\u0086-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]|\p{Co}/gu

function damagedUtf8(bytes: Uint8Array): Result<Decoded> | null {
  const decoded = decodedAs(bytes, 'utf-8')
  const foreign = decoded.text.match(/[^\0-\x7f]/g)?.length ?? 0
  const damaged = decoded.text.match(/\uFFFD/g)?.length ?? 0
  return damaged <= foreign * DAMAGED_UTF8_SHARE ? ok(decoded) : null
}

function decodedAs(bytes: Uint8Array, charset: string): Decoded {
  // Electron ships fewer of ICU's converters than Node, so the legacy ones are iconv-lite's on both.
  const text =
    charset.startsWith('utf-') || !iconv.encodingExists(iconvName(charset))
      ? new TextDecoder(charset).decode(bytes)
      : iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), iconvName(charset))
  return { text, charset }
}

function iconvName(charset: string): string {
  return charset === 'euc-kr' ? 'cp949' : charset
}

function whatwgLabel(name: string): string {
  const label = name.trim().toLowerCase()
  return SAME_AS[label] ?? label
}

function isKnown(charset: string): boolean {
  if (charset.startsWith('utf-')) return /^utf-(?:8|16[lb]e)$/.test(charset)
  return charset === 'iso-2022-jp' || iconv.encodingExists(iconvName(charset))
}
