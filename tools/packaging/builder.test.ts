import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { inProject } from '../console/project.mjs'

const builder = parse(readFileSync(inProject('builder.yml'), 'utf8'))

describe('what is shipped', () => {
  it('can be talked into nothing by its arguments or its environment', () => {
    expect(builder.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('is a supported Electron, the one that the code is compiled against', () => {
    const { devDependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
    expect(builder.electronVersion).toBe(devDependencies.electron)
  })

  it('is started without arguments: the AppImage of electron-builder would else turn the sandbox off', () => {
    expect(builder.linux.executableArgs).toEqual([])
  })

  it('holds no source maps, no tests, and nothing but native modules outside of the archive', () => {
    expect(builder.files).toContain('!**/*.map')
    expect(builder.asar).toEqual({ smartUnpack: false })
    expect(builder.asarUnpack).toEqual(['**/*.node'])
  })

  it('updates itself from nowhere', () => {
    expect(builder.publish).toBeNull()
  })
})
