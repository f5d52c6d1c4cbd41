import type { WebContents } from 'electron'
import type { Events } from '#contract/surface'

/** Sends one of the contract's events to the page, if there is one. */
export function sendEvent<E extends keyof Events>(
  page: WebContents | null,
  event: E,
  payload: Events[E],
): void {
  if (page !== null && !page.isDestroyed()) page.send(event, payload)
}
