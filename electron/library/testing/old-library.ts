import { createHash, randomBytes } from 'node:crypto'
import { MIGRATIONS } from '../../store/migrations'
import { closeStore, openStore } from '../../store/open-store'
import { writeState } from '../../store/tables/state'
import type { LibraryKeys } from '../library'
import { plainDraft } from './plain-drafts'

/**
 * Writes a library as the first version of the program had it, with `count` captures: for what happens when it is opened by
 * this one. By hand, since today's code writes today's columns.
 */
export function writeOldLibrary(keys: LibraryKeys, count: number): void {
  const [first] = MIGRATIONS
  if (first === undefined) throw new Error('no migration')
  const store = openStore({
    path: keys.databasePath,
    key: keys.databaseKey,
    mode: 'create',
    migrations: [first],
  })
  if (!store.ok) throw new Error(store.failure.code)
  const db = store.value
  const { analysis, ...draft } = plainDraft('@headline The old quay\nThe old quay was closed. '.repeat(40))
  db.transaction(() => {
    for (let pk = 1; pk <= count; pk += 1) {
      const bytes = randomBytes(2000)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const at = '2024-01-01T00:00:00.000Z'
      db.prepare(`INSERT INTO article VALUES ($pk, $id, $at)`).run({ pk, id: `article-${pk}`, at })
      db.prepare(`INSERT INTO original VALUES ($pk, $sha256, $size, 'none', $bytes)`).run({
        pk,
        sha256,
        size: bytes.length,
        bytes: new Uint8Array(bytes),
      })
      db.prepare(
        `INSERT INTO capture VALUES ($pk, $id, $pk, $pk, 'quay.txt', 'text/plain', 'utf-8', NULL, $at)`,
      ).run({ pk, id: `capture-${pk}`, at })
      db.prepare(
        `INSERT INTO capture_body VALUES ($pk, $text, $blocks, '[]', $roles, $facts, 'null', 'old', NULL)`,
      ).run({
        pk,
        text: draft.text,
        blocks: JSON.stringify(draft.blocks),
        roles: JSON.stringify(analysis.blockRoles),
        facts: JSON.stringify(analysis.facts),
      })
    }
    // As if built by the rules of then: they are built anew as well.
    writeState(db, 'index-rules', '0.0')
  })()
  closeStore(db)
}
