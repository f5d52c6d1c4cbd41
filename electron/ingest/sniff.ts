import { isAscii } from 'node:buffer'
import { looksLikeMarkdown } from './markdown/sniff'
import { isTableOfTexts } from './structured/table-head'

/**
 * What a file is, told by its bytes and never by its name. `format` names one that has a reader of its own
 * (`readers.ts`), or that a person would expect to be read and that this version does not read.
 */
export type Sniffed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'format'; readonly format: string }
  /** Text of some kind: decode it, then ask `sniffText`. */
  | { readonly kind: 'text' }

export type SniffedText =
  | { readonly kind: 'html' }
  | { readonly kind: 'plain-text' }
  | { readonly kind: 'format'; readonly format: string }

/** Bytes looked at for control characters: enough to meet one in any compressed or executable file. */
const SAMPLE = 64 * 1024
/** Control characters that a text may hold, as a share: old exports have a stray one now and then. */
const STRAY_CONTROLS = 0.001
/** Characters looked at for the first tags or headers. */
const HEAD = 4096
/** The same where a file begins with headers: signatures and long addresses fill thousands of characters. */
const HEADERS = 65_536

type Signature = { readonly format: string | null; readonly bytes: readonly number[]; readonly at?: number }

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))

/** First bytes of formats. A null format is binary that nobody would call an article. */
const SIGNATURES: readonly Signature[] = [
  { format: 'EPUB', bytes: ascii('mimetypeapplication/epub+zip'), at: 30 },
  { format: 'ZIP', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'ZIP', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: 'gzip', bytes: [0x1f, 0x8b] },
  { format: 'WARC', bytes: ascii('WARC/') },
  { format: 'ARC', bytes: ascii('filedesc://') },
  { format: 'RTF', bytes: ascii('{\\rtf') },
  { format: 'Word', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { format: 'web archive', bytes: ascii('bplist00') },
  { format: null, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: null, bytes: [0xff, 0xd8, 0xff] },
  { format: null, bytes: ascii('GIF8') },
  { format: null, bytes: ascii('SQLite format 3\0') },
  { format: null, bytes: [0x7f, 0x45, 0x4c, 0x46] },
]

/** Looks at raw bytes. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { kind: 'empty' }
  const signature = SIGNATURES.find((one) => startsWith(bytes, one.bytes, one.at ?? 0))
  if (signature) {
    return signature.format === null ? { kind: 'binary' } : { kind: 'format', format: signature.format }
  }
  // Readers of PDF accept rubbish before the header, and files have it.
  if (latin1(bytes.subarray(0, 1024)).includes('%PDF-')) return { kind: 'format', format: 'PDF' }
  return looksBinary(bytes) ? { kind: 'binary' } : { kind: 'text' }
}

/** UTF-16 without a byte order mark shows as zero bytes in every other place; other zero bytes mean no text. */
export function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE & ~1)
  if (sample.length < 4 || !sample.includes(0)) return null
  const zeros: [number, number] = [0, 0]
  for (let i = 0; i < sample.length; i += 1) if (sample[i] === 0) zeros[i & 1 ? 1 : 0] += 1
  const pairs = sample.length / 2
  if (zeros[1] > pairs * 0.1 && zeros[0] < pairs * 0.01) return 'utf-16le'
  if (zeros[0] > pairs * 0.1 && zeros[1] < pairs * 0.01) return 'utf-16be'
  return null
}

/** The encoding that a byte order mark tells, or null. */
export function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf], 0)) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe], 0)) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff], 0)) return 'utf-16be'
  return null
}

function looksBinary(bytes: Uint8Array): boolean {
  if (byteOrderMark(bytes) !== null || looksLikeUtf16(bytes) !== null) return false
  const sample = bytes.subarray(0, SAMPLE)
  if (sample.includes(0)) return true
  const controls = latin1(sample).match(CONTROLS)?.length ?? 0
  return controls > Math.max(2, sample.length * STRAY_CONTROLS)
}

