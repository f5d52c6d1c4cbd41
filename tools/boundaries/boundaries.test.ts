import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkBoundaries, violationText } from './check.mjs'

const planted: string[] = []

/** Writes a project of these files, and returns what the check says of it. */
function check(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'colophon-boundaries-'))
  planted.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return checkBoundaries(root).violations
}

afterEach(() => {
  for (const root of planted.splice(0)) rmSync(root, { recursive: true })
})

/** Each: what is planted, in which file and line, which rule is broken. */
const VIOLATIONS: [what: string, rule: RegExp, path: string, text: string][] = [
  ['domain imports electron/', /downward/, 'domain/a.ts', "import { x } from '#electron/vault/keys'"],
  ['domain imports contract by type only', /downward/, 'domain/a.ts', "import type { X } from '#contract/x'"],
  [
    'contract imports renderer/',
    /downward/,
    'contract/a.ts',
    "export * as r from '../renderer/app/x'\nconst a = 1",
  ],
  [
    'renderer imports electron/ in a type',
    /downward/,
    'renderer/a.ts',
    "type X = import('#electron/ipc/x').X",
  ],
  [
    'electron imports renderer/ dynamically',
    /downward/,
    'electron/a.ts',
    "await import('../renderer/app/x')",
  ],
  ['a domain test imports upward', /downward/, 'domain/a.test.ts', "import { x } from '#contract/x'"],
  ['domain imports Node', /domain\/ imports only/, 'domain/a.ts', "import { join } from 'node:path'"],
  ['domain imports a package with effects', /domain\/ imports only/, 'domain/a.ts', "import 'iconv-lite'"],
  ['contract imports another package', /contract\/ imports only/, 'contract/a.ts', "import x from 'yaml'"],
  ['renderer imports Node', /a page has no Node/, 'renderer/app/a.ts', "import 'node:fs'"],
  [
    'library imports electron',
    /may import electron$/,
    'electron/library/a.ts',
    "import type { App } from 'electron'",
  ],
  [
    'renderer imports electron',
    /may import electron$/,
    'renderer/app/a.ts',
    "const { shell } = require('electron')",
  ],
  [
    'library imports SQLCipher',
    /may import @signalapp/,
    'electron/library/a.ts',
    "import db from '@signalapp/sqlcipher'",
  ],
  [
    'store imports sodium',
    /may import sodium-native/,
    'electron/store/a.ts',
    "import s = require('sodium-native')",
  ],
  [
    'vault imports store',
    /vault never imports store/,
    'electron/vault/a.ts',
    "import { x } from '../store/open'",
  ],
  [
    'ingest imports store',
    /parser process/,
    'electron/ingest/a.ts',
    "export { x } from '#electron/store/open'\nconst a = 1",
  ],
  ['a feature imports another', /another feature/, 'renderer/features/a/x.ts', "import { y } from '../b/y'"],
  ['ui imports client', /pixels out/, 'renderer/ui/a.ts', "import { y } from '../client/y'"],
  ['client imports a feature', /no screen/, 'renderer/client/a.ts', "import { y } from '../features/b/y'"],
  ['another room by a relative path', /by its alias/, 'electron/a.ts', "import { x } from '../domain/x'"],
  [
    'window.colophon outside client',
    /only renderer\/client/,
    'renderer/app/a.ts',
    'const x = window.colophon.list',
  ],
  ['globalThis["colophon"]', /only renderer\/client/, 'renderer/ui/a.ts', "const x = globalThis['colophon']"],
  ['ipcMain outside ipc', /ipcMain/, 'electron/shell/a.ts', "import { ipcMain } from 'electron'"],
  ['SQL in a string', /SQL only/, 'electron/library/a.ts', "const q = 'SELECT id FROM article'"],
  ['SQL in a template', /SQL only/, 'electron/cli.ts', `const q = \`\n  UPDATE article SET title = \${t}\``],
  ['SQL in a page', /SQL only/, 'renderer/app/a.ts', "const q = 'PRAGMA key'"],
  [
    'an inline style',
    /inline styles/,
    'renderer/ui/A.tsx',
    'export const A = () => <p style={{ top: 1 }} />',
  ],
  [
    'markup as an attribute',
    /HTML never/,
    'renderer/ui/A.tsx',
    'const a = <p dangerouslySetInnerHTML={x} />',
  ],
  [
    'markup as a property',
    /HTML never/,
    'renderer/ui/a.ts',
    "const p = { dangerouslySetInnerHTML: { __html: '' } }",
  ],
  ['innerHTML', /HTML never/, 'renderer/ui/a.ts', "document.body.innerHTML = ''"],
  ['a default export', /named exports/, 'domain/a.ts', 'export default 1'],
  ['a renamed default export', /named exports/, 'domain/a.ts', 'const a = 1\nexport { a as default }'],
  ['a barrel', /no barrels/, 'domain/a.ts', "export * from './b'\nexport { c } from './c'"],
  [
    'a barrel by import',
    /no barrels/,
    'domain/a.ts',
    "import type { C } from './c'\nexport type { D } from './c'",
  ],
  ['utils.ts', /odds and ends/, 'domain/text-utils.ts', 'const a = 1'],
  ['camelCase', /kebab-case/, 'domain/textRange.ts', 'const a = 1'],
  ['a .ts in PascalCase', /kebab-case/, 'domain/Range.ts', 'const a = 1'],
  ['401 lines', /at most 400/, 'domain/a.ts', 'const a = 1\n'.replace('a', 'b') + '// line\n'.repeat(400)],
  ['a file that imports itself', /no circles/, 'domain/a.ts', "import { a } from './a'"],
]

