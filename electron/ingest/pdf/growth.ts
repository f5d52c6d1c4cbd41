/**
 * How long what some filters of PDF unpack becomes, told without unpacking it (ISO 32000-1, 7.4). Bytes; counting ends with the
 * first that is above `most`.
 */

const CLEAR = 256
const END = 257
const FIRST_CODE = 258
const TABLE = 4096

/** LZW: a code stands for as many bytes as the one before it and one more; 12 bits come to 3,838 of them. */
export function lzwLength(bytes: Uint8Array, most: number): number {
  // Writers disagree on when codes become one bit wider (`EarlyChange`): a reader may take either for true.
  return Math.max(lzwLengthAs(bytes, most, 1), lzwLengthAs(bytes, most, 0))
}

function lzwLengthAs(bytes: Uint8Array, most: number, early: 0 | 1): number {
  const lengths = new Uint32Array(TABLE).fill(1, 0, FIRST_CODE)
  let [next, width, previous, total, buffer, bits] = [FIRST_CODE, 9, 0, 0, 0, 0]
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xff_ff_ff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (buffer >> bits) & (2 ** width - 1)
    if (code === END || total > most) break
    if (code === CLEAR) {
      ;[next, width, previous] = [FIRST_CODE, 9, 0]
      continue
    }
    const own = code < next ? (lengths[code] ?? 0) : previous + 1
    total += own
    if (previous > 0 && next < TABLE) {
      lengths[next] = previous + 1
      next += 1
    }
    previous = own
    if (width < 12 && next + early >= 2 ** width) width += 1
  }
  return total
}

/** Runs: a byte above 128 repeats the next one, another tells how many follow as they are. */
export function runLength(bytes: Uint8Array, most: number): number {
  let total = 0
  for (let at = 0; at < bytes.length && total <= most; ) {
    const told = bytes[at] ?? 0
    if (told === 128) break
    total += told < 128 ? told + 1 : 257 - told
    at += told < 128 ? told + 2 : 2
  }
  return total
}

/** Two letters a byte, up to `>`. */
export function fromHex(bytes: Uint8Array): Uint8Array {
  const letters = Buffer.from(bytes).toString('latin1').replace(/>.*/s, '').replace(/\s+/g, '')
  return Buffer.from(letters, 'hex')
}

/** Five letters four bytes, `z` four zeros, up to `~`. */
export function fromBase85(bytes: Uint8Array): Uint8Array {
  const out = Buffer.alloc(bytes.length * 4)
  let [value, count, at] = [0, 0, 0]
  for (const letter of bytes) {
    if (letter === 0x7e) break
    // What was allocated is zeros.
    if (letter === 0x7a && count === 0) at += 4
    if (letter < 0x21 || letter > 0x75) continue
    value = value * 85 + (letter - 0x21)
    count += 1
    if (count < 5) continue
    at = out.writeUInt32BE(value >>> 0, at)
    ;[value, count] = [0, 0]
  }
  return out.subarray(0, at)
}
