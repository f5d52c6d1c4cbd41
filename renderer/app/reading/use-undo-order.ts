import { useCallback, useRef } from 'react'
import { useCommand } from '../../client/commands'
import { NO_HISTORY } from './step-history'
import { type Keeper, orderAfter, type StepEvent, type UndoOrder } from './undo-order'

/** What keeps steps of its own and can walk them; it tells every one of them with `StepTold`. */
export type StepKeeper = { readonly undo: () => void; readonly redo: () => void }
export type StepTold = (event: StepEvent) => void

/** Who is told of the steps of notes and of corrections, so that the keys find the latest. */
export function useUndoOrder(): {
  readonly order: React.RefObject<UndoOrder>
  readonly onNoteStep: StepTold
  readonly onCorrectionStep: StepTold
} {
  const order = useRef<UndoOrder>(NO_HISTORY)
  const tell = (keeper: Keeper): StepTold => {
    return (event) => {
      order.current = orderAfter(order.current, keeper, event)
    }
  }
  const onNoteStep = useCallback(tell('notes'), [])
  const onCorrectionStep = useCallback(tell('corrections'), [])
  return { order, onNoteStep, onCorrectionStep }
}

/** Undo and redo by key and menu: of notes and corrections the one that was done, or taken back, last. */
export function useUndoKeys(
  order: React.RefObject<UndoOrder>,
  keepers: Readonly<Record<Keeper, StepKeeper>>,
): void {
  useCommand('undo', () => {
    const keeper = order.current.past.at(-1)
    if (keeper) keepers[keeper].undo()
  })
  useCommand('redo', () => {
    const keeper = order.current.future[0]
    if (keeper) keepers[keeper].redo()
  })
}
