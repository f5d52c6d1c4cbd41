import type { Method, OutputOf, ParsedInputOf } from '#contract/define'
import type { Contract } from '#contract/surface'
import { failed, ok, type Result } from '#domain/result'
import { failureOf } from '../store/database'
import { addNote, changeNote, listTags, removeNote } from './annotating'
import { backupState } from './backup/last-backup'
import { addCorrection, listCorrections, removeCorrections, restoreCorrections } from './correcting'
import { explainCapture } from './explaining'
import { planExport } from './exporting'
import { listJournal } from './journal'
import type { Library } from './library'
import { listArticles } from './listing'
import { openArticle, readPicture } from './reading'
import { joinArticles, splitCaptures } from './regrouping'
import { removeArticle } from './removing'
import { searchLibrary } from './searching'

/** What the library answers of the contract as it stands; imports and the writing of exports need main's dialogs. */
type Served = Pick<Contract, 'articles' | 'captures' | 'journal' | 'notes' | 'searching'> & {
  /** Making and restoring backups needs main's dialogs, and the session's cancel. */
  backups: Pick<Contract['backups'], 'state'>
  /** A new analysis needs the parser process, which the session holds. */
  correcting: Omit<Contract['correcting'], 'reanalyse'>
  exporting: Pick<Contract['exporting'], 'plan'>
}

type Implementation<M extends Method> = (input: ParsedInputOf<M>) => Promise<Result<OutputOf<M>>>

export type LibraryMethods = {
  readonly [C in keyof Served]: {
    readonly [N in keyof Served[C]]: Served[C][N] extends Method ? Implementation<Served[C][N]> : never
  }
}

/**
 * The contract's methods over an open library. Inputs have been checked by the contract's schemas. What the database fails
 * with (a full disk, a damaged page) is a `Result` too; anything else is a bug and throws.
 */
export function libraryMethods(library: Library): LibraryMethods {
  const served =
    <Input, Output>(answer: (library: Library, input: Input) => Result<Output> | Promise<Result<Output>>) =>
    async (input: Input): Promise<Result<Output>> => {
      try {
        return await answer(library, input)
      } catch (error) {
        const expected = failureOf(error)
        if (expected === null) throw error
        return failed(expected)
      }
    }
  return {
    articles: {
      list: served(listArticles),
      open: served(openArticle),
      picture: served(readPicture),
      explain: served(explainCapture),
      remove: served(removeArticle),
    },
    backups: { state: served((from) => ok(backupState(from))) },
    captures: { split: served(splitCaptures), join: served(joinArticles) },
    correcting: {
      list: served(listCorrections),
      add: served(addCorrection),
      remove: served(removeCorrections),
      restore: served(restoreCorrections),
    },
    exporting: { plan: served(planExport) },
    journal: { list: served((from, input) => ok(listJournal(from, input))) },
    notes: {
      add: served(addNote),
      change: served(changeNote),
      remove: served(removeNote),
      tags: served((from) => ok(listTags(from))),
    },
    searching: { search: served(searchLibrary) },
  }
}
