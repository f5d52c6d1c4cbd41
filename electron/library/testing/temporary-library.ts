import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportedFile } from '#contract/importing'
import type { DraftParser } from '../import-file'
import { importPaths } from '../importing'
import { createLibrary, type Library, openLibrary } from '../library'
import { plainDraftParser } from './plain-drafts'

/** A real library in a real encrypted database in a temporary folder, for tests. */
export type TemporaryLibrary = {
  library: Library
  readonly folder: string
  readonly databasePath: string
  readonly databaseKey: Uint8Array
  readonly journalKey: Uint8Array
  /** Writes a file into the folder and returns its path. */
  readonly file: (name: string, content: string | Uint8Array) => string
  /** Imports paths and returns what became of each file. */
  readonly imported: (paths: readonly string[], parser?: DraftParser) => Promise<ImportedFile[]>
  /** Writes and imports one file; returns its article's and capture's ids. */
  readonly article: (name: string, content: string) => Promise<{ articleId: string; captureId: string }>
  readonly reopen: () => Promise<void>
  readonly end: () => void
}

export async function temporaryLibrary(): Promise<TemporaryLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-library-'))
  const keys = {
    databasePath: join(folder, 'library.db'),
    databaseKey: randomBytes(32),
    journalKey: randomBytes(32),
  }
  const created = await createLibrary(keys)
  if (!created.ok) throw new Error(created.failure.code)
  const open = async () => {
    const opened = await openLibrary({ vault: { ...keys, name: 'Test' } })
    if (!opened.ok) throw new Error(opened.failure.code)
    return opened.value
  }

  const temporary: TemporaryLibrary = {
    library: await open(),
    folder,
    ...keys,
    file: (name, content) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    imported: async (paths, parser = plainDraftParser) => {
      const files: ImportedFile[] = []
      await importPaths(temporary.library, parser, paths, { onFile: (file) => files.push(file) })
      return files
    },
    article: async (name, content) => {
      const [file] = await temporary.imported([temporary.file(name, content)])
      if (!file?.articleId || !file.captureId) throw new Error(`${name}: ${file?.code}`)
      return { articleId: file.articleId, captureId: file.captureId }
    },
    reopen: async () => {
      temporary.library.close()
      temporary.library = await open()
    },
    end: () => {
      temporary.library.close()
      rmSync(folder, { recursive: true })
    },
  }
  return temporary
}
