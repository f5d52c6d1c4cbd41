import { randomFrom } from '../../../library/testing/alter'

/** Pieces that formats give a meaning to: a splice of one reaches further than any random byte. */
const TOKENS = [
  ...[
    '\0',
    '\n',
    '\r\n\r\n',
    '\ufeff',
    '\u202e',
    '<',
    '>',
    '"',
    "'",
    '&',
    '&#0;',
    '&#x110000;',
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '<!--',
    '-->',
    '<script>',
    '</article>',
    '<table>',
    '<template>',
    '<!DOCTYPE a [<!ENTITY b "&b;">]>',
    '--aa',
    '--aa--',
  ],
  ...[
    'Content-Length: -1\r\n',
    'Content-Type: multipart/mixed; boundary=\r\n',
    'From a@b Thu Jan  4 07:15:00 2024\n',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    'null',
    '1e999',
    '-0',
    '"__proto__":',
    '\\ud800',
    'PK\x03\x04',
    'PK\x05\x06',
    '\x1f\x8b',
  ],
]

/** `bytes` with up to eight mutations, the same for the same number. */
export function mutated(bytes: Uint8Array, number: number): Uint8Array {
  const random = randomFrom(number * 2_654_435_761)
  let out = Buffer.from(bytes)
  for (let left = 1 + Math.floor(random() * 8); left > 0; left -= 1) out = mutation(out, random)
  return out
}

function mutation(bytes: Buffer, random: () => number): Buffer<ArrayBuffer> {
  const place = () => Math.floor(random() * (bytes.length + 1))
  const [from, to] = [place(), place()].sort((a, b) => a - b) as [number, number]
  const short = Math.min(to, from + 1 + Math.floor(random() * 64))
  const [before, piece, after] = [bytes.subarray(0, from), bytes.subarray(from, short), bytes.subarray(short)]
  switch (Math.floor(random() * 7)) {
    case 0:
      return flipped(bytes, from, random)
    case 1:
      return Buffer.from(bytes.subarray(0, to))
    case 2:
      return Buffer.concat([before, after])
    case 3:
      return Buffer.concat([
        before,
        ...Array.from({ length: 2 + Math.floor(random() * 200) }, () => piece),
        after,
      ])
    case 4:
      return Buffer.concat([
        before,
        Buffer.from(TOKENS[Math.floor(random() * TOKENS.length)] ?? ''),
        bytes.subarray(from),
      ])
    case 5: {
      const at = place()
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
    }
    default:
      return Buffer.concat([before, Buffer.from(Array.from(piece, () => Math.floor(random() * 256))), after])
  }
}

function flipped(bytes: Buffer, at: number, random: () => number): Buffer<ArrayBuffer> {
  const out = Buffer.from(bytes)
  if (at < out.length) out[at] = (out[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  return out
}
