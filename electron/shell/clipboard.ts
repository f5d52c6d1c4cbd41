import { clipboard } from 'electron'

/** How long copied article text stays on the clipboard: ms (SECURITY.md, Lock). */
const CLEAR_AFTER = 10_000

let timer: NodeJS.Timeout | null = null
let ours: string | null = null

/** Puts text on the clipboard and clears it after ten seconds if it is still ours. */
export function copyForAWhile(text: string): void {
  clipboard.writeText(text)
  ours = text
  if (timer !== null) clearTimeout(timer)
  timer = setTimeout(() => void clearOurs(), CLEAR_AFTER)
}

/**
 * What a lock leaves of the clipboard: nothing of ours. On Linux every selected word is also in the X11 selection
 * (the middle mouse button pastes it), which Chromium fills by itself, so it is emptied without asking whose it is.
 */
export async function clearAtLock(): Promise<void> {
  if (process.platform === 'linux') emptySelection()
  await clearOurs()
}

/** Newer runtimes have an object for the selection, older ones an argument that the types no longer know. */
function emptySelection(): void {
  const { selection } = clipboard as { readonly selection?: { readonly clear: () => void } }
  if (selection !== undefined) selection.clear()
  else Reflect.apply(clipboard.clear, clipboard, ['selection'])
}

/** Clears the clipboard if it still holds what was copied here. */
async function clearOurs(): Promise<void> {
  if (timer !== null) clearTimeout(timer)
  timer = null
  const copied = ours
  ours = null
  // Newer runtimes answer with a promise, older ones at once.
  if (copied !== null && (await clipboard.readText()) === copied) clipboard.clear()
}
