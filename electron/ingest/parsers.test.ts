import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Parser, ParserPort } from './client'
import { nodePort } from './node-port'
import { createParsers } from './parsers'

const PLANTED = resolve(import.meta.dirname, 'testing/planted-process.mjs')
const open: Parser[] = []
afterEach(() => {
  for (const parser of open.splice(0)) parser.close()
})

/** Two parsers over real, planted processes; counts how many were started. */
function planted() {
  const started: ParserPort[] = []
  const spawn = () => {
    const port = nodePort(PLANTED, { heap: 32 })
    started.push(port)
    return port
  }
  const parser = createParsers({ spawn, limits: { input: 1000, parseTime: 60_000 } }, 2)
  open.push(parser)
  return { parser, started }
}

async function outcomeOf(parser: Parser, fileName: string, signal?: AbortSignal): Promise<string> {
  for await (const { result } of parser.parse({ bytes: new Uint8Array([1]), fileName }, signal)) {
    return result.ok ? 'ok' : result.failure.code
  }
  throw new Error('no answer')
}

describe('several parsers', () => {
  it('read a file while another one hangs', async () => {
    const { parser, started } = planted()
    const stop = new AbortController()
    const hanging = outcomeOf(parser, 'hang', stop.signal)
    expect(await outcomeOf(parser, 'next')).toBe('file-binary')
    expect(started).toHaveLength(2)
    stop.abort()
    expect(await hanging).toBe('cancelled')
  })

  it('start no process that has nothing to do', async () => {
    const { parser, started } = planted()
    await outcomeOf(parser, 'only')
    expect(started).toHaveLength(1)
  })

  it('end together', async () => {
    const { parser, started } = planted()
    const outcomes = Promise.all(['hang', 'hang'].map((name) => outcomeOf(parser, name)))
    const ended = Promise.all(started.map((port) => new Promise<void>((done) => port.onExit(() => done()))))
    parser.close()
    expect(await outcomes).toEqual(['cancelled', 'cancelled'])
    expect(started).toHaveLength(2)
    await ended
  })
})
