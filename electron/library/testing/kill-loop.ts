import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { inventoryOf } from '../../store/tables/inventory'
import { DATABASE_FILE } from '../../vault/header-files'
import { openVault } from '../../vault/open-vault'
import { lockVault } from '../../vault/vault-lock'
import { readBackup } from '../backup/format'
import { generationPaths } from '../backup/generations'
import { fillLibrary, temporaryVault } from '../backup/testing/temporary-vault'
import { type LibraryKeys, openLibrary } from '../library'
import { verifyLibrary } from '../verifying'
import { writeOldLibrary } from './old-library'
import { BACKUP, INCOMING, PASSPHRASES, type Said, type Work, type WorkerOptions } from './worker'

/** How long after `ready` a worker is killed at the latest: ms, so that the moment falls anywhere in its work. */
const SPAN: Readonly<Record<Work, number>> = {
  import: 900,
  annotate: 500,
  passphrase: 3000,
  migrate: 400,
  'back-up': 900,
}
const FILES_PER_IMPORT = 150
const OLD_CAPTURES = 150

/** What a loop has seen. */
export type KillTally = {
  trials: number
  /** Trials whose worker was killed before it had come to an end of its work. */
  killedAtWork: number
  acknowledged: number
  lost: string[]
  /** What else was wrong after a kill: a vault that does not open, damage. */
  wrong: string[]
}

export type KillLoop = {
  readonly tally: KillTally
  readonly kill: (work: Work, options?: { readonly early?: boolean }) => Promise<void>
  readonly end: () => void
}

/** Builds the worker as the application's processes are built. Returns its entry. */
export async function buildWorker(outDir: string): Promise<string> {
  const root = join(import.meta.dirname, '..', '..', '..')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(root, outDir),
      rollupOptions: {
        input: {
          worker: join(import.meta.dirname, 'worker-process.ts'),
          parser: join(root, 'electron', 'ingest', 'process.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  return join(root, outDir, 'worker.js')
}

/** One vault that is worked on and killed again and again, and everything that was ever acknowledged about it. */
export async function killLoop(worker: string): Promise<KillLoop> {
  const place = mkdtempSync(join(tmpdir(), 'colophon-kill-'))
  const temporary = await temporaryVault(place)
  await fillLibrary(temporary, place, 3)
  const { folder, library } = temporary
  const keys: LibraryKeys = {
    databasePath: join(folder, DATABASE_FILE),
    databaseKey: temporary.vault.databaseKey,
    journalKey: library.journalKey,
  }
  library.close()
  const old = join(place, 'old.colophon')
  cpSync(folder, old, { recursive: true })
  for (const name of [DATABASE_FILE, 'journal.head']) rmSync(join(old, name), { force: true })
  writeOldLibrary({ ...keys, databasePath: join(old, DATABASE_FILE) }, OLD_CAPTURES)

  const tally: KillTally = { trials: 0, killedAtWork: 0, acknowledged: 0, lost: [], wrong: [] }
  const captures = new Set<string>()
  const notes = new Set<string>()
  let passphrase: string = PASSPHRASES[0]

  async function kill(work: Work, { early = false } = {}): Promise<void> {
    tally.trials += 1
    const run = `run ${tally.trials}`
    if (work === 'import') freshFiles(join(place, INCOMING), run)
    const target = work === 'migrate' ? join(place, `${run}.colophon`) : folder
    if (work === 'migrate') cpSync(old, target, { recursive: true })
    const options = { work, folder: target, run, early }
    const said = await runAndKill(
      worker,
      options,
      passphraseFor(work),
      early ? 0 : Math.random() * SPAN[work],
    )
    const done = said.flatMap((line) => (line.said === 'done' ? [line.what] : []))
    tally.acknowledged += done.length
    if (work !== 'migrate' || done.length === 0) tally.killedAtWork += 1
    if (work === 'import') for (const what of done) captures.add(what)
    if (work === 'annotate') for (const what of done) notes.add(what)
    if (work === 'passphrase') await checkPassphrase(said)
    if (work === 'back-up') await checkBackups(done)
    if (work === 'migrate') await checkOld(target)
    else await checkLibrary()
  }

  const passphraseFor = (work: Work) => (work === 'migrate' ? PASSPHRASES[0] : passphrase)
  const wrong = (what: string) => tally.wrong.push(`trial ${tally.trials}: ${what}`)

  /** The one that was acknowledged last opens, or the one that was under way. */
  async function checkPassphrase(said: readonly Said[]): Promise<void> {
    const last = said.flatMap((line) => (line.said === 'done' ? [line.what] : [])).at(-1) ?? passphrase
    const trying = said.flatMap((line) => (line.said === 'trying' ? [line.what] : [])).at(-1) ?? last
    for (const candidate of new Set([last, trying])) {
      const opened = await openVault({ folder, passphrase: candidate })
      if (!opened.ok) continue
      opened.value.close()
      passphrase = candidate
      return
    }
    tally.lost.push(`trial ${tally.trials}: passphrase`)
  }

  /** The backup that was acknowledged last is among the generations, and every one of these is whole. */
  async function checkBackups(done: readonly string[]): Promise<void> {
    const present = generationPaths(join(place, BACKUP)).filter((path) => existsSync(path))
    const hashes = present.map((path) => createHash('sha256').update(readFileSync(path)).digest('hex'))
    const last = done.at(-1)
    if (last !== undefined && !hashes.includes(last)) tally.lost.push(`trial ${tally.trials}: backup`)
    for (const path of present)
      if (!(await readBackup(path)).ok) wrong('a generation of the backup is damaged')
  }

  async function checkLibrary(): Promise<void> {
    const lock = lockVault(folder)
    if (!lock.ok) return void wrong(lock.failure.code)
    lock.value.release()
    const opened = await openLibrary({ vault: { ...keys, name: 'Reports' } })
    if (!opened.ok) return void wrong(opened.failure.code)
    const { db } = opened.value
    const there = new Set(db.prepare('SELECT id FROM capture', { pluck: true }).all<string>())
    const written = new Set(db.prepare('SELECT markdown FROM note', { pluck: true }).all<string>())
    for (const id of captures) if (!there.has(id)) tally.lost.push(`trial ${tally.trials}: capture`)
    for (const note of notes) if (!written.has(note)) tally.lost.push(`trial ${tally.trials}: ${note}`)
    const verified = await verifyLibrary(opened.value, 'whole')
    if (!verified.ok || !verified.value.whole) wrong(JSON.stringify(verified))
    opened.value.close()
  }

  async function checkOld(target: string): Promise<void> {
    const vault = { ...keys, databasePath: join(target, DATABASE_FILE), name: 'Old' }
    const opened = await openLibrary({ vault })
    if (!opened.ok) return void wrong(opened.failure.code)
    const { captures: found } = inventoryOf(opened.value.db)
    if (found !== OLD_CAPTURES) tally.lost.push(`trial ${tally.trials}: ${OLD_CAPTURES - found} old captures`)
    const [problem] = opened.value.db.pragma('integrity_check(1)')
    if (problem?.integrity_check !== 'ok') wrong('structure')
    opened.value.close()
    rmSync(target, { recursive: true })
  }

  return { tally, kill, end: () => rmSync(place, { recursive: true, force: true }) }
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
