import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'

export const APP_SCHEME = 'colophon'

/** The page may load its own files and pictures it was handed as bytes; nothing inline, nothing from anywhere else. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // Text can become markup or script in no other way than through React's own elements.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** Powers that the page gives up by itself, besides that main grants none (shell/lockdown.ts). */
const PERMISSIONS_POLICY = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'usb',
  'serial',
  'hid',
  'bluetooth',
]
  .map((power) => `${power}=()`)
  .join(', ')

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Must run before the application is ready: Chromium learns of schemes only once. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: false } },
  ])
}

/**
 * Serves the built page from `root` under `colophon://app/`. Only files below `root` with a known ending are served;
 * there is no `file://` and no listing.
 */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    try {
      const url = new URL(request.url)
      const path = normalize(join(root, decodeURIComponent(url.pathname)))
      const mediaType = MEDIA_TYPES[extname(path)]
      if (url.host !== 'app' || !path.startsWith(root + sep) || mediaType === undefined) return notFound()
      return new Response(new Uint8Array(await readFile(path)), { headers: headers(mediaType) })
    } catch {
      // No such file, or an address that is no path at all.
      return notFound()
    }
  })
}

function headers(mediaType: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'permissions-policy': PERMISSIONS_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
