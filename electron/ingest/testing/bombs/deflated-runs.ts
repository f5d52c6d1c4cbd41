import { brotliCompressSync, constants, deflateRawSync } from 'node:zlib'
import { MIB } from './bomb'

const PIECE = 8 * MIB

/** Raw deflate (RFC 1951) that grows to `mib` MiB of `letter`, made without ever holding them. */
export function deflatedRun(mib: number, letter = 'a'): Buffer {
  const piece = deflateRawSync(Buffer.alloc(PIECE, letter), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const pieces = Array.from({ length: Math.ceil((mib * MIB) / PIECE) }, () => piece)
  return Buffer.concat([...pieces, deflateRawSync(Buffer.alloc(0))])
}

/** The same as a gzip file. Its checksum and length are wrong: they stand at the end, where nobody must arrive. */
export function gzippedRun(mib: number): Buffer {
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
  return Buffer.concat([header, deflatedRun(mib), Buffer.alloc(8)])
}

/** The same as a zlib stream (RFC 1950), which is HTTP's `deflate`. */
export function zlibRun(mib: number): Buffer {
  return Buffer.concat([Buffer.from([0x78, 0xda]), deflatedRun(mib), Buffer.alloc(4)])
}

/** Brotli that grows to `mib` MiB; the format cannot be pieced together, so this many are held once. */
export function brotliRun(mib: number): Buffer {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 }
  return brotliCompressSync(Buffer.alloc(mib * MIB, 'a'), { params })
}