describe('the law of imports', () => {
  it.each(VIOLATIONS)('finds: %s', (_, rule, path, text) => {
    const found = check({ [path]: text })
    expect(found.map((each) => each.rule).join('\n')).toMatch(rule)
    for (const each of found) {
      expect(each.path).toBe(path)
      expect(each.line).toBeGreaterThan(0)
      expect(each.mend).not.toBe('')
    }
  })

  it('finds a circle through three files, by alias, path and type', () => {
    const found = check({
      'domain/a.ts': "import { b } from './b'\nexport const a = b",
      'domain/b.ts': "import { c } from '#domain/deep/c'\nexport const b = c",
      'domain/deep/c.ts': "import type { a } from '../a'\nexport const c: typeof a = 1",
    })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ path: 'domain/a.ts', line: 1, rule: 'no circles' })
    expect(found[0]?.what).toContain('domain/a.ts, domain/b.ts, domain/deep/c.ts')
  })

  it('names the line', () => {
    const [found] = check({ 'domain/a.ts': "// one\n\nimport 'node:fs'" })
    expect(found?.line).toBe(3)
    expect(found && violationText(found)).toMatch(
      /^domain\/a\.ts:3 imports node:fs\n {4}rule: .+\n {4}mend: .+/,
    )
  })

  it('lets lawful code be', () => {
    const found = check({
      'domain/range.ts': "import { find } from 'franc-min'\nexport const a = find",
      'domain/range.test.ts':
        "import { readFileSync } from 'node:fs'\nimport { it } from 'vitest'\nimport './range'",
      'contract/notes.ts':
        "import { z } from 'zod'\nimport { a } from '#domain/range'\nexport const n = z.literal(a)",
      'electron/main.ts':
        "import { app } from 'electron'\nimport { n } from '#contract/notes'\nexport const m = [app, n]",
      'electron/store/article.ts':
        "import db from '@signalapp/sqlcipher'\nexport const q = `SELECT a FROM b`",
      'electron/ipc/handle.ts': "import { ipcMain } from 'electron'\nexport const handle = ipcMain.handle",
      'renderer/client/client.ts': 'export const client = window.colophon',
      'renderer/features/a/List.tsx':
        "import { client } from '../../client/client'\nimport './list.module.css'\nexport const t = 'Delete from library'\nexport const List = () => client",
      'vitest.config.ts': 'export default {}',
      'e2e/lock.spec.ts': "import { launchPlan } from '../tools/plan.mjs'\nwindow.colophon",
      'node_modules/other/index.ts': "export default 'SELECT a FROM b'",
    })
    expect(found).toEqual([])
  })
})
