import { APP_ORIGIN } from '../ipc/trusted-sender'

/** Whether an address stays inside the application: our own scheme, or bytes that the page already holds. */
export function isLocal(url: string): boolean {
  return url.startsWith(`${APP_ORIGIN}/`) || url.startsWith(`blob:${APP_ORIGIN}/`)
}
