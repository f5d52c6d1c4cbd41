import { describe, expect, it } from 'vitest'
import { SetupFailure } from './failure.mjs'
import { mustRun, runCommand } from './run.mjs'
import { duration } from './step.mjs'

describe('running a command', () => {
  it('collects both outputs and the exit code', async () => {
    expect(await runCommand('sh', ['-c', 'echo out; echo err >&2; exit 3'])).toEqual({
      code: 3,
      output: 'out\nerr\n',
    })
  })
  it('does not throw for a command that is not there', async () => {
    expect((await runCommand('no-such-command', [])).code).toBe(1)
  })
  it('ends what hangs, with what that started', async () => {
    const began = performance.now()
    const { code } = await runCommand('sh', ['-c', 'sleep 30 & sleep 30; echo never'], { timeout: 300 })
    expect(code).not.toBe(0)
    expect(performance.now() - began).toBeLessThan(10_000)
  })
  it('says what to do when a command that must succeed fails', async () => {
    const failure = await mustRun('sh', ['-c', 'echo broken; exit 1'], { remedy: 'mend it.' }).catch(
      (error) => error,
    )
    expect(failure).toBeInstanceOf(SetupFailure)
    expect(failure.message).toContain('broken')
    expect(failure.remedy).toBe('mend it.')
  })
})

describe('durations', () => {
  it.each([
    [40, '0.0 s'],
    [1_250, '1.3 s'],
    [125_000, '2 min 05 s'],
    [119_700, '2 min 00 s'],
  ])('%d ms is %s', (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words)
  })
})
