import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bundled } from '../library/testing/bundled'
import { flipBit } from '../library/testing/filled-library'

/** Real processes with a real Argon2id each, on a machine that may be busy. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const FIRST = 'ferry-onion-lantern-quilt-mosaic'
const SECOND = 'gravel-tundra-violin-pepper-dusk'
const PAGE = 4096

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }
type Secrets = { readonly passphrase?: string; readonly newPassphrase?: string; readonly code?: string }

let place = ''
let program = ''
let vault = ''
/** The recovery code that opens the vault now. */
let code = ''

/** Runs the built command line as a script does. */
function colophon(args: readonly string[], secrets: Secrets): Promise<Ended> {
  const { passphrase = '', newPassphrase = '', code: recoveryCode = '' } = secrets
  const env = {
    ...process.env,
    COLOPHON_PASSPHRASE: passphrase,
    COLOPHON_NEW_PASSPHRASE: newPassphrase,
    COLOPHON_RECOVERY_CODE: recoveryCode,
  }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString()
    })
    child.stderr.on('data', (text: Buffer) => {
      err += text.toString()
    })
    child.on('close', (ended) => resolve({ code: ended, out, err }))
  })
}

/** Runs it, and returns what it prints as one value of JSON. */
async function told(args: readonly string[], secrets: Secrets): Promise<Record<string, unknown>> {
  const { code: ended, out, err } = await colophon([...args, '--json'], secrets)
  expect({ ended, err }).toEqual({ ended: 0, err: expect.any(String) })
  return JSON.parse(out)
}

async function titles(folder: string, passphrase: string): Promise<number> {
  const { out } = await colophon(['list', folder, '--jsonl'], { passphrase })
  return out.trim().split('\n').filter(Boolean).length
}

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'colophon-cli-'))
  const electron = join(import.meta.dirname, '..')
  const programs = {
    cli: join(electron, 'cli.ts'),
    'parser-process': join(electron, 'ingest', 'process.ts'),
  }
  program = join(await bundled(programs, 'cli'), 'cli.js')
  vault = join(place, 'Reports.colophon')
  const created = await told(['create', vault, '--recovery'], { passphrase: FIRST })
  code = String(created.recoveryCode)
  for (const number of [1, 2, 3]) {
    const words = `The boat of day ${number} left the quay of Ellin early.\n`.repeat(200)
    writeFileSync(join(place, `${number}.txt`), `Boat ${number} was early\n\n${words}`)
  }
  const paths = [1, 2, 3].map((number) => join(place, `${number}.txt`))
  await colophon(['import', vault, ...paths], { passphrase: FIRST })
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

describe('on the command line', () => {
  it('`recovery` prints another code, after which the first one opens nothing', async () => {
    const { recoveryCode } = await told(['recovery', vault], { passphrase: FIRST })
    expect(String(recoveryCode).split(' ')).toHaveLength(24)
    const refused = await colophon(['recover', vault], { code, newPassphrase: SECOND })
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('recovery code') })
    code = String(recoveryCode)
  })

  it('`recover` gives the library a new passphrase by it', async () => {
    expect(await told(['recover', vault], { code, newPassphrase: SECOND })).toEqual({ recovered: true })
    expect(await titles(vault, SECOND)).toBe(3)
    expect(await titles(vault, FIRST)).toBe(0)
  })

  it('`rotate` makes every key new, and says which code opens it from now on', async () => {
    const { code: ended, out, err } = await colophon(['rotate', vault, '--recovery'], { passphrase: SECOND })
    const [done, next = ''] = out.trim().split('\n')
    expect({ ended, done }).toEqual({ ended: 0, done: 'Every key is new.' })
    expect(err).toContain('Write it on paper')
    expect(await colophon(['recover', vault], { code, newPassphrase: FIRST })).toMatchObject({ code: 1 })
    code = next
    expect(readdirSync(vault).filter((name) => name.startsWith('library'))).toEqual(['library.db'])
    expect(await told(['verify', vault], { passphrase: SECOND })).toMatchObject({ whole: true, articles: 3 })
  })

  it('`restore --recovery` opens a backup by the code of its time', async () => {
    const file = join(place, 'Reports.colophon-backup')
    await told(['backup', vault, file], { passphrase: SECOND })
    const folder = join(place, 'Restored.colophon')
    expect(await colophon(['restore', file, folder, '--recovery'], {})).toMatchObject({ code: 1, out: '' })
    const restored = await colophon(['restore', file, folder, '--recovery'], { code })
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('`recover`') })
    await told(['recover', folder], { code, newPassphrase: FIRST })
    expect(await titles(folder, FIRST)).toBe(3)
  })

  it('`salvage` leaves a damaged library alone, and makes another of what it still holds', async () => {
    const database = join(vault, 'library.db')
    for (let at = 40 * PAGE + 300; at < statSync(database).size; at += 5 * PAGE) flipBit(database, at)
    const found = await colophon(['verify', vault], { passphrase: SECOND })
    expect(found).toMatchObject({ code: 1, out: expect.stringMatching(/page/) })
    const rescued = join(place, 'Rescued.colophon')
    const report = await told(['salvage', vault, rescued], { passphrase: SECOND })
    expect(report).toMatchObject({ verified: true })
    expect(Number(report.damagedPages)).toBeGreaterThan(0)
    expect(await titles(rescued, SECOND)).toBe(report.articles)
    const again = await colophon(['salvage', vault, rescued], { passphrase: SECOND })
    expect(again).toMatchObject({ code: 1, out: '' })
  })
})
