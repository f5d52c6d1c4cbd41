import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type LaunchPlan, launchPlan } from '../as-user/launch-plan.mjs'
import { commandAs, type OrdinaryUser } from '../as-user/ordinary-user.mjs'
import { killTree, processTree } from '../console/process-tree.mjs'
import { inProject } from '../console/project.mjs'
import { runCommand } from '../console/run.mjs'
import { checkFuses } from './fuses.mjs'

/**
 * The packaged application itself, started as an ordinary user would start it, and as somebody would who wants to
 * read along. Packages anew, so what is tested is what the sources are.
 */

/** Longest that a start may take on a busy machine before it is called alive or hung: ms. */
const PATIENCE = 60_000
const LOOK_AGAIN = 100

const SWITCHES = [
  '--remote-debugging-port=9333',
  '--remote-debugging-pipe',
  '--remote-debugging-address=0.0.0.0',
  '--remote-allow-origins=*',
  '--inspect',
  '--inspect=0.0.0.0:9229',
  '--inspect-brk',
  '--inspect-port=9229',
  '--inspect-publish-uid=http',
  '--js-flags=--expose-gc',
  '--load-extension=/tmp',
  '--disable-extensions-except=/tmp',
  '--proxy-server=127.0.0.1:9',
  '--proxy-pac-url=http://127.0.0.1:9/',
  '--host-rules=MAP * 127.0.0.1',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--ignore-certificate-errors',
  '--no-sandbox',
  '--disable-site-isolation-trials',
  '--log-net-log=NET_LOG',
  '--enable-logging',
  '--enable-logging=file',
  '--log-file=NET_LOG',
  '--ssl-key-log-file=NET_LOG',
  '--enable-features=NetworkServiceInProcess',
  '--disable-features=IsolateOrigins',
  '--enable-blink-features=Serial',
  '--allow-file-access-from-files',
  '--trace-startup',
  '--headless',
]

const VARIABLES = [
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'ELECTRON_ENABLE_STACK_DUMPING',
  'CHROME_LOG_FILE',
  'SSLKEYLOGFILE',
  'ELECTRON_RUN_AS_NODE',
]

const ours = mkdtempSync(join(tmpdir(), 'colophon-packaged-'))
let plan: LaunchPlan
let executable: string
let starts = 0

type Start = {
  readonly code: number | null
  readonly said: string
  readonly pages: number
  readonly profile: string
}

/** Starts the packaged application and waits until it has ended, or until it shows a page; then ends it. */
async function start(args: readonly string[], env: Record<string, string> = {}): Promise<Start> {
  starts += 1
  const profile = plan.folder(`profile-${starts}`)
  const child = spawn(executable, [`--user-data-dir=${profile}`, ...args], {
    env: { ...plan.env, COLOPHON_VAULT_DIR: plan.folder('vaults'), ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  let code: number | null | undefined
  void ended.then((value) => {
    code = value
  })
  let pages = 0
  for (let waited = 0; code === undefined && pages === 0 && waited < PATIENCE; waited += LOOK_AGAIN) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN))
    pages = processTree(child.pid ?? 0).filter(({ argv }) => argv.includes('--type=renderer')).length
  }
  if (code === undefined && child.pid !== undefined) killTree(child.pid)
  await ended
  return { code: code ?? null, said, pages, profile }
}

beforeAll(async () => {
  const packed = await runCommand(process.execPath, ['tools/package.mjs'], { cwd: inProject('.') })
  expect(packed.code, packed.output).toBe(0)
  plan = await launchPlan()
  const program = join(plan.lend(inProject('out/package/linux-unpacked')), 'colophon')
  executable = plan.user === undefined ? program : asUser(program, plan.user)
})
afterAll(() => {
  plan?.dispose()
  rmSync(ours, { recursive: true, force: true })
})

/** A program that becomes the packaged application as the ordinary user, in the same process. */
function asUser(program: string, user: OrdinaryUser): string {
  const wrapper = join(ours, 'packaged')
  const lines = [
    '#!/bin/sh',
    'cd "$HOME" || exit 1',
    `exec ${commandAs(user).join(' ')} '${program}' "$@"`,
    '',
  ]
  writeFileSync(wrapper, lines.join('\n'))
  for (const path of [ours, wrapper]) chmodSync(path, 0o755)
  return wrapper
}

describe('the packaged application', () => {
  beforeEach(({ skip }) => skip(process.platform !== 'linux', 'the processes are looked up in /proc'))

  it('has the eight fuses as builder.yml says, and the check notices one that is not', async () => {
    const { electronFuses } = parse(readFileSync(inProject('builder.yml'), 'utf8'))
    const binary = inProject('out/package/linux-unpacked/colophon')
    expect(await checkFuses(binary, electronFuses)).toBe(8)
    for (const name of Object.keys(electronFuses))
      await expect(checkFuses(binary, { ...electronFuses, [name]: !electronFuses[name] })).rejects.toThrow(
        name,
      )
  })

  it('holds its code in one archive', () => {
    const resources = inProject('out/package/linux-unpacked/resources')
    expect(readdirSync(resources).sort()).toEqual(['app.asar', 'app.asar.unpacked'])
    const outside = readdirSync(join(resources, 'app.asar.unpacked'), {
      recursive: true,
      withFileTypes: true,
    })
    expect(outside.filter((entry) => entry.isFile() && !entry.name.endsWith('.node'))).toEqual([])
  })

  it('starts when nobody is in the way', async () => {
    const { pages } = await start([])
    expect(pages).toBeGreaterThan(0)
  })

  it.each(SWITCHES)('ends before there is a window when started with %s', async (given) => {
    const log = join(plan.folder('logs'), `log-${starts}`)
    const argument = given.replace('NET_LOG', log)
    const { code, said, pages, profile } = await start([argument])
    expect({ code, pages }).toEqual({ code: 1, pages: 0 })
    expect(said).toContain(`does not start with ${argument.split('=')[0]}`)
    expect(existsSync(join(profile, 'settings.json'))).toBe(false)
  })

  it.each(VARIABLES)('ends before there is a window when %s is set', async (name) => {
    const { code, said, pages } = await start([], { [name]: '1' })
    expect({ code, pages }).toEqual({ code: 1, pages: 0 })
    expect(said).toContain(`does not start with ${name}`)
  })

  it('is no Node, and loads no code of others', async () => {
    const marker = join(plan.folder('marks'), 'ran')
    const code = `require('fs').writeFileSync(${JSON.stringify(marker)}, '1')`
    const foreign = join(plan.folder('foreign'), 'foreign.cjs')
    writeFileSync(foreign, code, { mode: 0o644 })
    await start(['-e', code], { ELECTRON_RUN_AS_NODE: '1' })
    await start([foreign])
    await start([], { NODE_OPTIONS: `--require ${foreign}` })
    await start([`--require=${foreign}`])
    expect(existsSync(marker)).toBe(false)
  })
})
