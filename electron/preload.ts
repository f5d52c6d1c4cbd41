import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { EVENTS, METHODS } from '#contract/surface'

/**
 * Exposes `window.colophon`, built from the contract, and nothing else: each method is bound to its own channel,
 * so the page can reach no channel that is not in the contract.
 */
const capabilities = Object.fromEntries(
  Object.entries(METHODS).map(([capability, methods]) => [
    capability,
    Object.fromEntries(
      methods.map((method) => {
        const channel = `${capability}:${method}`
        return [method, (input: unknown) => ipcRenderer.invoke(channel, input)]
      }),
    ),
  ]),
)

const events: readonly string[] = EVENTS

function subscribe(event: string, listener: (payload: unknown) => void): () => void {
  if (!events.includes(event)) throw new Error(`no such event: ${event}`)
  const onEvent = (_event: unknown, payload: unknown) => listener(payload)
  ipcRenderer.on(event, onEvent)
  return () => {
    ipcRenderer.off(event, onEvent)
  }
}

contextBridge.exposeInMainWorld('colophon', { ...capabilities, subscribe, pathOf: webUtils.getPathForFile })
