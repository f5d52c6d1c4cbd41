import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { canariesOf } from './canaries.mjs'
import { needlesOf } from './encodings.mjs'
import { filesBelow, scanBytes, scanFiles } from './files.mjs'

const { mark, words } = canariesOf(11, 1)
const WORD = words[0] ?? ''
const NEEDLES = needlesOf('canary', mark)

/** An entry of a zip file, as far as its stream goes. */
function zipEntry(content: string): Buffer {
  const header = Buffer.alloc(30)
  header.write('PK\x03\x04', 'latin1')
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(5, 26)
  return Buffer.concat([header, Buffer.from('a.txt'), deflateRawSync(content)])
}

/** One planted leak for each form of SECURITY.md. */
const LEAKS: Readonly<Record<string, Buffer>> = {
  'utf-8': Buffer.from(`{"title":"${WORD}"}`),
  'utf-16 little-endian': Buffer.from(WORD, 'utf16le'),
  'utf-16 big-endian': Buffer.from(WORD, 'utf16le').swap16(),
  'base64 at the first place': Buffer.from(Buffer.from(WORD).toString('base64')),
  'base64 at the second place': Buffer.from(Buffer.from(`x${WORD}`).toString('base64')),
  'base64 at the third place': Buffer.from(Buffer.from(`xy${WORD}`).toString('base64url')),
  hex: Buffer.from(Buffer.from(WORD).toString('hex')),
  percent: Buffer.from([...Buffer.from(WORD)].map((byte) => `%${byte.toString(16)}`).join('')),
  gzip: gzipSync(`before ${WORD} after`),
  zlib: deflateSync(Buffer.from(WORD, 'utf16le')),
  zip: zipEntry(`before ${WORD} after`),
  'gzip that was cut off': gzipSync(`${WORD} ${'and more '.repeat(1000)}`).subarray(0, 50),
}

const place = mkdtempSync(join(tmpdir(), 'colophon-planted-'))
afterAll(() => rmSync(place, { recursive: true }))

describe('a planted leak is found in a file:', () => {
  it.each(Object.entries(LEAKS))('%s', (_form, leak) => {
    const path = join(place, 'cache.bin')
    writeFileSync(path, Buffer.concat([Buffer.alloc(37, 'noise'), leak, Buffer.alloc(11)]))
    expect(scanFiles([path], NEEDLES)).toEqual([expect.objectContaining({ path, name: 'canary' })])
  })

  it('the name of the file itself', () => {
    const path = join(place, `${WORD}.log`)
    writeFileSync(path, '')
    expect(scanFiles([path], NEEDLES)).toEqual([{ path, name: 'canary', encoding: 'its own name' }])
  })

  it('and where there is none, nothing is', () => {
    expect(scanBytes(gzipSync('nothing of interest'), NEEDLES)).toEqual([])
  })
})

it('files are listed that changed since a moment', () => {
  const moment = join(place, 'moment')
  writeFileSync(moment, '')
  expect(filesBelow([place, join(place, 'not-there')], { newerThan: moment })).toEqual([])
  const later = join(place, 'later')
  writeFileSync(later, 'x')
  expect(filesBelow([place], { newerThan: moment })).toEqual([later])
})
