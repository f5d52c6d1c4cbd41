import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openSettingsFile } from './settings-file'

const places: string[] = []
const folder = () => {
  const place = mkdtempSync(join(tmpdir(), 'colophon-settings-'))
  places.push(place)
  return place
}
afterEach(() => {
  for (const place of places.splice(0)) rmSync(place, { recursive: true, force: true })
})

describe('the settings file', () => {
  it('remembers what was changed, for its owner only', () => {
    const path = join(folder(), 'deep', 'settings.json')
    openSettingsFile(path).changeSettings({ theme: 'sepia', textSize: 22 })
    expect(openSettingsFile(path).read().settings).toMatchObject({
      theme: 'sepia',
      textSize: 22,
      face: 'serif',
    })
    expect(statSync(path).mode & 0o077).toBe(0)
  })

  it.each(['', '{', 'null', '{"settings":{"theme":"pink"},"window":{"width":1}}'])(
    'counts a damaged file (%s) as empty',
    (content) => {
      const path = join(folder(), 'settings.json')
      writeFileSync(path, content)
      expect(openSettingsFile(path).read()).toMatchObject({
        settings: { theme: 'system' },
        vaultFolder: null,
      })
    },
  )

  it('keeps the good part of a file whose settings are damaged', () => {
    const path = join(folder(), 'settings.json')
    writeFileSync(
      path,
      JSON.stringify({ settings: { theme: 'pink' }, vaultFolder: '/v.colophon', window: null }),
    )
    expect(openSettingsFile(path).read().vaultFolder).toBe('/v.colophon')
  })

  it.skipIf(process.getuid?.() === 0)(
    'goes on with a profile that cannot be written (skipped as root, who may write anywhere)',
    () => {
      const place = folder()
      chmodSync(place, 0o500)
      const file = openSettingsFile(join(place, 'settings.json'))
      expect(file.changeSettings({ theme: 'dark' }).theme).toBe('dark')
      expect(readdirSync(place)).toEqual([])
    },
  )
})
