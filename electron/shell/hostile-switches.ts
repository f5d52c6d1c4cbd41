import type { App } from 'electron'

/**
 * Command-line switches with which another program could read along or bend the application: each would let the
 * vault be opened under foreign eyes. A packaged application exits when it is started with one (SECURITY.md, Checks).
 */
const HOSTILE = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'proxy-server',
  'proxy-pac-url',
  'host-rules',
  'host-resolver-rules',
  'disable-web-security',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'no-sandbox',
  'disable-site-isolation-trials',
  'disable-renderer-backgrounding-for-debugging',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'log-net-log',
  'net-log-capture-mode',
  'enable-logging',
  'log-file',
  'ssl-key-log-file',
  'auth-server-allowlist',
  'experimental-network-inspection',
]

/** The first hostile switch among the arguments that the application was started with, or null. */
export function findHostileSwitch(argv: readonly string[]): string | null {
  for (const argument of argv.slice(1)) {
    const name = /^--?([a-z0-9-]+)/i.exec(argument)?.[1]?.toLowerCase()
    if (name !== undefined && HOSTILE.includes(name)) return name
  }
  return null
}

/** Ends a packaged application that was started with a hostile switch, before any window or vault. */
export function exitOnHostileSwitch(app: App): void {
  const found = app.isPackaged ? findHostileSwitch(process.argv) : null
  if (found === null) return
  process.stderr.write(`Colophon does not start with --${found}: it would let another program read along.\n`)
  app.exit(1)
}
