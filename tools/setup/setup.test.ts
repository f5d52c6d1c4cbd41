import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { latestChange } from './build.mjs'
import { isSupportedNode } from './node-version.mjs'
import { lockMatchesManifest, samePackages } from './packages.mjs'
import { installedNames } from './system-libraries.mjs'

describe('the version of Node', () => {
  it.each([
    ['20.18.3', false],
    ['18.20.0', false],
    ['20.19.0', true],
    ['20.20.2', true],
    ['22.0.0', true],
  ])('%s: %s', (version, supported) => {
    expect(isSupportedNode(version)).toBe(supported)
  })
})

describe('installed packages', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/a-darwin': { version: '1.0.0', integrity: 'sha512-d', optional: true },
  }
  const installed = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }

  it('are current when only packages for other platforms are missing', () => {
    expect(samePackages(wanted, installed)).toBe(true)
  })
  it('are not when one is missing', () => {
    expect(samePackages(wanted, {})).toBe(false)
  })
  it('are not when one has other content under the same version', () => {
    const other = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }
    expect(samePackages(wanted, other)).toBe(false)
  })
  it('are not when one is left over', () => {
    expect(samePackages(wanted, { ...installed, 'node_modules/b': { version: '2.0.0' } })).toBe(false)
  })
})

describe('the lock file', () => {
  const root = mkdtempSync(join(tmpdir(), 'colophon-lock-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const [manifest, lock] = [join(root, 'package.json'), join(root, 'package-lock.json')]
  const lockOf = (locked: object) => JSON.stringify({ packages: { '': locked } })

  it('matches when it asks for the same in another order', () => {
    writeFileSync(manifest, JSON.stringify({ dependencies: { a: '1.0.0', b: '2.0.0' } }))
    writeFileSync(lock, lockOf({ dependencies: { b: '2.0.0', a: '1.0.0' } }))
    expect(lockMatchesManifest(manifest, lock)).toBe(true)
  })
  it('does not when package.json went on without it', () => {
    writeFileSync(manifest, JSON.stringify({ dependencies: { a: '1.0.1' }, devDependencies: { c: '1.0.0' } }))
    writeFileSync(lock, lockOf({ dependencies: { a: '1.0.1' } }))
    expect(lockMatchesManifest(manifest, lock)).toBe(false)
  })
})

describe('installed system packages', () => {
  it('include what they stand in for, and no removed ones', () => {
    const names = installedNames(
      'installed libgtk-3-0t64 libgtk-3-0 (= 3.24), libgtk\ninstalled xvfb \nconfig-files xauth \n',
    )
    expect(names.has('libgtk-3-0')).toBe(true)
    expect(names.has('xvfb')).toBe(true)
    expect(names.has('xauth')).toBe(false)
  })
})

describe('the latest change', () => {
  const root = mkdtempSync(join(tmpdir(), 'colophon-latest-'))
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('looks into folders, leaves tests out, and sees that a file was removed', () => {
    mkdirSync(join(root, 'deep'), { recursive: true })
    const at = (path: string, seconds: number) => utimesSync(join(root, path), seconds, seconds)
    for (const name of ['a.ts', 'a.test.ts', 'b.ts']) writeFileSync(join(root, 'deep', name), '')
    at('deep/a.ts', 3_000)
    at('deep/b.ts', 2_000)
    at('deep/a.test.ts', 9_000)
    at('deep', 1_000)
    at('', 1_000)
    expect(latestChange(root)).toBe(3_000_000)
    rmSync(join(root, 'deep/b.ts'))
    expect(latestChange(root)).toBeGreaterThan(9_000_000)
  })
  it('of nothing is never', () => {
    expect(latestChange(join(root, 'none'))).toBe(0)
  })
})
