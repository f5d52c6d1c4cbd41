import { createContext, useContext } from 'react'

export type ToastTone = 'plain' | 'success' | 'danger'

/** A passing word at the window's foot: what happened, and perhaps one thing to do about it. */
export type ToastMessage = {
  readonly text: string
  readonly tone?: ToastTone
  /** A toast of the same topic takes the place of the one before. */
  readonly topic?: string
  readonly action?: { readonly label: string; readonly onAction: () => void }
}

export type ShowToast = (message: ToastMessage) => void

export const ToastContext = createContext<ShowToast>(() => {})

/** `const toast = useToast()`; then `toast({ text })`. Failures stay until they are closed. */
export function useToast(): ShowToast {
  return useContext(ToastContext)
}
