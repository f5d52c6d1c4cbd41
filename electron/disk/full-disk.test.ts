import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { writeFiles } from '#electron/export/write-files'
import { changePassphrase } from '#electron/vault/change-passphrase'
import { createVault } from '#electron/vault/create-vault'
import { openVault } from '#electron/vault/open-vault'
import { smallDisk } from './testing/small-disk'

vi.setConfig({ testTimeout: 120_000 })

const PASSPHRASE = 'ferry-onion-lantern-quilt-mosaic'
const probe = smallDisk(16)
probe?.remove()

/** Fills what is left, down to the last page. */
function fill(folder: string): void {
  for (let index = 0; ; index += 1) {
    try {
      writeFileSync(join(folder, `ballast ${index}`), Buffer.alloc(4096))
    } catch {
      return
    }
  }
}

describe.skipIf(probe === null)(
  'on a full disk (skipped where no small disk can be mounted: needs root on Linux)',
  () => {
    it('an export says so and leaves nothing of itself', async () => {
      const disk = smallDisk(64)
      if (disk === null) return
      try {
        writeFileSync(join(disk.folder, 'old.md'), 'old')
        const files = ['old.md', 'a.md', 'b.md'].map((name) => ({
          name,
          articleId: name,
          text: 'x'.repeat(40_000),
        }))
        expect(await writeFiles({ folder: disk.folder, files, overwrite: true })).toEqual({
          ok: false,
          failure: { code: 'disk-full' },
        })
        expect(readdirSync(disk.folder)).toEqual(['old.md'])
        expect(readFileSync(join(disk.folder, 'old.md'), 'utf8')).toBe('old')
      } finally {
        disk.remove()
      }
    })

    it('a vault is not begun, a passphrase not changed, and an old one still opens when there is room', async () => {
      const disk = smallDisk(256)
      if (disk === null) return
      const folder = join(disk.folder, 'one.colophon')
      try {
        const made = await createVault({ folder, name: 'one', passphrase: PASSPHRASE })
        if (!made.ok) throw new Error(made.failure.code)
        made.value.close()
        const before = readFileSync(join(folder, 'header.json'))
        fill(disk.folder)
        const change = { folder, passphrase: PASSPHRASE, newPassphrase: 'gravel-tundra-violin-pepper-dusk' }
        expect(await changePassphrase(change)).toEqual({ ok: false, failure: { code: 'disk-full' } })
        expect(readFileSync(join(folder, 'header.json'))).toEqual(before)
        expect(readdirSync(folder).sort()).toEqual(['header.json', 'header.spare.json'])

        const other = { folder: join(disk.folder, 'two.colophon'), name: 'two', passphrase: PASSPHRASE }
        expect(await createVault(other)).toEqual({ ok: false, failure: { code: 'disk-full' } })
        expect(readdirSync(disk.folder).filter((name) => name.startsWith('two'))).toEqual([])
        expect(await openVault({ folder, passphrase: PASSPHRASE })).toMatchObject({
          ok: false,
          failure: { code: 'disk-full' },
        })
        expect(readdirSync(folder).sort()).toEqual(['header.json', 'header.spare.json'])
        rmSync(join(disk.folder, 'ballast 0'))
        const opened = await openVault({ folder, passphrase: PASSPHRASE })
        expect(opened.ok).toBe(true)
        if (opened.ok) opened.value.close()
      } finally {
        disk.remove()
      }
    })
  },
)
