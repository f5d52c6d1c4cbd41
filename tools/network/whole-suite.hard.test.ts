import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { inProject, isRoot } from '../console/project.mjs'
import { runCommand } from '../console/run.mjs'
import { whyNotWatched } from './watch.mjs'

/**
 * The whole end-to-end suite with every network call watched, and a session where there is no network at all. What one
 * test does, and how each test holds its application to account, stands in e2e/network.spec.ts and e2e/fixtures.ts.
 */

const UNWATCHED = whyNotWatched()

/** A namespace with nothing but a loopback, which the driver of the tests needs. */
const EMPTY = ['unshare', '--net', '--', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']

/** Only root makes one without becoming somebody else in it. */
function mayEmptyTheNetwork(): boolean {
  const [command = '', ...args] = EMPTY
  return isRoot() && spawnSync(command, [...args, 'true'], { stdio: 'ignore' }).status === 0
}

/** Runs end-to-end tests and tells their closing line. */
async function endToEnd(
  before: readonly string[],
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const [command = '', ...rest] = [...before, process.execPath, 'tools/e2e.mjs', ...args]
  const { output } = await runCommand(command, rest, { cwd: inProject('.'), env: { ...process.env, ...env } })
  console.log(output)
  return output.trimEnd().split('\n').at(-1) ?? ''
}

describe('no network', () => {
  it('is used in the whole end-to-end suite', async ({ skip }) => {
    skip(UNWATCHED !== undefined, `network calls cannot be watched: ${UNWATCHED}`)
    const closing = await endToEnd([], [], { COLOPHON_WATCH_NETWORK: '1' })
    expect(closing).toMatch(/^[1-9]\d* passed, 0 failed/)
  })

  it('is needed for a session in an empty network namespace', async ({ skip }) => {
    skip(!mayEmptyTheNetwork(), 'only root on Linux can make a network namespace and stay who it is')
    const closing = await endToEnd(EMPTY, ['e2e/network.spec.ts', '-g', 'a whole session'], {})
    expect(closing).toMatch(/^1 passed, 0 failed/)
  })
})
