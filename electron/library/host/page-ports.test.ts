import { once } from 'node:events'
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failure } from '#domain/failure'
import { failed, ok } from '#domain/result'
import { createClaims } from './claims'
import type { MessagePort } from './main-parsers'
import { createPagePorts } from './page-ports'

/** Electron's port hands over `{ data }` where Node's hands over the data itself. */
function asElectron(port: NodePort): MessagePort {
  return {
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
      port.on(event, (data: unknown) => listener({ data })),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  }
}

let page: NodePort
let asked: [string, unknown][]
const claims = createClaims()
const ports = createPagePorts(
  async (channel, input) => {
    asked.push([channel, input])
    return channel === 'journal:list' ? failed(failure('vault-locked')) : ok('answered')
  },
  claims,
  { locale: () => 'ko' },
)

beforeEach(() => {
  asked = []
  const { port1, port2 } = new MessageChannel()
  page = port1
  ports.serve(asElectron(port2))
})
afterEach(() => page.close())

async function ask(channel: string, input: unknown): Promise<unknown> {
  page.postMessage({ id: 1, channel, input })
  const [message] = await once(page, 'message')
  return message.answer
}

describe('the page’s port to the library', () => {
  it('answers what the contract has for it', async () => {
    expect(await ask('articles:open', { articleId: 'a', captureId: null })).toEqual(ok('answered'))
    expect(asked).toEqual([['articles:open', { articleId: 'a', captureId: null }]])
  })

  it.each([
    ['articles:open', { articleId: 7 }],
    ['articles:open', undefined],
    ['vault:unlock', { passphrase: 'six words' }],
    ['vault:close', null],
    ['importing:paths', { paths: ['/etc/passwd'] }],
    ['exporting:write', {}],
    ['constructor:name', null],
    ['secrets:leave', ''],
    ['secrets:leave', 'x'.repeat(1025)],
  ])('refuses %s when it is not as the contract has it, or main’s to answer', async (channel, input) => {
    expect(await ask(channel, input)).toMatchObject({ ok: false, failure: { code: 'request-refused' } })
    expect(asked).toEqual([])
  })

  it('words a failure in the window’s language', async () => {
    const answer = await ask('journal:list', { before: null, limit: 10 })
    expect(answer).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/[가-힣]/) } })
  })

  it('previews an export in the window’s language', async () => {
    await ask('exporting:plan', { articleIds: ['a'], format: 'md' })
    expect(asked).toEqual([['exporting:plan', { articleIds: ['a'], format: 'md', locale: 'ko' }]])
  })

  it('takes a secret and gives a claim check, for main to hold', async () => {
    const left = (await ask('secrets:leave', 'six words')) as { value: string }
    expect(claims.redeem({ passphrase: left.value })).toEqual({ passphrase: 'six words' })
  })

  it('brings events to every page', async () => {
    const arrived = once(page, 'message')
    ports.emit('importing:progress', { done: 1 })
    expect((await arrived)[0]).toEqual({
      kind: 'event',
      event: 'importing:progress',
      payload: { done: 1 },
    })
  })
})
