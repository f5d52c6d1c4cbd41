import type { Note } from '#domain/annotation/note'

/** What a reader did to a note, with all that is needed to take it back and to do it again. */
export type NoteStep =
  | { readonly kind: 'added'; readonly note: Note }
  | { readonly kind: 'removed'; readonly note: Note }
  | { readonly kind: 'changed'; readonly before: Note; readonly after: Note }

export type NoteHistory = { readonly past: readonly NoteStep[]; readonly future: readonly NoteStep[] }

export const NO_HISTORY: NoteHistory = { past: [], future: [] }

/** Steps that can be taken back. */
const DEEPEST = 200
/** Writing in one note within this many milliseconds is one step, so that undo takes back a thought, not a letter. */
const ONE_THOUGHT = 30_000

/** The history after a step; what had been taken back can no longer be done again. */
export function did(history: NoteHistory, step: NoteStep): NoteHistory {
  const last = history.past.at(-1)
  const joined = last && joinedWriting(last, step)
  const past = joined ? [...history.past.slice(0, -1), joined] : [...history.past, step]
  return { past: past.slice(-DEEPEST), future: [] }
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

/** The step to take back and the history without it; null when there is none. */
export function undone(
  history: NoteHistory,
): { readonly step: NoteStep; readonly history: NoteHistory } | null {
  const step = history.past.at(-1)
  if (step === undefined) return null
  return { step, history: { past: history.past.slice(0, -1), future: [step, ...history.future] } }
}

/** The step to do again and the history with it; null when there is none. */
export function redone(
  history: NoteHistory,
): { readonly step: NoteStep; readonly history: NoteHistory } | null {
  const [step, ...future] = history.future
  if (step === undefined) return null
  return { step, history: { past: [...history.past, step], future } }
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
