import { useCallback, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Answer, InputOf } from '#contract/define'
import type { notes as notesContract } from '#contract/notes'
import type { Note, NoteColor, NoteStyle } from '#domain/annotation/note'
import { client, settled } from '../../client/client'
import { useFailureSentence } from '../../client/failure'
import type { NoteChange } from '../../features/notes/note-actions'
import { useToast } from '../../ui/toast'
import { didNote, type NoteHistory, type NoteStep, renamed } from './note-history'
import { NO_HISTORY, redone, undone } from './step-history'
import type { StepTold } from './use-undo-order'

type NewNote = InputOf<(typeof notesContract)['add']>

export type Notes = {
  readonly notes: readonly Note[]
  readonly add: (
    range: readonly [number, number],
    style: NoteStyle,
    color: NoteColor,
    sourceId: string | null,
  ) => Promise<Note | null>
  readonly change: (note: Note, change: NoteChange) => Promise<void>
  readonly remove: (note: Note) => Promise<void>
  readonly undo: () => void
  readonly redo: () => void
}

/** The notes of the open article. Each change shows at once, is kept by the library, and can be taken back. */
export function useNotes(
  captureId: string,
  first: readonly Note[],
  onChanged: () => void,
  onStep: StepTold,
): Notes {
  const intl = useIntl()
  const toast = useToast()
  const sentence = useFailureSentence()
  const [notes, setNotes] = useState(first)
  const history = useRef<NoteHistory>(NO_HISTORY)

  /** The value of an answer; null once its failure was told. */
  const told = async <T>(asked: Promise<Answer<T>>): Promise<{ readonly value: T } | null> => {
    const answer = await settled(asked)
    if (answer.ok) return { value: answer.value }
    toast({ text: sentence(answer.failure), tone: 'danger' })
    return null
  }
  const insert = async (input: NewNote): Promise<Note | null> => {
    const added = await told(client.notes.add(input))
    if (added === null) return null
    setNotes((before) => [...before, added.value])
    onChanged()
    return added.value
  }
  const drop = async (note: Note): Promise<boolean> => {
    const removed = await told(client.notes.remove({ noteId: note.id }))
    if (removed === null) return false
    setNotes((before) => before.filter((each) => each.id !== note.id))
    onChanged()
    return true
  }
  const put = async (before: Note, wanted: Note): Promise<Note | null> => {
    setNotes((all) => all.map((each) => (each.id === wanted.id ? wanted : each)))
    const { id: noteId, color, style, markdown, tags, sourceId } = wanted
    const changed = await told(
      client.notes.change({ noteId, color, style, markdown, tags: [...tags], sourceId }),
    )
    const settledNote = changed?.value ?? before
    setNotes((all) => all.map((each) => (each.id === noteId ? settledNote : each)))
    if (changed !== null) onChanged()
    return changed?.value ?? null
  }
  /** Puts a deleted note back. It gets a new id, which the history learns. */
  const restore = async (note: Note) => {
    const { color, style, markdown, tags, sourceId } = note
    const words = { color, style, markdown, tags: [...tags], sourceId }
    const back = await insert({ captureId: note.captureId, range: note.anchor.position, ...words })
    if (back !== null) history.current = renamed(history.current, note.id, back.id)
  }
  const walk = async (step: NoteStep, forward: boolean) => {
    if (step.kind === 'changed')
      await put(forward ? step.before : step.after, forward ? step.after : step.before)
    else if ((step.kind === 'added') === forward) await restore(step.note)
    else await drop(step.note)
    toast({ text: intl.formatMessage({ id: forward ? 'notes.redone' : 'notes.undone' }) })
  }
  const step = (which: typeof undone, forward: boolean) => {
    const found = which(history.current)
    if (found === null) return
    history.current = found.history
    onStep(forward ? 'redone' : 'undone')
    void walk(found.step, forward)
  }
  const record = (step: NoteStep) => {
    const last = history.current.past.at(-1)
    history.current = didNote(history.current, step)
    onStep(history.current.past.at(-2) === last ? 'did' : 'continued')
  }

  const actions: Omit<Notes, 'notes'> = {
    add: async (range, style, color, sourceId) => {
      const added = await insert({ captureId, range, style, color, sourceId, markdown: '', tags: [] })
      if (added !== null) record({ kind: 'added', note: added })
      return added
    },
    change: async (note, change) => {
      const after = await put(note, { ...note, ...change })
      if (after !== null) record({ kind: 'changed', before: note, after })
    },
    remove: async (note) => {
      if (!(await drop(note))) return
      record({ kind: 'removed', note })
      const action = { label: intl.formatMessage({ id: 'notes.undo' }), onAction: () => step(undone, false) }
      toast({ text: intl.formatMessage({ id: 'notes.removed' }), action })
    },
    undo: () => step(undone, false),
    redo: () => step(redone, true),
  }
  return { notes, ...useStable(actions) }
}

/** The same functions at every render, doing what the latest ones do: so that memoised cards stay memoised. */
function useStable(actions: Omit<Notes, 'notes'>): Omit<Notes, 'notes'> {
  const latest = useRef(actions)
  latest.current = actions
  return {
    add: useCallback((...input) => latest.current.add(...input), []),
    change: useCallback((...input) => latest.current.change(...input), []),
    remove: useCallback((note) => latest.current.remove(note), []),
    undo: useCallback(() => latest.current.undo(), []),
    redo: useCallback(() => latest.current.redo(), []),
  }
}
