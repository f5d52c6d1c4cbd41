import type { ShellCommand } from '#contract/shell'

export type Platform = 'linux' | 'darwin' | 'win32'

/** The chapters of the keys page, in its order. */
export const KEY_GROUPS = ['anywhere', 'library', 'reading', 'marking', 'view'] as const
export type KeyGroup = (typeof KEY_GROUPS)[number]

export type KeyBinding = {
  readonly command: ShellCommand
  readonly group: KeyGroup
  /**
   * Chords that ask for it, the first one is shown. `Mod` is Ctrl, or the command key on a Mac. Plain characters are
   * what the key writes (`?`), and are not heard while somebody is typing.
   */
  readonly chords: readonly string[]
}

/** READER.md, Keys and menus. The chords with `Mod` and `Alt` stand in the menu as well (electron/shell/menu.ts). */
export const KEY_BINDINGS: readonly KeyBinding[] = [
  { command: 'go-to-anything', group: 'anywhere', chords: ['Mod+K'] },
  { command: 'search-library', group: 'anywhere', chords: ['/', 'Mod+Shift+F'] },
  { command: 'import-files', group: 'anywhere', chords: ['Mod+O'] },
  { command: 'import-folder', group: 'anywhere', chords: ['Mod+Shift+O'] },
  { command: 'import-clipboard', group: 'anywhere', chords: ['Mod+Shift+V'] },
  { command: 'settings', group: 'anywhere', chords: ['Mod+,'] },
  { command: 'keys', group: 'anywhere', chords: ['?', 'F1'] },
  { command: 'lock', group: 'anywhere', chords: ['Mod+L'] },
  { command: 'next-article', group: 'library', chords: ['j', 'Alt+ArrowDown'] },
  { command: 'previous-article', group: 'library', chords: ['k', 'Alt+ArrowUp'] },
  { command: 'export', group: 'library', chords: ['Mod+E'] },
  { command: 'journal', group: 'library', chords: [] },
  { command: 'check-library', group: 'library', chords: [] },
  { command: 'back-up', group: 'library', chords: [] },
  { command: 'restore', group: 'library', chords: [] },
  { command: 'find', group: 'reading', chords: ['Mod+F'] },
  { command: 'next-statement', group: 'reading', chords: ['n'] },
  { command: 'previous-statement', group: 'reading', chords: ['p'] },
  { command: 'show-sources', group: 'reading', chords: ['Mod+1'] },
  { command: 'show-credits', group: 'reading', chords: ['Mod+2'] },
  { command: 'show-notes', group: 'reading', chords: ['Mod+3'] },
  { command: 'highlight', group: 'marking', chords: ['h', 'Alt+1'] },
  { command: 'underline', group: 'marking', chords: ['Alt+2'] },
  { command: 'note', group: 'marking', chords: ['Alt+3'] },
  { command: 'undo', group: 'marking', chords: ['Mod+Z'] },
  { command: 'redo', group: 'marking', chords: ['Mod+Shift+Z', 'Mod+Y'] },
  { command: 'toggle-library', group: 'view', chords: ['['] },
  { command: 'toggle-colophon', group: 'view', chords: [']'] },
  { command: 'text-larger', group: 'view', chords: ['+', '=', 'Mod++', 'Mod+='] },
  { command: 'text-smaller', group: 'view', chords: ['-', 'Mod+-'] },
  { command: 'text-normal', group: 'view', chords: ['0', 'Mod+0'] },
  { command: 'vault-keys', group: 'anywhere', chords: [] },
  { command: 'about', group: 'anywhere', chords: [] },
]

/** What a key event tells of itself: a KeyboardEvent, or a test's own. */
export type KeyPress = {
  readonly key: string
  readonly code?: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * The chord of a key event as KEY_BINDINGS writes it. Letters and digits are taken from the physical key when the
 * keyboard writes another script, so that `j` works while Korean is switched on.
 */
export function chordOf(press: KeyPress, platform: Platform): string {
  const mod = platform === 'darwin' ? press.metaKey : press.ctrlKey
  const foreign = platform === 'darwin' ? press.ctrlKey : press.metaKey
  const key = latinKey(press)
  const bare = !mod && !foreign && !press.altKey
  if (bare) return key.length === 1 && press.shiftKey && /[a-z]/i.test(key) ? key.toUpperCase() : key
  const name = key.length === 1 ? key.toUpperCase() : key
  const parts = [mod ? 'Mod' : null, foreign ? 'Other' : null, press.altKey ? 'Alt' : null]
  const shift = press.shiftKey && (key.length > 1 || /[a-z0-9]/i.test(key)) ? 'Shift' : null
  return [...parts, shift, name].filter((part) => part !== null).join('+')
}

const WRITES_LATIN = /^[\u0020-\u007e]$/

function latinKey(press: KeyPress): string {
  if (press.key.length > 1 && press.key !== 'Process') return press.key
  // A Mac's Option key writes other characters ("¡" for Alt+1): take the physical key there too.
  if (WRITES_LATIN.test(press.key) && !(press.altKey && press.code?.startsWith('Digit'))) return press.key
  const physical = /^(?:Key|Digit)([A-Z0-9])$/.exec(press.code ?? '')?.[1]
  return physical ? physical.toLowerCase() : press.key
}

/** The command that a chord asks for, or null. */
export function commandOf(chord: string): ShellCommand | null {
  return KEY_BINDINGS.find((binding) => binding.chords.includes(chord))?.command ?? null
}

/** Whether a chord is a plain character, which is not a command while somebody is typing. */
export function isPlainKey(chord: string): boolean {
  return [...chord].length === 1
}

const MAC_NAMES: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
const NAMES: Readonly<Record<string, string>> = { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' }

/** A chord as people of this platform write it, its keys joined by `+`. */
export function keyLabel(chord: string, platform: Platform): string {
  return chord
    .split(/(?<!^)\+(?!$)|\+(?=\+$)/)
    .map((key) => (platform === 'darwin' ? MAC_NAMES[key] : undefined) ?? NAMES[key] ?? key)
    .join('+')
}

/** The chord that is shown for a command, as people of this platform write it; undefined when it has none. */
export function shortcutOf(command: ShellCommand, platform: Platform): string | undefined {
  const chord = KEY_BINDINGS.find((binding) => binding.command === command)?.chords[0]
  return chord === undefined ? undefined : keyLabel(chord, platform)
}
