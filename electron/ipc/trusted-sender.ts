import type { IpcMainInvokeEvent } from 'electron'

/** The one origin that our own pages have (shell/app-protocol.ts). */
export const APP_ORIGIN = 'colophon://app'

/**
 * Whether a message comes from the main frame of one of our own pages: Electron's security checklist, item 17.
 * A frame that has navigated away or is gone is not trusted.
 */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): boolean {
  const frame = event.senderFrame
  if (frame === null || frame !== event.sender.mainFrame) return false
  if (!URL.canParse(frame.url)) return false
  const url = new URL(frame.url)
  return `${url.protocol}//${url.host}` === APP_ORIGIN
}