/** Allowed: tab, line ends, form feed, Ctrl-Z of old DOS files, escape (ISO-2022). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\x00-\x08\x0e-\x19\x1c-\x1f]/g

/** Looks at decoded text (at its head, and for JSON at all of it). */
export function sniffText(text: string): SniffedText {
  const head = beginningOf(text, HEAD)
  const container = containerOf(beginningOf(text, HEADERS))
  if (container !== null) return { kind: 'format', format: container }
  if (isTableOfTexts(head)) return { kind: 'format', format: 'table' }
  if (listsAddresses(head)) return { kind: 'format', format: 'address list' }
  if (looksLikeHtml(head)) return { kind: 'html' }
  const markup =
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE(?:[^>[]|\[[\s\S]*?\])*>\s*)*<([a-zA-Z][\w:.-]*)[\s/>]/.exec(
      head,
    )
  if (markup?.[1] !== undefined) return markupFormat(markup[1], head)
  if (head.startsWith('<?xml')) return { kind: 'format', format: 'XML' }
  if (/^[[{]/.test(head) && isJson(text)) return { kind: 'format', format: 'JSON' }
  return looksLikeMarkdown(text) ? { kind: 'format', format: 'Markdown' } : { kind: 'plain-text' }
}

/** Whether a text begins as web pages do. `head` may be any text whose first tags are ASCII. */
export function looksLikeHtml(head: string): boolean {
  const start = head.replace(/^[\uFEFF\s]+/, '').replace(/^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?(?:-->|$)\s*)+/, '')
  if (
    /^<(?:!doctype\s+html|html|head|body|title|meta|script|style|link|table|div|article|main|section|h1|p|font|center|a|br|b|img|iframe)(?=[\s>/])/i.test(
      start,
    )
  ) {
    return true
  }
  return /<html[\s>]/i.test(start.slice(0, 1024)) && /<(?:head|body)[\s>]/i.test(start)
}

/** The namespace that every Zotero RDF export declares at its head. */
const ZOTERO = 'http://www.zotero.org/namespaces/export#'

function markupFormat(element: string, head: string): SniffedText {
  const name = element.toLowerCase()
  if (/^rdf:rdf$/.test(name) && head.includes(ZOTERO)) return { kind: 'format', format: 'Zotero' }
  if (name === 'rss' || name === 'feed' || /^rdf:rdf$/.test(name)) return { kind: 'format', format: 'feed' }
  if (name === 'svg') return { kind: 'format', format: 'SVG' }
  return head.startsWith('<?xml') ? { kind: 'format', format: 'XML' } : { kind: 'plain-text' }
}

/**
 * Exports of read-later services and bookmarks that list addresses and hold no article: Pocket's and Instapaper's tables,
 * their pages, a browser's bookmarks, a feed reader's subscriptions.
 */
function listsAddresses(head: string): boolean {
  const firstLine = /^[^\r\n]*/.exec(head)?.[0].toLowerCase().replaceAll('"', '') ?? ''
  const columns = firstLine.split(',')
  if (columns.includes('url') && columns.includes('title') && columns.length <= 12) return true
  return (
    /^<!doctype netscape-bookmark-file/i.test(head) ||
    /^<opml[\s>]/i.test(head.replace(/^<\?xml[^>]*>\s*/, '')) ||
    /<title>\s*(?:Pocket Export|Instapaper:? Export)\s*<\/title>/i.test(head)
  )
}

function beginningOf(text: string, length: number): string {
  return text.slice(0, length).replace(/^[\uFEFF\s]+/, '')
}

/** E-mail, MHTML and mailbox files begin with headers. */
function containerOf(head: string): string | null {
  if (/^From \S+ .*\d{4}\s*\r?\n[\w-]+:/.test(head)) return 'mailbox'
  const headers = /^(?:[\w-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+/.exec(head)?.[0]
  if (headers === undefined) return null
  const has = (...names: string[]) => new RegExp(`^(?:${names.join('|')}):`, 'im').test(headers)
  // A newsletter with pictures is multipart/related too: only a message was sent to somebody.
  const wasSent = has('message-id', 'received', 'to', 'delivered-to', 'reply-to', 'list-id', 'return-path')
  if (/^content-type:\s*multipart\/related/im.test(headers) && !wasSent) return 'MHTML'
  if (has('mime-version', 'message-id', 'received', 'delivered-to', 'return-path')) return 'e-mail'
  return has('from') && has('subject') && has('to', 'date', 'reply-to') ? 'e-mail' : null
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[], at: number): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte)
}

/** The bytes as characters of the same number: for looking at ASCII in any encoding that holds it. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** Whether no byte is above 0x7F. */
export function isPlainAscii(bytes: Uint8Array): boolean {
  return isAscii(bytes)
}
