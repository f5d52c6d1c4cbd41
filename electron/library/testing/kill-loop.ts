import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DATABASE_FILE } from '../../vault/header-files'
import { fillLibrary, temporaryVault } from '../backup/testing/temporary-vault'
import { HEAD_FILE } from '../journal-head'
import { bundled } from './bundled'
import { check, type KillTally, OLD_CAPTURES, type Watched } from './kill-checks'
import { writeOldLibrary } from './old-library'
import { INCOMING, PASSPHRASES, type Said, type Work, type WorkerOptions } from './worker'

/** How long after `ready` a worker is killed at the latest: ms, so that the moment falls anywhere in its work. */
const SPAN: Readonly<Record<Work, number>> = {
  import: 900,
  annotate: 500,
  passphrase: 3000,
  migrate: 400,
  'back-up': 900,
  rotate: 6000,
}
const FILES_PER_IMPORT = 150

export type KillLoop = {
  readonly tally: KillTally
  readonly kill: (work: Work, options?: { readonly early?: boolean }) => Promise<void>
  readonly end: () => void
}

/** Builds the worker as the application's processes are built. Returns its entry. */
export async function buildWorker(folder: string): Promise<string> {
  const programs = {
    worker: join(import.meta.dirname, 'worker-process.ts'),
    parser: join(import.meta.dirname, '..', '..', 'ingest', 'process.ts'),
  }
  return join(await bundled(programs, folder), 'worker.js')
}

/** One vault that is worked on and killed again and again, and everything that was ever acknowledged about it. */
export async function killLoop(worker: string): Promise<KillLoop> {
  const place = mkdtempSync(join(tmpdir(), 'colophon-kill-'))
  const watched = await prepare(place)
  const { tally, folder } = watched

  async function kill(work: Work, { early = false } = {}): Promise<void> {
    tally.trials += 1
    const run = `run ${tally.trials}`
    if (work === 'import') freshFiles(join(place, INCOMING), run)
    const target = work === 'migrate' ? join(place, `${run}.colophon`) : folder
    if (work === 'migrate') cpSync(oldVault(place), target, { recursive: true })
    const passphrase = work === 'migrate' ? PASSPHRASES[0] : watched.passphrase
    const delay = early ? 0 : Math.random() * SPAN[work]
    await check(
      watched,
      work,
      target,
      await runAndKill(worker, { work, folder: target, run, early }, passphrase, delay),
    )
    if (work === 'migrate') rmSync(target, { recursive: true })
  }
  return { tally, kill, end: () => rmSync(place, { recursive: true, force: true }) }
}

const oldVault = (place: string) => join(place, 'old.colophon')

/** Makes the vault, and beside it one of the first version under the same keys. */
async function prepare(place: string): Promise<Watched> {
  const temporary = await temporaryVault(place)
  await fillLibrary(temporary, place, 3)
  const { folder, library, vault } = temporary
  const databasePath = join(folder, DATABASE_FILE)
  const keys = { databasePath, databaseKey: vault.databaseKey, journalKey: library.journalKey }
  library.close()
  const old = oldVault(place)
  cpSync(folder, old, { recursive: true })
  for (const name of [DATABASE_FILE, HEAD_FILE]) rmSync(join(old, name), { force: true })
  const oldKeys = { ...keys, databasePath: join(old, DATABASE_FILE) }
  writeOldLibrary(oldKeys, OLD_CAPTURES)
  return {
    place,
    folder,
    keys,
    oldKeys,
    tally: { trials: 0, acknowledged: 0, lost: [], wrong: [] },
    captures: new Set(),
    notes: new Set(),
    passphrase: PASSPHRASES[0],
  }
}

/** Runs a worker, kills it `delay` ms after it was ready (with the planted fault: at its third word), and returns what it said. */
async function runAndKill(
  entry: string,
  options: Omit<WorkerOptions, 'passphrase' | 'parserEntry'>,
  passphrase: string,
  delay: number,
): Promise<Said[]> {
  const child = spawn(process.execPath, [entry, JSON.stringify(options)], {
    env: { ...process.env, COLOPHON_PASSPHRASE: passphrase },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let complaint = ''
  let timer: Promise<void> | null = null
  const kill = () => void child.kill('SIGKILL')
  child.stderr.on('data', (text: Buffer) => {
    complaint += text.toString()
  })
  child.stdout.on('data', (text: Buffer) => {
    output += text.toString()
    if (options.early && linesOf(output).length >= 3) kill()
    if (!options.early && timer === null && output.includes('ready')) timer = wait(delay).then(kill)
  })
  const signal = await new Promise((resolve) => child.on('close', (_code, how) => resolve(how)))
  if (signal !== 'SIGKILL') throw new Error(`the worker ended by itself: ${complaint}`)
  return linesOf(output).map((line): Said => JSON.parse(line))
}

/** Whole lines only: the last one may be cut, and then nobody was told. */
function linesOf(output: string): string[] {
  return output.split('\n').slice(0, -1)
}

/** Files that no run before had, instead of those that were there. */
function freshFiles(folder: string, run: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (let number = 1; number <= FILES_PER_IMPORT; number += 1) {
    const text = `Tide table ${number} of ${run}\n\n“The tide was late,” said Mara Quill, the pilot, in ${run}.\n`
    writeFileSync(join(folder, `tide-${number}.txt`), text)
  }
}
