import { z } from 'zod'
import { failureOf, inTransaction } from '../store/database'
import { deleteState, readState, writeState } from '../store/tables/state'
import type { Library } from './library'

/** An import of files and folders, as it was asked for. */
export type AskedImport = { readonly paths: readonly string[]; readonly apart: boolean }

const STATE = 'imports-under-way'
const kept = z.array(z.object({ paths: z.array(z.string()), apart: z.boolean() }))

/**
 * Remembers, inside the library, that an import is under way: what is committed of it a crash cannot take, and this says
 * where to go on. Returns what forgets it.
 */
export function rememberImport(library: Library, asked: AskedImport): () => void {
  keep(library, [...unfinishedImports(library), asked])
  return () => {
    const left = unfinishedImports(library)
    const at = left.findIndex((each) => JSON.stringify(each) === JSON.stringify(asked))
    keep(library, at < 0 ? left : left.toSpliced(at, 1))
  }
}

/** Imports that were begun and neither ended nor were stopped by the reader, the oldest first. */
export function unfinishedImports({ db }: Library): AskedImport[] {
  const told = readState(db, STATE)
  const parsed = told === undefined ? undefined : kept.safeParse(JSON.parse(told))
  return parsed?.success ? parsed.data : []
}

export function forgetImports(library: Library): void {
  keep(library, [])
}

function keep({ db }: Library, imports: readonly AskedImport[]): void {
  try {
    inTransaction(db, () => {
      if (imports.length === 0) deleteState(db, STATE)
      else writeState(db, STATE, JSON.stringify(imports))
    })
  } catch (error) {
    // A full disk: the import itself will tell of it, and without the record only the offer to go on is lost.
    if (failureOf(error) === null) throw error
  }
}
