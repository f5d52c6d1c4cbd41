import type { Note } from '#domain/annotation/note'
import { did, type History } from './step-history'

/** What a reader did to a note, with all that is needed to take it back and to do it again. */
export type NoteStep =
  | { readonly kind: 'added'; readonly note: Note }
  | { readonly kind: 'removed'; readonly note: Note }
  | { readonly kind: 'changed'; readonly before: Note; readonly after: Note }

export type NoteHistory = History<NoteStep>

/** Writing in one note within this many milliseconds is one step, so that undo takes back a thought, not a letter. */
const ONE_THOUGHT = 30_000

/** The history after a step; writing on in a note is part of the step before. */
export function didNote(history: NoteHistory, step: NoteStep): NoteHistory {
  const last = history.past.at(-1)
  const joined = last && joinedWriting(last, step)
  return did(joined ? { ...history, past: history.past.slice(0, -1) } : history, joined ?? step)
}

function joinedWriting(last: NoteStep, step: NoteStep): NoteStep | null {
  if (last.kind !== 'changed' || step.kind !== 'changed' || last.after.id !== step.before.id) return null
  const isWriting = onlyWords(last.before, last.after) && onlyWords(step.before, step.after)
  const apart = Date.parse(step.after.modifiedAt) - Date.parse(last.after.modifiedAt)
  return isWriting && apart < ONE_THOUGHT ? { kind: 'changed', before: last.before, after: step.after } : null
}

function onlyWords(before: Note, after: Note): boolean {
  return (
    before.markdown !== after.markdown &&
    before.color === after.color &&
    before.style === after.style &&
    before.sourceId === after.sourceId &&
    before.tags.join('\n') === after.tags.join('\n')
  )
}

/** A note that comes back from deletion has a new id: every step that speaks of the old one learns it. */
export function renamed(history: NoteHistory, from: string, to: string): NoteHistory {
  const note = (each: Note): Note => (each.id === from ? { ...each, id: to } : each)
  const step = (each: NoteStep): NoteStep =>
    each.kind === 'changed'
      ? { ...each, before: note(each.before), after: note(each.after) }
      : { ...each, note: note(each.note) }
  return { past: history.past.map(step), future: history.future.map(step) }
}
