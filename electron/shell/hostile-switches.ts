import type { App } from 'electron'

/**
 * Switches that a packaged application may be started with. Chromium, V8 and Node know some 1,500 of them, of which many let
 * another program read along or bend the application (`--remote-debugging-port`, `--js-flags`, `--load-extension`,
 * `--proxy-server`, `--no-sandbox` …) and each release brings new ones: a list of the bad ones would never be whole.
 * So only these are known, which change how a window looks, sounds or is read out, and where the profile lies.
 */
const KNOWN = new Set([
  'user-data-dir',
  'lang',
  'class',
  'name',
  'start-minimized',
  'force-device-scale-factor',
  'high-dpi-support',
  'force-color-profile',
  'force-renderer-accessibility',
  'force-prefers-reduced-motion',
  'force-high-contrast',
  'disable-gpu',
  'disable-gpu-compositing',
  'use-gl',
  'use-angle',
  'ozone-platform',
  'ozone-platform-hint',
  'gtk-version',
  'enable-wayland-ime',
  'password-store',
  'disable-dev-shm-usage',
])

/** What macOS itself adds when it opens an application (`-psn_0_12345`, `-NSDocumentRevisionsDebugMode`, `-AppleLocale`). */
const FROM_MACOS = /^-(psn_|NS|Apple)/

/**
 * Variables of the environment with which Chromium, Electron or NSS would log what happens, or load foreign code. Those
 * that would make the binary a Node (ELECTRON_RUN_AS_NODE, NODE_OPTIONS) are dead by fuse and listed all the same.
 */
const HOSTILE_VARIABLES = [
  'ELECTRON_RUN_AS_NODE',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'ELECTRON_ENABLE_STACK_DUMPING',
  'ELECTRON_OVERRIDE_DIST_PATH',
  'NODE_OPTIONS',
  'NODE_REPL_EXTERNAL_MODULE',
  'NODE_V8_COVERAGE',
  'NODE_DEBUG',
  'CHROME_LOG_FILE',
  'SSLKEYLOGFILE',
]

/**
 * @param argv the whole command line, the program first
 * @returns the first switch that is not known, as it stands, without its value; or null
 */
export function findHostileSwitch(argv: readonly string[], platform: NodeJS.Platform): string | null {
  for (const argument of argv.slice(1)) {
    const name = switchName(argument, platform)
    if (name === null || KNOWN.has(name)) continue
    if (platform === 'darwin' && FROM_MACOS.test(argument)) continue
    return argument.split('=')[0] ?? argument
  }
  return null
}

/** Chromium takes one dash or two, and on Windows a slash; anything after an equals sign is a value. */
function switchName(argument: string, platform: NodeJS.Platform): string | null {
  const pattern = platform === 'win32' ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/
  return pattern.exec(argument)?.[1]?.toLowerCase() ?? null
}

/** The first hostile variable that is set to anything, or null. */
export function findHostileVariable(env: Readonly<Record<string, string | undefined>>): string | null {
  return HOSTILE_VARIABLES.find((name) => env[name] !== undefined && env[name] !== '') ?? null
}

/** Ends a packaged application that was started in a hostile way, before any window or vault. */
export function exitOnHostileStart(app: App): void {
  if (!app.isPackaged) return
  const found = findHostileSwitch(process.argv, process.platform) ?? findHostileVariable(process.env)
  if (found === null) return
  process.stderr.write(`Colophon does not start with ${found}: it could let another program read along.\n`)
  // Not app.exit(): that would first let the rest of this module run.
  process.exit(1)
}
