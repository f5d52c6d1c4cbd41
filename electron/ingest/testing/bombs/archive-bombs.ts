import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { type Bomb, MIB, page, STORY } from './bomb'
import { type CraftedFile, craftedZip } from './crafted-zip'
import { deflatedRun, gzippedRun } from './deflated-runs'

const stored = (name: string, words: string, more: Partial<CraftedFile> = {}): CraftedFile => ({
  name,
  bytes: Buffer.from(words),
  size: Buffer.byteLength(words),
  stored: true,
  ...more,
})

/** `bytes` inside of `levels` ZIPs. */
function nested(bytes: Uint8Array, levels: number): Uint8Array {
  let inner = bytes
  for (let level = 0; level < levels; level += 1) inner = zipSync({ [`${level}.zip`]: inner })
  return inner
}

/** Like the well-known 42.zip: every level holds sixteen of the level below, the lowest a run of letters. */
function forest(levels: number): Uint8Array {
  let inner: Uint8Array = craftedZip([{ name: 'a.txt', bytes: deflatedRun(64), size: 64 * MIB }])
  for (let level = 0; level < levels; level += 1) {
    const copies = Array.from({ length: 16 }, (_, index) => [`${index}.zip`, inner] as const)
    inner = zipSync(Object.fromEntries(copies))
  }
  return inner
}

