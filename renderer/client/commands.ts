import { useEffect, useRef } from 'react'
import type { ShellCommand } from '#contract/shell'
import { client } from './client'
import { chordOf, commandOf, isPlainKey, type Platform } from './keys'

type Entry = { readonly run: () => void }

/** Who answers each command now; the one who came last is asked first (a dialog before the room behind it). */
const handlers = new Map<ShellCommand, Entry[]>()

/**
 * A key can reach us twice: as a key event of the page, and through the menu's accelerator when the platform hands
 * it on in spite of preventDefault. Within this many milliseconds the second is the same press.
 */
const SAME_PRESS = 60
let lastKey: { readonly command: ShellCommand; readonly at: number } | null = null

/** Runs a command where the person is. False when nobody answers it here. */
export function runCommand(command: ShellCommand): boolean {
  const entry = handlers.get(command)?.at(-1)
  entry?.run()
  return entry !== undefined
}

/** Whether somebody answers this command now. */
export function isAnswered(command: ShellCommand): boolean {
  return (handlers.get(command)?.length ?? 0) > 0
}

/** Answers a command of the menu, the keys and "go to anything" while the component lives and `enabled` holds. */
export function useCommand(command: ShellCommand, handler: () => void, enabled = true): void {
  const latest = useRef(handler)
  latest.current = handler
  useEffect(() => {
    if (!enabled) return
    const entry: Entry = { run: () => latest.current() }
    handlers.set(command, [...(handlers.get(command) ?? []), entry])
    return () => {
      handlers.set(
        command,
        (handlers.get(command) ?? []).filter((other) => other !== entry),
      )
    }
  }, [command, enabled])
}

/** Starts listening to the menu and the keyboard; returns its own undo. Called once, by the shell. */
export function listenForCommands(platform: Platform): () => void {
  const stopMenu = client.subscribe('shell:command', (command) => {
    const again = lastKey?.command === command && performance.now() - lastKey.at < SAME_PRESS
    if (!again) runCommand(command)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const chord = chordOf(event, platform)
    const command = commandOf(chord)
    if (command === null || isForTheField(chord, event.target)) return
    lastKey = { command, at: performance.now() }
    if (runCommand(command)) event.preventDefault()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => {
    stopMenu()
    window.removeEventListener('keydown', onKeyDown)
  }
}

/** Chords that a text field understands by itself. */
const FIELD_CHORDS: readonly string[] = ['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Alt+ArrowDown', 'Alt+ArrowUp']

/** Whether a key belongs to what has focus: a text field's own characters, a dialog's or menu's plain keys. */
function isForTheField(chord: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  const typing = isTextField(target)
  if (typing) return isPlainKey(chord) || FIELD_CHORDS.includes(chord)
  return isPlainKey(chord) && target.closest('[role="dialog"], [role="menu"], [role="combobox"]') !== null
}

/** Inputs that write text; a checkbox or a slider does not. */
const WRITING_INPUTS =
  'input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"]), textarea, select'

export function isTextField(element: Element): boolean {
  return element.matches(WRITING_INPUTS) || (element instanceof HTMLElement && element.isContentEditable)
}
