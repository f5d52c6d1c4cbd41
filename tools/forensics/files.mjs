/** Searching files for canaries, also inside what was compressed. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { findAll } from './find.mjs'

/** @typedef {import('./encodings.mjs').Needle} Needle */

/**
 * @typedef {object} FileFind
 * @property {string} path
 * @property {string} name of the needle
 * @property {string} encoding such as `utf-8`, or `utf-8 in gzip`
 */

/** What a stream may become before it is no longer of interest: bytes. */
const LONGEST = 64 * 1024 * 1024

/** A stream that is cut off still gives what came before. */
const OPTIONS = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: LONGEST }

/** Two bytes that begin a stream, and what reads it. A zip's entries begin with `PK`, their streams behind the name. */
const STREAMS = [
  { kind: 'gzip', begin: Buffer.from([0x1f, 0x8b]), inflate: inflateAt(gunzipSync) },
  ...[0x01, 0x5e, 0x9c, 0xda].map((level) => ({
    kind: 'zlib',
    begin: Buffer.from([0x78, level]),
    inflate: inflateAt(inflateSync),
  })),
  { kind: 'zip', begin: Buffer.from('PK\x03\x04', 'latin1'), inflate: inflateZipEntry },
]

/** @param {(bytes: Buffer, options: typeof OPTIONS) => Buffer} read */
function inflateAt(read) {
  return (/** @type {Buffer} */ bytes, /** @type {number} */ offset) => read(bytes.subarray(offset), OPTIONS)
}

/**
 * @param {Buffer} bytes
 * @param {number} offset of a local file header (APPNOTE.TXT, 4.3.7)
 */
function inflateZipEntry(bytes, offset) {
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  return inflateRawSync(bytes.subarray(start), OPTIONS)
}

/**
 * @param {Buffer} bytes
 * @returns {Generator<{ kind: string, content: Buffer }>} whatever in it can be inflated
 */
function* streamsIn(bytes) {
  for (const { kind, begin, inflate } of STREAMS) {
    for (let at = bytes.indexOf(begin); at >= 0; at = bytes.indexOf(begin, at + 1)) {
      try {
        yield { kind, content: inflate(bytes, at) }
      } catch {
        // Two bytes by chance, as in every encrypted file.
      }
    }
  }
}

/**
 * @param {Buffer} bytes
 * @param {readonly Needle[]} needles
 * @returns {{ name: string, encoding: string }[]} each finding once
 */
export function scanBytes(bytes, needles) {
  const finds = findAll(bytes, needles).map(({ name, encoding }) => ({ name, encoding }))
  for (const { kind, content } of streamsIn(bytes)) {
    const inside = findAll(content, needles)
    finds.push(...inside.map(({ name, encoding }) => ({ name, encoding: `${encoding} in ${kind}` })))
  }
  return finds.filter(
    (find, at) =>
      finds.findIndex((other) => other.name === find.name && other.encoding === find.encoding) === at,
  )
}

/**
 * Looks into files and at their paths.
 *
 * @param {readonly string[]} paths
 * @param {readonly Needle[]} needles
 * @returns {FileFind[]}
 */
export function scanFiles(paths, needles) {
  return paths.flatMap((path) => [
    ...findAll(Buffer.from(path), needles).map(({ name }) => ({ path, name, encoding: 'its own name' })),
    ...scanBytes(contentOf(path), needles).map((find) => ({ path, ...find })),
  ])
}

/** @param {string} path */
function contentOf(path) {
  try {
    return readFileSync(path)
  } catch {
    // Gone since it was listed: what it was called has been looked at.
    return Buffer.alloc(0)
  }
}

/**
 * @param {readonly string[]} roots folders, of which some may not exist
 * @param {{ newerThan: string, uid?: number | undefined }} which files changed since that file was, of that owner
 * @returns {string[]} paths of regular files, the other kinds having no content
 */
export function filesBelow(roots, { newerThan, uid }) {
  const owner = uid === undefined ? [] : ['-uid', String(uid)]
  const { stdout } = spawnSync('find', [...roots, '-type', 'f', '-newer', newerThan, ...owner, '-print0'], {
    encoding: 'utf8',
    maxBuffer: LONGEST,
  })
  return stdout.split('\0').filter(Boolean)
}
