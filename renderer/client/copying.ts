import { client, settled } from './client'

/**
 * Tells the shell of every copy and cut, by key or by menu, so that the clipboard is cleared after ten seconds as it is
 * for our own copy buttons. Returns its own undo. Called once, by the shell.
 */
export function copyForAWhile(): () => void {
  const onCopy = () => {
    const text = selectedText()
    if (text !== '') void settled(client.shell.copy({ text }))
  }
  document.addEventListener('copy', onCopy)
  document.addEventListener('cut', onCopy)
  return () => {
    document.removeEventListener('copy', onCopy)
    document.removeEventListener('cut', onCopy)
  }
}

function selectedText(): string {
  const field = document.activeElement
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
  }
  return document.getSelection()?.toString() ?? ''
}
