import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Result } from '#domain/result'
import { createParser, type Parser, type ParserOptions, type ParserPort } from './client'
import { nodePort } from './node-port'

const PLANTED = resolve(import.meta.dirname, 'testing/planted-process.mjs')
const BYTES = new Uint8Array([1, 2, 3])

const open: Parser[] = []
afterEach(() => {
  for (const parser of open.splice(0)) parser.close()
})

/** A client of real, planted processes; counts how many were started. */
function planted(options: Partial<ParserOptions> = {}) {
  const started: ParserPort[] = []
  const spawn = () => {
    const port = nodePort(PLANTED, { heap: 32 })
    started.push(port)
    return port
  }
  const parser = createParser({ spawn, limits: { input: 1000, parseTime: 5000 }, ...options })
  open.push(parser)
  return { parser, started }
}

function outcome(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.failure.code
}

describe('the parser client', () => {
  it('answers in the order given, from one process', async () => {
    const { parser, started } = planted()
    const results = await Promise.all(['a', 'b', 'c', 'd'].map((name) => parser.parse(BYTES, name)))
    expect(results.map((result) => !result.ok && result.failure.detail?.file)).toEqual(['a', 'b', 'c', 'd'])
    expect(started).toHaveLength(1)
  })

  it.each([
    ['crash', 'parser-crashed'],
    ['throw', 'parser-crashed'],
    ['full', 'parser-out-of-memory'],
  ])('says what became of a file on which it met a %s, and goes on with the next', async (name, code) => {
    const { parser, started } = planted()
    const results = await Promise.all(['before', name, 'next', 'last'].map((one) => parser.parse(BYTES, one)))
    expect(results.map(outcome)).toEqual(['file-binary', code, 'file-binary', 'file-binary'])
    expect(results[1]).toMatchObject({ failure: { detail: { file: name } } })
    expect(started).toHaveLength(2)
  })

  it('kills a process that takes too long, and goes on with the next file', async () => {
    const { parser, started } = planted({ limits: { input: 1000, parseTime: 1500 } })
    const results = await Promise.all(['hang', 'next', 'hang', 'last'].map((one) => parser.parse(BYTES, one)))
    expect(results.map(outcome)).toEqual([
      'parser-timed-out',
      'file-binary',
      'parser-timed-out',
      'file-binary',
    ])
    expect(results[0]).toMatchObject({ failure: { detail: { file: 'hang', seconds: 2 } } })
    expect(started).toHaveLength(3)
  })

  it('survives one crash after another', async () => {
    const { parser } = planted()
    const results = await Promise.all(
      ['crash', 'crash', 'crash', 'good'].map((one) => parser.parse(BYTES, one)),
    )
    expect(results.map(outcome)).toEqual([
      'parser-crashed',
      'parser-crashed',
      'parser-crashed',
      'file-binary',
    ])
  })

  it('refuses what is too large without asking the process', async () => {
    const { parser, started } = planted()
    const result = await parser.parse(new Uint8Array(1001), 'big')
    expect(result).toMatchObject({
      failure: { code: 'file-too-large', detail: { found: 1001, limit: 1000 } },
    })
    expect(started).toHaveLength(0)
  })

  it('ends an idle process and starts another when there is work again', async () => {
    const { parser, started } = planted({ idleMs: 50 })
    await parser.parse(BYTES, 'one')
    await new Promise<void>((done) => started[0]?.onExit(() => done()))
    expect(outcome(await parser.parse(BYTES, 'two'))).toBe('file-binary')
    expect(started).toHaveLength(2)
  })

  it('answers everything when it is closed, and ends the process', async () => {
    const { parser, started } = planted()
    const results = ['hang', 'a', 'b'].map((one) => parser.parse(BYTES, one))
    const ended = new Promise<void>((done) => started[0]?.onExit(() => done()))
    parser.close()
    expect((await Promise.all(results)).map(outcome)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(outcome(await parser.parse(BYTES, 'late'))).toBe('cancelled')
    await ended
  })

  it('does not believe answers that are none', async () => {
    let listener: (message: unknown) => void = () => {}
    const port: ParserPort = {
      post: () => {
        for (const answer of [null, 'x', {}, { id: 9, result: { ok: true } }, { id: 1, result: null }])
          listener(answer)
      },
      onMessage: (given) => {
        listener = given
      },
      onExit: () => {},
      kill: () => {},
    }
    const parser = createParser({ spawn: () => port, limits: { input: 10, parseTime: 100 } })
    expect(outcome(await parser.parse(BYTES, 'file'))).toBe('parser-timed-out')
    parser.close()
  })
})
