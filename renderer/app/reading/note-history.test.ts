import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Note } from '#domain/annotation/note'
import { didNote, type NoteHistory, type NoteStep, renamed } from './note-history'
import { NO_HISTORY, redone, undone } from './step-history'

function note(id: string, words: string, second = 0, color: Note['color'] = 'yellow'): Note {
  const at = new Date(Date.UTC(2024, 0, 1, 0, 0, second)).toISOString()
  return {
    id,
    articleId: 'a',
    captureId: 'c',
    anchor: { exact: 'x', prefix: '', suffix: '', position: [0, 1] },
    color,
    style: 'highlight',
    markdown: words,
    tags: [],
    sourceId: null,
    orphaned: null,
    createdAt: at,
    modifiedAt: at,
  }
}

/** What the library holds after a step forward or back. */
function apply(notes: ReadonlyMap<string, Note>, step: NoteStep, forward: boolean): Map<string, Note> {
  const after = new Map(notes)
  if (step.kind === 'changed') {
    const to = forward ? step.after : step.before
    after.set(to.id, to)
  } else if ((step.kind === 'added') === forward) after.set(step.note.id, step.note)
  else after.delete(step.note.id)
  return after
}

describe('taking back and doing again', () => {
  it('is the identity however many steps are walked', () => {
    const step = fc.oneof(
      fc
        .string({ maxLength: 3 })
        .map((words): NoteStep => ({ kind: 'added', note: note(`n${words}`, words) })),
      fc
        .string({ maxLength: 3 })
        .map((words): NoteStep => ({ kind: 'removed', note: note(`n${words}`, words) })),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let history: NoteHistory = NO_HISTORY
        let notes = new Map<string, Note>()
        const states = [notes]
        for (const each of steps) {
          // Only steps that can happen: nothing is added twice or removed when it is not there.
          const there = each.kind !== 'changed' && notes.has(each.note.id)
          if ((each.kind === 'added') === there) continue
          history = didNote(history, each)
          notes = apply(notes, each, true)
          states.push(notes)
        }
        for (let at = states.length - 1; at > 0; at -= 1) {
          const back = undone(history)
          if (back === null) throw new Error('a step is missing')
          notes = apply(notes, back.step, false)
          history = back.history
          expect(new Set(notes.keys())).toEqual(new Set(states[at - 1]?.keys()))
        }
        expect(undone(history)).toBeNull()
        for (let at = 1; at < states.length; at += 1) {
          const again = redone(history)
          if (again === null) throw new Error('a step is missing')
          notes = apply(notes, again.step, true)
          history = again.history
          expect(new Set(notes.keys())).toEqual(new Set(states[at]?.keys()))
        }
      }),
    )
  })

  it('takes writing back by thoughts, and colours one by one', () => {
    let history = didNote(NO_HISTORY, { kind: 'changed', before: note('n', ''), after: note('n', 'a', 1) })
    history = didNote(history, { kind: 'changed', before: note('n', 'a', 1), after: note('n', 'ab', 3) })
    expect(history.past).toHaveLength(1)
    history = didNote(history, { kind: 'changed', before: note('n', 'ab', 3), after: note('n', 'abc', 50) })
    expect(history.past).toHaveLength(2)
    history = didNote(history, {
      kind: 'changed',
      before: note('n', 'abc', 50),
      after: note('n', 'abc', 51, 'red'),
    })
    expect(history.past).toHaveLength(3)
    const back = undone(history)
    expect(back?.step.kind === 'changed' && back.step.before.color).toBe('yellow')
  })

  it('forgets what was taken back once something new is done', () => {
    const first = didNote(NO_HISTORY, { kind: 'added', note: note('a', '') })
    const back = undone(first)
    const next = didNote(back?.history ?? NO_HISTORY, { kind: 'added', note: note('b', '') })
    expect(redone(next)).toBeNull()
  })

  it('follows a note that came back under a new id', () => {
    let history = didNote(NO_HISTORY, { kind: 'added', note: note('old', '') })
    history = didNote(history, { kind: 'changed', before: note('old', ''), after: note('old', 'a', 1) })
    const steps = renamed(history, 'old', 'new').past
    expect(steps.map((step) => (step.kind === 'changed' ? step.after.id : step.note.id))).toEqual([
      'new',
      'new',
    ])
  })
})
