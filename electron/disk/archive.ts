import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Header } from 'tar/header'

/*
 * An uncompressed tar archive (POSIX.1-1988, ustar) of a few plain files: any program that knows tar reads it, and each
 * member lies in one piece, so it can be read and hashed where it stands.
 */

/** tar counts in blocks of this many bytes. */
const BLOCK = 512
/** An archive ends with two empty blocks. */
const END = Buffer.alloc(2 * BLOCK)
const PRIVATE_MEMBER = 0o600
const CHUNK = 1024 * 1024

/** A member of an archive: its name, and where in the file its bytes lie. */
export type Member = { readonly name: string; readonly offset: number; readonly size: number }

/** What goes into an archive: bytes, or a file of `size` bytes. */
export type NewMember = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly path: string; readonly size: number }
)

/**
 * Writes the members to a file that is open for writing, and waits until they are on the disk. `onBytes` is told how many
 * bytes were written so far. Throws the system's error, or the signal's reason.
 */
export async function writeArchive(
  file: FileHandle,
  members: readonly NewMember[],
  options: { readonly madeAt: Date; readonly signal: AbortSignal; readonly onBytes: (done: number) => void },
): Promise<void> {
  let done = 0
  const write = async (bytes: Uint8Array) => {
    options.signal.throwIfAborted()
    await file.writeFile(bytes)
    done += bytes.length
    options.onBytes(done)
  }
  for (const member of members) {
    const size = 'bytes' in member ? member.bytes.length : member.size
    await write(headerBlock(member.name, size, options.madeAt))
    if ('bytes' in member) await write(member.bytes)
    else for await (const chunk of createReadStream(member.path, { highWaterMark: CHUNK })) await write(chunk)
    await write(Buffer.alloc(padding(size)))
  }
  await write(END)
  await file.sync()
}

/** The size of an archive of members of these sizes: bytes. */
export function archiveSize(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + BLOCK + size + padding(size), END.length)
}

/**
 * The members of an archive, in order; null when the file is none, or ends before its last member does. Names are as they
 * stand there: whoever unpacks decides which he knows. Throws the system's error.
 */
export async function readArchive(path: string, limit: number): Promise<readonly Member[] | null> {
  const file = await open(path, 'r')
  try {
    const { size: total } = await file.stat()
    const members: Member[] = []
    let at = 0
    while (members.length <= limit) {
      const header = await readHeader(file, at)
      if (header === null) return null
      if (header.nullBlock) return at + END.length === total ? members : null
      const { path: name = '', size = 0 } = header
      const next = at + BLOCK + size + padding(size)
      if (header.type !== 'File' || next > total) return null
      members.push({ name, offset: at + BLOCK, size })
      at = next
    }
    return null
  } finally {
    await file.close()
  }
}

/** The bytes of a member, in pieces. */
export function readMember(path: string, { offset, size }: Member): AsyncIterable<Buffer> {
  if (size === 0) return noBytes()
  return createReadStream(path, { start: offset, end: offset + size - 1, highWaterMark: CHUNK })
}

async function* noBytes(): AsyncGenerator<Buffer> {}

function headerBlock(name: string, size: number, mtime: Date): Buffer {
  const header = new Header({ path: name, size, mtime, mode: PRIVATE_MEMBER, uid: 0, gid: 0, type: 'File' })
  const block = Buffer.alloc(BLOCK)
  if (header.encode(block)) throw new RangeError(`${name} does not fit into a plain tar header`)
  return block
}

/** Null when the file ends before the block does, or its checksum is wrong. */
async function readHeader(file: FileHandle, at: number): Promise<Header | null> {
  const block = Buffer.alloc(BLOCK)
  const { bytesRead } = await file.read(block, 0, BLOCK, at)
  if (bytesRead < BLOCK) return null
  const header = new Header(block)
  return header.nullBlock || header.cksumValid ? header : null
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}
