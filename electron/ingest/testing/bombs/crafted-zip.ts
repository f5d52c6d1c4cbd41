/** A file of a ZIP as its directory tells it, which need not be true. */
export type CraftedFile = {
  readonly name: string
  /** Raw deflate, or the bytes themselves when `stored`. */
  readonly bytes: Uint8Array
  readonly stored?: boolean
  /** What the directory says it grows to, bytes. */
  readonly size: number
  /** Flags (bit 0: encrypted) and Unix mode. */
  readonly flags?: number
  readonly mode?: number
}

const SYMLINK_MAKER = 0x0314

/**
 * A ZIP (APPNOTE 6.3) written to the letter of what is asked, lies included. With `overlapping`, every entry of the directory
 * points to the bytes of the first.
 */
export function craftedZip(
  files: readonly CraftedFile[],
  { overlapping = false }: { overlapping?: boolean } = {},
): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [index, file] of files.entries()) {
    const offset = overlapping ? 0 : at
    directory.push(directoryEntry(file, offset))
    if (overlapping && index > 0) continue
    const bytes = Buffer.concat([localHeader(file), file.bytes])
    local.push(bytes)
    at += bytes.length
  }
  const entries = Buffer.concat(directory)
  return Buffer.concat([...local, entries, endOfDirectory(files.length, entries.length, at)])
}

function fields(file: CraftedFile): Buffer {
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE((file.flags ?? 0) | 0x800, 2)
  common.writeUInt16LE(file.stored ? 0 : 8, 4)
  common.writeUInt32LE(file.bytes.length, 14)
  common.writeUInt32LE(file.size, 18)
  common.writeUInt16LE(Buffer.byteLength(file.name), 22)
  return common
}

function localHeader(file: CraftedFile): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04'), fields(file), Buffer.from(file.name)])
}

function directoryEntry(file: CraftedFile, offset: number): Buffer {
  const made = Buffer.alloc(2)
  made.writeUInt16LE(SYMLINK_MAKER)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(((file.mode ?? 0o100644) << 16) >>> 0, 6)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from('PK\x01\x02'), made, fields(file), rest, Buffer.from(file.name)])
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Math.min(count, 0xffff), 8)
  end.writeUInt16LE(Math.min(count, 0xffff), 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
