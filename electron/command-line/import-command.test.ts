import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { ImportedFile } from '#contract/importing'
import { bundled } from '../library/testing/bundled'

/** Real processes with a real Argon2id each, on a machine that may be busy. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const PASSPHRASE = 'ferry-onion-lantern-quilt-mosaic'
let place = ''
let program = ''

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'colophon-import-command-'))
  const electron = join(import.meta.dirname, '..')
  const programs = {
    cli: join(electron, 'cli.ts'),
    'parser-process': join(electron, 'ingest', 'process.ts'),
  }
  program = join(await bundled(programs, 'import-command'), 'cli.js')
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Runs the built command line as a script does, and returns what it prints as one value of JSON. */
function colophon<T>(...args: readonly string[]): Promise<T> {
  const env = { ...process.env, COLOPHON_PASSPHRASE: PASSPHRASE }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args, '--json'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString()
    })
    child.stderr.on('data', (text: Buffer) => {
      err += text.toString()
    })
    child.on('close', () => (out === '' ? reject(new Error(err)) : resolve(JSON.parse(out))))
  })
}

it('`import --apart` makes an article of its own of what is there already', async () => {
  const vault = join(place, 'vault')
  const file = join(place, 'ferry.txt')
  writeFileSync(file, 'The ferry was cut by half on Thursday, the island council said.\n')
  await colophon('create', vault)
  const imported = async (...args: readonly string[]) =>
    (await colophon<ImportedFile[]>('import', vault, file, ...args)).map(({ outcome }) => outcome)
  expect(await imported()).toEqual(['imported'])
  expect(await imported()).toEqual(['already-there'])
  expect(await imported('--apart')).toEqual(['imported'])
  expect(await colophon<unknown[]>('list', vault)).toHaveLength(2)
})
