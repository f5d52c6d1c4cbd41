import library from './migrations/0001-library.sql?raw'
import corrections from './migrations/0002-corrections.sql?raw'
import seals from './migrations/0003-seals.sql?raw'
import parts from './migrations/0004-parts.sql?raw'
import likeness from './migrations/0005-likeness.sql?raw'

/** One step of the schema. `version` is the database's `user_version` after it. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string }

/** All steps, in order. A released step is never edited: add another. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: '0001-library', sql: library },
  { version: 2, name: '0002-corrections', sql: corrections },
  { version: 3, name: '0003-seals', sql: seals },
  { version: 4, name: '0004-parts', sql: parts },
  { version: 5, name: '0005-likeness', sql: likeness },
]
