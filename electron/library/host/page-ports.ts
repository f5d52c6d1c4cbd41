import { z } from 'zod'
import { articles } from '#contract/articles'
import { captures } from '#contract/captures'
import { correcting } from '#contract/correcting'
import type { Answer, Capability, Method } from '#contract/define'
import { isDirect, type PageRequest, type PortMessage } from '#contract/direct'
import { exporting } from '#contract/exporting'
import { importing } from '#contract/importing'
import { journal } from '#contract/journal'
import { keys } from '#contract/keys'
import { notes } from '#contract/notes'
import { searching } from '#contract/searching'
import { vault } from '#contract/vault'
import { verifying } from '#contract/verifying'
import { failure } from '#domain/failure'
import { sentence } from '#domain/failure-sentences'
import { failed, ok, type Result } from '#domain/result'
import type { Claims } from './claims'
import type { MessagePort } from './main-parsers'

const CAPABILITIES: Readonly<Record<string, Capability>> = {
  articles,
  captures,
  correcting,
  exporting,
  importing,
  journal,
  keys,
  notes,
  searching,
  vault,
  verifying,
}

/** Longest secret that may be left, in UTF-16 code units: as the contract's for a passphrase. */
const secret = z.string().min(1).max(1024)

/** What the window tells of itself by way of main. */
type Surroundings = { readonly locale: () => 'en' | 'ko' }

export type PagePorts = {
  readonly serve: (port: MessagePort) => void
  readonly emit: (event: string, payload: unknown) => void
}

/**
 * Answers the page over its own port: each input is checked by the contract's schema as main would check it. Only main
 * hands out ports, and only to our own page (electron/ipc/library-port.ts).
 *
 * @param ask answers a request whose input is as the contract wants it
 */
export function createPagePorts(
  ask: (channel: string, input: unknown) => Promise<Result<unknown>>,
  claims: Claims,
  { locale }: Surroundings,
): PagePorts {
  const ports = new Set<MessagePort>()

  async function answer(channel: string, input: unknown): Promise<Result<unknown>> {
    if (channel === 'port:hello') return ok(null)
    if (channel === 'secrets:fetch') return ok(claims.take(String(input)))
    if (channel === 'secrets:leave') {
      const left = secret.safeParse(input)
      return left.success ? ok(claims.leave(left.data)) : failed(failure('request-refused'))
    }
    const parsed = methodOf(channel)?.input.safeParse(input)
    if (!parsed?.success) return failed(failure('request-refused'))
    // What is previewed is worded in the window's language, which is main's to know.
    const wanted = channel === 'exporting:plan' ? { ...Object(parsed.data), locale: locale() } : parsed.data
    return ask(channel, wanted)
  }

  function spoken(result: Result<unknown>): Answer<unknown> {
    if (result.ok) return result
    const { code, detail } = result.failure
    return { ok: false, failure: { ...result.failure, message: sentence(code, locale(), detail) } }
  }

  function serve(port: MessagePort): void {
    const post = (message: PortMessage) => port.postMessage(message)
    ports.add(port)
    port.on('message', ({ data }) => {
      const { id, channel, input } = data as PageRequest
      void answer(String(channel), input).then((result) =>
        post({ kind: 'answer', id, answer: spoken(result) }),
      )
    })
    port.on('close', () => ports.delete(port))
    port.start()
  }

  return {
    serve,
    emit: (event, payload) => {
      for (const port of ports) port.postMessage({ kind: 'event', event, payload } satisfies PortMessage)
    },
  }
}

function methodOf(channel: string): Method | undefined {
  const [capability = '', method = ''] = channel.split(':')
  return isDirect(capability, method) ? CAPABILITIES[capability]?.[method] : undefined
}
