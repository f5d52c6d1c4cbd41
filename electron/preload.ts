import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { DIRECT_EVENTS, isDirect } from '#contract/direct'
import { EVENTS, METHODS } from '#contract/surface'
import { createPageLibrary } from './ipc/page-library'

/**
 * Exposes `window.colophon`, built from the contract, and nothing else: each method is bound to its own channel,
 * so the page can reach no channel that is not in the contract. What has words of the library in it goes over a port to the
 * library process, past main.
 */
const library = createPageLibrary()

const capabilities = Object.fromEntries(
  Object.entries(METHODS).map(([capability, methods]) => [
    capability,
    Object.fromEntries(
      methods.map((method) => {
        const channel = `${capability}:${method}`
        const ask = isDirect(capability, method) ? library.ask : library.askMain
        return [method, (input: unknown) => ask(channel, input)]
      }),
    ),
  ]),
)

const events: readonly string[] = EVENTS
const directEvents: readonly string[] = DIRECT_EVENTS

function subscribe(event: string, listener: (payload: unknown) => void): () => void {
  if (!events.includes(event)) throw new Error(`no such event: ${event}`)
  if (directEvents.includes(event)) return library.subscribe(event, listener)
  const onEvent = (_event: unknown, payload: unknown) => listener(payload)
  ipcRenderer.on(event, onEvent)
  return () => {
    ipcRenderer.off(event, onEvent)
  }
}

contextBridge.exposeInMainWorld('colophon', { ...capabilities, subscribe, pathOf: webUtils.getPathForFile })
