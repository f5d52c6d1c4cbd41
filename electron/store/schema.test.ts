import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MIGRATIONS } from './migrations'
import { closeStore, openStore } from './open-store'

const SNAPSHOT = join(import.meta.dirname, 'schema.snapshot.sql')

const HOW_TO_MEND = `The migrations add up to another schema than electron/store/schema.snapshot.sql.
If a released migration was edited, undo that and add a new numbered file instead.
If the schema was meant to change, write the snapshot anew and commit it with the migration:
  UPDATE_SCHEMA=1 npx vitest run electron/store/schema.test.ts`

function schemaOf(): string {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-schema-'))
  const result = openStore({ path: join(folder, 'library.db'), key: Buffer.alloc(32, 7), mode: 'create' })
  if (!result.ok) throw new Error(result.failure.code)
  const rows = result.value
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
       AND name NOT GLOB '*_index_*' ORDER BY type DESC, name`,
      { pluck: true },
    )
    .all<string>()
  const version = result.value.pragma('user_version', { simple: true })
  closeStore(result.value)
  rmSync(folder, { recursive: true })
  return `-- user_version ${String(version)}\n\n${rows.map((sql) => `${sql};\n`).join('\n')}`
}

it('the migrations add up to the committed schema', () => {
  const actual = schemaOf()
  if (process.env.UPDATE_SCHEMA === '1') writeFileSync(SNAPSHOT, actual)
  expect(actual, HOW_TO_MEND).toBe(readFileSync(SNAPSHOT, 'utf8'))
})

it('the migrations are numbered one by one, as their files are', () => {
  for (const [index, migration] of MIGRATIONS.entries()) {
    expect(migration.version).toBe(index + 1)
    expect(migration.name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+$`))
  }
})
