import libmime from 'libmime'
import type { ContainerReader, FoundMember } from '../member'
import { latin1 } from '../sniff'
import { readMessage } from './email'

/**
 * A mailbox file (RFC 4155): each message of it by itself. It is parted at lines that begin with `From ` behind an empty
 * line; a `>` that was put before such a line inside a message is taken away to read it, and kept in its original.
 */
export const readMbox: ContainerReader = function* ({ bytes, fileName }) {
  for (const message of messagesOf(bytes)) yield found(message, fileName)
}

/** Bytes looked at for a message's subject. */
const HEADER_AREA = 64 * 1024

function found(message: Uint8Array, fileName: string): FoundMember {
  const quoted = latin1(message).replace(/^>(>*From )/gm, '$1')
  return {
    part: nameOf(message),
    original: message,
    read: () => readMessage(Buffer.from(quoted, 'latin1'), fileName),
  }
}

function* messagesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let begin: number | null = null
  for (const line of latin1(bytes).matchAll(/(?:^|\n\r?\n)From [^\n]*\d{4}[^\n]*(?:\n|$)/g)) {
    if (begin !== null && line.index + 1 > begin) yield bytes.subarray(begin, line.index + 1)
    begin = line.index + line[0].length
  }
  if (begin !== null && begin < bytes.length) yield bytes.subarray(begin)
}

/** Subject, else message id, as they stand: only to tell it from its neighbours. */
function nameOf(message: Uint8Array): string {
  const head = Buffer.from(message.subarray(0, HEADER_AREA)).toString('utf8')
  const value = (name: string) =>
    new RegExp(`^${name}:[ \\t]*([^\\r\\n]*(?:\\r?\\n[ \\t]+[^\\r\\n]*)*)`, 'im').exec(head)?.[1]
  const name = libmime.decodeWords(value('subject') ?? value('message-id') ?? '')
  return name.replace(/\s+/g, ' ').trim() || '—'
}
