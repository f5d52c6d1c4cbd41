import { getEventListeners } from 'node:events'
import { resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import type { Result } from '#domain/result'
import { createParser, type Parser, type ParserOptions, type ParserPort } from './client'
import type { Beside, Member } from './member'
import { WINDOW } from './messages'
import { nodePort } from './node-port'

const PLANTED = resolve(import.meta.dirname, 'testing/planted-process.mjs')
const BYTES = new Uint8Array([1, 2, 3])

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

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

/** The one article of a file, which most are; it begins to be parsed at once. */
async function only(parser: Parser, fileName: string, bytes: Uint8Array = BYTES): Promise<Result<unknown>> {
  const [member, ...others] = await membersOf(parser, fileName, bytes)
  if (member === undefined || others.length > 0) throw new Error(`${others.length} articles more`)
  return member.result
}

async function membersOf(parser: Parser, fileName: string, bytes: Uint8Array): Promise<Member<unknown>[]> {
  const members: Member<unknown>[] = []
  for await (const member of parser.parse({ bytes, fileName })) members.push(member)
  return members
}

function outcome(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.failure.code
}

describe('the parser client', () => {
  it('answers in the order given, from one process', async () => {
    const { parser, started } = planted()
    const results = await Promise.all(['a', 'b', 'c', 'd'].map((name) => only(parser, name)))
    expect(results.map((result) => !result.ok && result.failure.detail?.file)).toEqual(['a', 'b', 'c', 'd'])
    expect(started).toHaveLength(1)
  })

  it.each([
    ['crash', 'parser-crashed'],
    ['throw', 'parser-crashed'],
    ['full', 'parser-out-of-memory'],
  ])('says what became of a file on which it met a %s, and goes on with the next', async (name, code) => {
    const { parser, started } = planted()
    const results = await Promise.all(['before', name, 'next', 'last'].map((one) => only(parser, one)))
    expect(results.map(outcome)).toEqual(['file-binary', code, 'file-binary', 'file-binary'])
    expect(results[1]).toMatchObject({ failure: { detail: { file: name } } })
    expect(started).toHaveLength(2)
  })

  it('kills a process that takes too long, and goes on with the next file', async () => {
    const { parser, started } = planted({ limits: { input: 1000, parseTime: 1500 } })
    const results = await Promise.all(['hang', 'next', 'hang', 'last'].map((one) => only(parser, one)))
    expect(results.map(outcome)).toEqual([
      'parser-timed-out',
      'file-binary',
      'parser-timed-out',
      'file-binary',
    ])
    expect(results[0]).toMatchObject({ failure: { detail: { file: 'hang', seconds: 2 } } })
    expect(started).toHaveLength(3)
  })

  it('ends a file whose articles would go on and on, each of them in time, and keeps what came of it', async () => {
    const { parser } = planted({ limits: { input: 1000, parseTime: 60_000, fileTime: 1000 } })
    const many = Buffer.from(Array(100).fill('slow').join(' '))
    const [members, next] = await Promise.all([membersOf(parser, 'a.mbox', many), only(parser, 'next')])
    expect(members.length).toBeLessThan(100)
    expect(members.at(-1)).toMatchObject({
      part: null,
      result: { failure: { code: 'parser-timed-out', detail: { file: 'a.mbox', seconds: 1 } } },
    })
    expect(outcome(next)).toBe('file-binary')
  })

  it('survives one crash after another', async () => {
    const { parser } = planted()
    const results = await Promise.all(['crash', 'crash', 'crash', 'good'].map((one) => only(parser, one)))
    expect(results.map(outcome)).toEqual([
      'parser-crashed',
      'parser-crashed',
      'parser-crashed',
      'file-binary',
    ])
  })

  it('refuses what is too large without asking the process', async () => {
    const { parser, started } = planted()
    const result = await only(parser, 'big', new Uint8Array(1001))
    expect(result).toMatchObject({
      failure: { code: 'file-too-large', detail: { found: 1001, limit: 1000 } },
    })
    expect(started).toHaveLength(0)
  })

  it('ends an idle process and starts another when there is work again', async () => {
    const { parser, started } = planted({ idleMs: 50 })
    await only(parser, 'one')
    await new Promise<void>((done) => started[0]?.onExit(() => done()))
    expect(outcome(await only(parser, 'two'))).toBe('file-binary')
    expect(started).toHaveLength(2)
  })

  it('answers everything when it is closed, and ends the process', async () => {
    const { parser, started } = planted()
    const results = ['hang', 'a', 'b'].map((one) => only(parser, one))
    const ended = new Promise<void>((done) => started[0]?.onExit(() => done()))
    parser.close()
    expect((await Promise.all(results)).map(outcome)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(outcome(await only(parser, 'late'))).toBe('cancelled')
    await ended
  })

  it('does not believe answers that are none', async () => {
    let listener: (message: unknown) => void = () => {}
    const port: ParserPort = {
      post: () => {
        const member = { part: null, original: null, result: { ok: true } }
        for (const answer of [
          null,
          'x',
          {},
          { kind: 'member', id: 9, member, last: true },
          { kind: 'member', id: 1, member: { ...member, result: null }, last: true },
        ])
          listener(answer)
      },
      onMessage: (given) => {
        listener = given
      },
      onExit: () => {},
      kill: () => {},
    }
    const parser = createParser({ spawn: () => port, limits: { input: 10, parseTime: 100 } })
    expect(outcome(await only(parser, 'file'))).toBe('parser-timed-out')
    parser.close()
  })

  it('hands over the articles of a file in order, and goes on behind one that ends the process', async () => {
    const { parser, started } = planted()
    const words = Buffer.from('one two crash four crash six')
    const [members, next] = await Promise.all([membersOf(parser, 'a.mbox', words), only(parser, 'next')])
    expect(members.map(({ part, result }) => [part, outcome(result)])).toEqual([
      ['one', 'file-not-an-article'],
      ['two', 'file-not-an-article'],
      ['crash', 'parser-crashed'],
      ['four', 'file-not-an-article'],
      ['crash', 'parser-crashed'],
      ['six', 'file-not-an-article'],
    ])
    expect(outcome(next)).toBe('file-binary')
    expect(started).toHaveLength(3)
  })

  it('hands over the files that lie beside one, and tells which do not', async () => {
    const { parser } = planted()
    const asked: string[] = []
    const beside: Beside = async (paths) => {
      asked.push(...paths)
      return [new Uint8Array(7), null]
    }
    const results: unknown[] = []
    for (const input of [{ beside }, {}]) {
      for await (const { result } of parser.parse({ bytes: BYTES, fileName: 'ask', ...input }))
        results.push(result)
    }
    expect(asked).toEqual(['img/a.gif', 'img/b.gif'])
    expect(results).toMatchObject([
      { failure: { detail: { file: '7 -1' } } },
      { failure: { detail: { file: '-1 -1' } } },
    ])
  })

  it('gives a file more time for each one beside it', async () => {
    const answers = async (besideTime: number) => {
      const { parser } = planted({ limits: { input: 1000, parseTime: 60_000, fileTime: 2000, besideTime } })
      await only(parser, 'which starts the process')
      const beside: Beside = async (paths) => paths.map(() => new Uint8Array(7))
      for await (const { result } of parser.parse({ bytes: BYTES, fileName: 'ask slowly', beside })) {
        return outcome(result)
      }
      throw new Error('no answer')
    }
    expect(await answers(60_000)).toBe('file-not-an-article')
    expect(await answers(0)).toBe('parser-timed-out')
  })

  it('ends a process that asks for files without end', async () => {
    const { parser } = planted({ limits: { input: 1000, parseTime: 1000 } })
    expect(outcome(await only(parser, 'ask again'))).toBe('parser-timed-out')
  })

  it('does not hurry somebody who is slow to take what has come', async () => {
    const { parser } = planted({ limits: { input: 1000, parseTime: 2000 } })
    await only(parser, 'which starts the process')
    const parts = Array.from({ length: WINDOW + 3 }, (_, index) => String(index))
    const taken: (string | null)[] = []
    for await (const member of parser.parse({ bytes: Buffer.from(parts.join(' ')), fileName: 'a.mbox' })) {
      if (taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 3000))
      taken.push(member.part)
    }
    expect(taken).toEqual(parts)
  })

  it('is not kept by the signal of an import once a file has been answered', async () => {
    const { parser } = planted()
    const stop = new AbortController()
    for (const name of ['a', 'b', 'crash', 'c']) {
      for await (const _ of parser.parse({ bytes: BYTES, fileName: name }, stop.signal));
    }
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
  })

  it('is not kept by it either when garbage is collected while several are under way', async () => {
    const { parser } = planted()
    const stop = new AbortController()
    const files = ['a', 'b', 'c'].map((fileName) => parser.parse({ bytes: BYTES, fileName }, stop.signal))
    await new Promise(setImmediate)
    collectGarbage()
    for (const file of files) for await (const _ of file);
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
  })

  it('gives a file up when it is told to, and goes on with the next', async () => {
    const { parser } = planted()
    const stop = new AbortController()
    const given = parser.parse({ bytes: BYTES, fileName: 'hang' }, stop.signal)
    const next = only(parser, 'next')
    stop.abort()
    for await (const { result } of given) expect(outcome(result)).toBe('cancelled')
    expect(outcome(await next)).toBe('file-binary')
  })
})
