import { ipcMain, MessageChannelMain, type MessagePortMain } from 'electron'
import { isTrustedSender } from './trusted-sender'

/** The channel on which the page asks for its port, and gets it. */
export const LIBRARY_PORT = 'library-port'

/**
 * Gives our own page a port to the library process when it asks for one, and nobody else. What goes over it main does
 * not see; the library checks it by the contract (contract/direct.ts).
 */
export function handOutLibraryPorts(connect: (port: MessagePortMain) => void): void {
  ipcMain.on(LIBRARY_PORT, (event) => {
    const frame = event.senderFrame
    if (!isTrustedSender(event)) {
      // An answer without a port is a refusal.
      frame?.postMessage(LIBRARY_PORT, null, [])
      return
    }
    const { port1, port2 } = new MessageChannelMain()
    connect(port2)
    frame?.postMessage(LIBRARY_PORT, null, [port1])
  })
}
