import filenamify from 'filenamify'
import { withoutControls } from '#domain/visible-controls'

/** Longest name in bytes of UTF-8: below the 255 of every file system, with room for a number and an encoder. */
const LONGEST_NAME = 200

/** Longest extension that is kept when a name is shortened, with its dot. */
const LONGEST_EXTENSION = 12

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * `wish` as a file name that Windows, macOS and Linux take alike: NFC, no controls, no reserved characters or names,
 * no dot or blank at the end, no hidden file, at most 200 bytes with its extension kept; `untitled` where nothing else is left.
 */
export function safeName(wish: string): string {
  const plain = withoutControls(wish)
  const dot = plain.lastIndexOf('.')
  const extension = plain.slice(dot)
  const isExtension = dot >= 0 && /^\.[A-Za-z0-9]+$/.test(extension) && extension.length <= LONGEST_EXTENSION
  return isExtension ? joined(plain.slice(0, dot), '', extension) : joined(plain, '', '')
}

/** The same names in the same order, each safe, and none twice: later ones are numbered (`Title (2).md`). */
export function safeNames(wishes: readonly string[]): string[] {
  const taken = new Set<string>()
  return wishes.map((wish) => {
    const name = safeName(wish)
    const dot = name.lastIndexOf('.')
    const [base, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
    let free = name
    for (let number = 2; taken.has(folded(free)); number += 1) free = joined(base, ` (${number})`, extension)
    taken.add(folded(free))
    return free
  })
}

function joined(base: string, number: string, extension: string): string {
  const room = LONGEST_NAME - Buffer.byteLength(number + extension) - 1
  const stem = bare(cut(bare(withoutReserved(base)), room))
  // Once more as a whole: `CON.md` is reserved with its extension, and gets a hyphen; that is the one byte of room.
  return withoutReserved(`${stem === '' ? 'untitled' : stem}${number}${extension}`)
}

function withoutReserved(name: string): string {
  const safe = filenamify(name, { replacement: '-', maxLength: Number.POSITIVE_INFINITY })
  // By way of UTF-8: a lone surrogate becomes U+FFFD, as it would on the disk.
  return Buffer.from(safe).toString()
}

/** Without dots, blanks and hyphens at either end: a leading dot hides a file, a trailing one vanishes on Windows. */
function bare(name: string): string {
  return name.replace(/^[-.\s]+|[-.\s]+$/g, '')
}

/** The longest beginning of whole characters that fits into `room` bytes. */
function cut(text: string, room: number): string {
  if (Buffer.byteLength(text) <= room) return text
  let end = 0
  let bytes = 0
  for (const { segment, index } of graphemes.segment(text)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > room) break
    end = index + segment.length
  }
  return text.slice(0, end)
}

/** What two names must differ in to be two files on macOS and Windows. */
function folded(name: string): string {
  return name.normalize('NFD').toLowerCase().normalize('NFC')
}
