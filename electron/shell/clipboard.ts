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

/** Clears the clipboard if it still holds what was copied here. Also called at lock. */
export async function clearOurs(): Promise<void> {
  if (timer !== null) clearTimeout(timer)
  timer = null
  const copied = ours
  ours = null
  // Newer runtimes answer with a promise, older ones at once.
  if (copied !== null && (await clipboard.readText()) === copied) clipboard.clear()
}