export const ARCHIVE_BOMBS: readonly Bomb[] = [
  {
    name: 'ZIP: 1 GiB in 1 MB, told truthfully',
    fileName: 'a.zip',
    make: () => craftedZip([{ name: 'a.txt', bytes: deflatedRun(1024), size: 1024 * MIB }]),
    ends: ['file-over-limits'],
    quick: true,
  },
  {
    name: 'ZIP: 1 GiB that says it is 900 bytes',
    fileName: 'a.zip',
    make: () => craftedZip([{ name: 'a.txt', bytes: deflatedRun(1024), size: 900 }]),
    ends: ['file-damaged'],
    quick: true,
  },
  {
    name: 'ZIP: 2,000 files over one another, 16 GiB in all',
    fileName: 'a.zip',
    make: () => {
      const bytes = deflatedRun(8)
      const files = Array.from({ length: 2000 }, (_, index) => ({
        name: `${index}.txt`,
        bytes,
        size: 8 * MIB,
      }))
      return craftedZip(files, { overlapping: true })
    },
    ends: ['file-over-limits'],
    quick: true,
  },
  {
    name: 'ZIP: 500 files over one another that say they are small',
    fileName: 'a.zip',
    make: () => {
      const bytes = deflatedRun(64)
      const files = Array.from({ length: 500 }, (_, index) => ({ name: `${index}.txt`, bytes, size: 64 }))
      return craftedZip(files, { overlapping: true })
    },
    ends: ['file-damaged'],
  },
  {
    name: 'ZIP: 65,000 files',
    fileName: 'a.zip',
    make: () => craftedZip(Array.from({ length: 65_000 }, (_, index) => stored(`${index}.txt`, 'x'))),
    ends: ['file-over-limits'],
  },
  {
    name: 'ZIP in ZIP, twenty deep',
    fileName: 'a.zip',
    make: () => nested(strToU8(STORY), 20),
    ends: ['file-over-limits'],
    quick: true,
  },
  {
    name: 'ZIP: sixteen ZIPs of sixteen ZIPs of 64 MiB each',
    fileName: 'a.zip',
    make: () => forest(3),
    ends: ['file-over-limits'],
  },
  {
    name: 'ZIP slip by ../',
    fileName: 'a.zip',
    make: () => craftedZip([stored('../../../../etc/cron.d/a.txt', STORY)]),
    ends: ['file-damaged'],
    quick: true,
  },
  {
    name: 'ZIP slip by a path from the root',
    fileName: 'a.zip',
    make: () => craftedZip([stored('/etc/cron.d/a.txt', STORY)]),
    ends: ['file-damaged'],
  },
  {
    name: 'ZIP slip by a drive and backslashes',
    fileName: 'a.zip',
    make: () => craftedZip([stored('C:\\Windows\\..\\a.txt', STORY), stored('..\\..\\b.txt', STORY)]),
    ends: ['file-damaged'],
  },
  {
    name: 'ZIP: names of devices, of streams and of nothing',
    fileName: 'a.zip',
    make: () =>
      craftedZip(
        ['CON.txt', 'NUL', 'COM1.html', 'a.txt:stream', 'a.txt.', ' ', '-rf', '\u202etxt.exe'].map((name) =>
          stored(name, STORY),
        ),
      ),
    ends: ['read', 'file-damaged'],
  },
  {
    name: 'ZIP: a link to /etc/passwd for an article',
    fileName: 'a.zip',
    make: () => craftedZip([stored('link.txt', '/etc/passwd', { mode: 0o120777 })]),
    ends: ['file-not-an-article'],
    quick: true,
  },
  {
    name: 'ZIP: names of 65,000 letters',
    fileName: 'a.zip',
    make: () =>
      craftedZip(Array.from({ length: 300 }, (_, n) => stored(`${n}${'x'.repeat(65_000)}.txt`, STORY))),
    ends: ['read', 'file-damaged', 'file-over-limits'],
  },
  {
    name: 'ZIP: a file that says it is encrypted, and one that is not there',
    fileName: 'a.zip',
    make: () => craftedZip([stored('a.txt', STORY, { flags: 1 }), stored('b.txt', '', { size: 4000 })]),
    ends: ['file-encrypted', 'file-damaged'],
  },
  {
    name: 'ZIP: a directory far behind the end',
    fileName: 'a.zip',
    make: () => {
      const zip = craftedZip([stored('a.txt', STORY)])
      zip.writeUInt32LE(0xfffffff0, zip.length - 6)
      return zip
    },
    ends: ['file-damaged'],
  },
  {
    name: 'ZIP: 100,000 bytes of end marks',
    fileName: 'a.zip',
    make: () => Buffer.concat([craftedZip([stored('a.txt', STORY)]), Buffer.alloc(100_000, 'PK\x05\x06')]),
    ends: ['file-damaged', 'read'],
  },
  {
    name: 'ZIP: a saved page with 19,000 pictures beside it',
    fileName: 'a.zip',
    make: () => {
      const pictures = Array.from({ length: 19_000 }, (_, index) => stored(`a_files/${index}.png`, 'x'))
      return craftedZip([stored('a.html', page('').toString()), ...pictures])
    },
    ends: ['read'],
  },
  {
    name: 'ZIP: 4,000 saved pages that share their pictures by name',
    fileName: 'a.zip',
    make: () => {
      const pages = Array.from({ length: 4000 }, (_, n) => stored(`${n}.html`, '<p>'))
      const files = Array.from({ length: 4000 }, (_, n) => stored(`${n}_files/a.png`, 'x'))
      return craftedZip([...pages, ...files])
    },
    ends: ['file-not-an-article'],
  },
  {
    name: 'gzip: 1 GiB in 1 MB',
    fileName: 'a.gz',
    make: () => gzippedRun(1024),
    ends: ['file-over-limits'],
    quick: true,
  },
  {
    name: 'gzip in gzip, thirty deep',
    fileName: 'a.gz',
    make: () => {
      let inner = Buffer.from(STORY)
      for (let level = 0; level < 30; level += 1) inner = gzipSync(inner)
      return inner
    },
    ends: ['file-over-limits'],
  },
  {
    name: 'gzip: 10,000 members of 1 MiB each',
    fileName: 'a.gz',
    make: () => {
      const member = gzipSync(Buffer.alloc(MIB, 'a'))
      return Buffer.concat(Array.from({ length: 10_000 }, () => member))
    },
    ends: ['file-over-limits'],
  },
]
