/**
 * The law of imports, as ARCHITECTURE states it. There is no list of exceptions: code that breaks it is mended,
 * or the law is changed here for everyone.
 */

/** @typedef {'domain' | 'contract' | 'electron' | 'renderer' | 'e2e' | 'tools' | 'project'} Room */

/**
 * What each room may import of the project. Tests in a room obey the same line.
 *
 * @type {Record<Room, readonly Room[]>}
 */
export const DOWNWARD = {
  domain: ['domain'],
  contract: ['contract', 'domain'],
  electron: ['electron', 'contract', 'domain'],
  renderer: ['renderer', 'contract', 'domain'],
  e2e: ['e2e', 'tools', 'electron', 'contract', 'domain'],
  tools: ['tools', 'e2e', 'electron', 'contract', 'domain'],
  project: ['project', 'tools'],
}

/** Rooms that others reach by the `imports` of package.json. */
export const ALIASED = new Set(['domain', 'contract', 'electron'])

/** Rooms whose code must reach another aliased room by its alias. */
export const BY_ALIAS = new Set(['domain', 'contract', 'electron', 'renderer'])

/**
 * Packages without effects: no files, no network, no clock of their own, the same answer for the same input.
 */
export const PURE_PACKAGES = [
  'approx-string-match',
  'chrono-node',
  'franc-min',
  'mdast',
  'mdast-util-gfm-footnote',
  'mdast-util-gfm-table',
  'mdast-util-to-markdown',
  'wink-eng-lite-web-model',
  'wink-nlp',
  'yaml',
]

/** What each room may import besides the project; a room that is not named may import anything. */
export const PACKAGES = /** @type {const} */ ({
  domain: PURE_PACKAGES,
  contract: ['zod'],
})

/**
 * Packages that only one place may import.
 *
 * @type {readonly { package: string, places: readonly string[], why: string }[]}
 */
export const CONFINED_PACKAGES = [
  {
    package: 'electron',
    places: ['electron/main.ts', 'electron/preload.ts', 'electron/shell/', 'electron/ipc/', 'tools/', 'e2e/'],
    why: 'the rest of electron/ is plain Node, which is why the command line is the same code',
  },
  {
    package: '@signalapp/sqlcipher',
    places: ['electron/store/'],
    why: 'electron/store/ is the one place that touches SQL',
  },
  {
    package: 'sodium-native',
    places: ['electron/vault/'],
    why: 'electron/vault/ is the one place that holds keys',
  },
]

/**
 * Imports inside the project that are forbidden although both ends are in rooms that may meet.
 *
 * @type {readonly { from: RegExp, to: RegExp, rule: string, mend: string }[]}
 */
export const FORBIDDEN = [
  {
    from: /^electron\/vault\//,
    to: /^electron\/store\//,
    rule: 'vault never imports store',
    mend: 'let electron/library/ hand the vault what it needs, as plain values.',
  },
  {
    from: /^electron\/ingest\//,
    to: /^electron\/(vault|store)\//,
    rule: 'the parser process holds no key and no database',
    mend: 'return a draft, and let electron/library/ store it.',
  },
  {
    from: /^renderer\/ui\//,
    to: /^renderer\/(features|client|app)\//,
    rule: 'ui is props in, pixels out',
    mend: 'take what it needs as a prop.',
  },
  {
    from: /^renderer\/client\//,
    to: /^renderer\/(features|app)\//,
    rule: 'client knows no screen',
    mend: 'move what both need to domain/, or let the feature call the client.',
  },
]

/** A feature is one folder of `renderer/features/`. */
export const FEATURE = /^renderer\/features\/([^/]+)\//

/** Whoever imports a file by a path of these kinds imports text or a style, not code. */
export const CODE = /\.(ts|tsx|mts|mjs)$/

/** Files with more lines than this have more than one subject. */
export const MOST_LINES = 400

/**
 * @param {string} path
 * @returns {Room}
 */
export function roomOf(path) {
  const [first = ''] = path.split('/')
  const isRoom = path.includes('/') && first in DOWNWARD && first !== 'project'
  return isRoom ? /** @type {Room} */ (first) : 'project'
}

/**
 * @param {string} path
 * @returns {boolean} whether it is a test, which may use any package
 */
export function isTest(path) {
  return path.startsWith('e2e/') || path.includes('/testing/') || /\.test\.tsx?$/.test(path)
}
