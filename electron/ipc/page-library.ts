import { ipcRenderer } from 'electron'
import type { Answer } from '#contract/define'
import { type PageRequest, type PortMessage, SECRET_ANSWERS, SECRET_FIELDS } from '#contract/direct'

type Listener = (payload: unknown) => void

/** The part of the DOM's `MessagePort` that we use; the DOM's types are not for this room. */
type Port = {
  readonly postMessage: (message: PageRequest) => void
  readonly addEventListener: {
    (event: 'message', listener: (event: { readonly data: PortMessage }) => void): void
    (event: 'close', listener: () => void): void
  }
  readonly start: () => void
}

/** As `LIBRARY_PORT` in library-port.ts, which is main's and may not be loaded by a page. */
const LIBRARY_PORT = 'library-port'

/** Trips over a new port before anything is said on it: until both ends know each other, main passes messages on. */
const GREETINGS = 3

/** The page's side of its port to the library; runs in the preload script. */
export type PageLibrary = {
  readonly ask: (channel: string, input: unknown) => Promise<Answer<unknown>>
  /** Asks main, which sees a claim check in the place of each secret. */
  readonly askMain: (channel: string, input: unknown) => Promise<Answer<unknown>>
  readonly subscribe: (event: string, listener: Listener) => () => void
}

const GONE: Answer<never> = { ok: false, failure: { code: 'vault-locked', message: '' } }
const REFUSED: Answer<never> = { ok: false, failure: { code: 'request-refused', message: '' } }

export function createPageLibrary(): PageLibrary {
  let port: Promise<Port | null> | null = null
  let lastId = 0
  const waiting = new Map<number, (answer: Answer<unknown>) => void>()
  const listeners = new Map<string, Set<Listener>>()

  function receive(message: PortMessage): void {
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.event) ?? []) listener(message.payload)
      return
    }
    waiting.get(message.id)?.(message.answer as Answer<unknown>)
    waiting.delete(message.id)
  }

  function lost(): void {
    port = null
    for (const settle of waiting.values()) settle(GONE)
    waiting.clear()
  }

  function send(to: Port, channel: string, input: unknown): Promise<Answer<unknown>> {
    lastId += 1
    const id = lastId
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      to.postMessage({ id, channel, input })
    })
  }

  /** Null when main gives us none: this page is not ours. */
  async function open(): Promise<Port | null> {
    const opened = await handedOut()
    if (opened === null) return null
    opened.addEventListener('message', ({ data }) => receive(data))
    opened.addEventListener('close', lost)
    opened.start()
    for (let trip = 0; trip < GREETINGS; trip += 1) await send(opened, 'port:hello', null)
    return opened
  }

  async function ask(channel: string, input: unknown): Promise<Answer<unknown>> {
    port ??= open()
    const mine = port
    const opened = await mine
    if (opened === null) return REFUSED
    // The library may have ended while its port was being opened.
    return port === mine ? send(opened, channel, input) : GONE
  }

  /** The input with claim checks for its secrets, or why the library would not take one. */
  async function withoutSecrets(channel: string, input: unknown): Promise<Answer<unknown>> {
    const veiled: Record<string, unknown> = { ...Object(input) }
    for (const field of SECRET_FIELDS[channel] ?? []) {
      // No recovery code is wanted, say, or a passphrase stands in its place.
      if (veiled[field] === null || veiled[field] === undefined) continue
      const left = await ask('secrets:leave', veiled[field])
      if (!left.ok) return left
      veiled[field] = left.value
    }
    return { ok: true, value: veiled }
  }

  async function askMain(channel: string, input: unknown): Promise<Answer<unknown>> {
    const veiled = channel in SECRET_FIELDS ? await withoutSecrets(channel, input) : null
    if (veiled?.ok === false) return veiled
    const answer: Answer<unknown> = await ipcRenderer.invoke(channel, veiled?.value ?? input)
    if (!SECRET_ANSWERS.includes(channel) || !answer.ok || answer.value === null) return answer
    return ask('secrets:fetch', answer.value)
  }

  function subscribe(event: string, listener: Listener): () => void {
    const all = listeners.get(event) ?? new Set()
    listeners.set(event, all.add(listener))
    return () => {
      all.delete(listener)
    }
  }

  return { ask, askMain, subscribe }
}

function handedOut(): Promise<Port | null> {
  return new Promise((resolve) => {
    ipcRenderer.once(LIBRARY_PORT, ({ ports: [port] }) => {
      resolve(port === undefined ? null : (port as unknown as Port))
    })
    ipcRenderer.send(LIBRARY_PORT)
  })
}
