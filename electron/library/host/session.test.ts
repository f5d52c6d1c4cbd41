import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  fillLibrary,
  PASSPHRASE,
  type TemporaryVault,
  temporaryVault,
} from '../backup/testing/temporary-vault'
import { createSession } from './session'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let temporary: TemporaryVault
beforeEach(async () => {
  temporary = await temporaryVault()
  await fillLibrary(temporary, temporary.place, 3)
  temporary.library.close()
})
afterEach(() => temporary.end())

it('a renewal of the keys ends a backup that is under way, which leaves nothing', async () => {
  let onBegun = () => {}
  const begun = new Promise<void>((resolve) => {
    onBegun = resolve
  })
  const { requests, methods } = createSession({
    spawnParser: () => {
      throw new Error('nothing is imported here')
    },
    locale: () => 'en',
    onProgress: () => undefined,
    onBackupProgress: () => onBegun(),
    onVerifyProgress: () => undefined,
    onSalvageProgress: () => undefined,
    onRenewalProgress: () => undefined,
    onBug: () => undefined,
  })
  const { folder, place } = temporary
  expect(await requests['vault:unlock']({ folder, passphrase: PASSPHRASE })).toMatchObject({ ok: true })
  const file = join(place, 'kept.colophon-backup')
  const making = requests['backups:make']({ file })
  await begun
  const renewed = await requests['keys:renew']({ passphrase: PASSPHRASE, recoveryCode: null })
  expect(renewed).toEqual({ ok: true, value: null })
  expect(await making).toEqual({ ok: false, failure: { code: 'cancelled' } })
  expect(existsSync(file)).toBe(false)
  expect(await methods()?.articles.list({ after: null, limit: 9 })).toMatchObject({ value: { total: 3 } })
  expect(await requests['backups:make']({ file })).toMatchObject({ ok: true, value: { articles: 3 } })
  await requests['vault:close'](null)
})
