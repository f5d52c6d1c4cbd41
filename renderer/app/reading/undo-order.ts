import { did, type History } from './step-history'

/** Whose step it was. Notes and corrections each keep their own steps; one key takes back the latest of both. */
export type Keeper = 'notes' | 'corrections'
/** What happened to a keeper's step; `continued` is writing that went on in a step that is there. */
export type StepEvent = 'did' | 'continued' | 'undone' | 'redone'
export type UndoOrder = History<Keeper>

/** The order after an event. The order is that of doing, so it says as well whose step the keys mean next. */
export function orderAfter(order: UndoOrder, keeper: Keeper, event: StepEvent): UndoOrder {
  const { past, future } = order
  switch (event) {
    case 'did':
      return did(order, keeper)
    case 'continued':
      return { past, future: [] }
    case 'undone':
      return { past: without(past, past.lastIndexOf(keeper)), future: [keeper, ...future] }
    case 'redone':
      return { past: [...past, keeper], future: without(future, future.indexOf(keeper)) }
  }
}

function without(keepers: readonly Keeper[], index: number): readonly Keeper[] {
  return index < 0 ? keepers : keepers.toSpliced(index, 1)
}
