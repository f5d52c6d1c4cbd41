import { describe, expect, it } from 'vitest'
import { NO_HISTORY } from './step-history'
import { type Keeper, orderAfter, type StepEvent, type UndoOrder } from './undo-order'

const orderOf = (...events: [Keeper, StepEvent][]) =>
  events.reduce<UndoOrder>((order, [keeper, event]) => orderAfter(order, keeper, event), NO_HISTORY)

describe('one key for notes and corrections', () => {
  it('takes back the latest of both first, and does them again the other way round', () => {
    const made = orderOf(['notes', 'did'], ['corrections', 'did'])
    expect(made.past.at(-1)).toBe('corrections')
    const back = orderAfter(orderAfter(made, 'corrections', 'undone'), 'notes', 'undone')
    expect(back).toEqual({ past: [], future: ['notes', 'corrections'] })
    expect(orderAfter(back, 'notes', 'redone')).toEqual({ past: ['notes'], future: ['corrections'] })
  })

  it('does nothing again once something new was done, or writing went on', () => {
    const back = orderOf(['corrections', 'did'], ['corrections', 'undone'])
    expect(orderAfter(back, 'notes', 'did')).toEqual({ past: ['notes'], future: [] })
    expect(orderAfter(back, 'notes', 'continued')).toEqual({ past: [], future: [] })
  })

  it('follows a step that was taken back out of turn, by its own button', () => {
    const order = orderOf(['notes', 'did'], ['corrections', 'did'], ['notes', 'undone'])
    expect(order).toEqual({ past: ['corrections'], future: ['notes'] })
  })
})
