import { describe, expect, test } from 'vitest'
import { SHELL_COMMANDS } from '#contract/shell'
import { chordOf, commandOf, KEY_BINDINGS, type KeyPress, keyLabel, shortcutOf } from './keys'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('chords', () => {
  test('a plain key is what it writes', () => {
    expect(chordOf(press('j'), 'linux')).toBe('j')
    expect(chordOf(press('?', { shiftKey: true }), 'linux')).toBe('?')
    expect(chordOf(press('J', { shiftKey: true }), 'linux')).toBe('J')
  })

  test('Ctrl is the main key, on a Mac it is Command', () => {
    expect(chordOf(press('k', { ctrlKey: true }), 'linux')).toBe('Mod+K')
    expect(chordOf(press('k', { metaKey: true }), 'darwin')).toBe('Mod+K')
    expect(chordOf(press('k', { ctrlKey: true }), 'darwin')).toBe('Other+K')
    expect(chordOf(press('F', { ctrlKey: true, shiftKey: true }), 'win32')).toBe('Mod+Shift+F')
    expect(chordOf(press('+', { ctrlKey: true, shiftKey: true }), 'linux')).toBe('Mod++')
  })

  test('keys are heard while Korean is switched on', () => {
    expect(chordOf(press('ㅓ', { code: 'KeyJ' }), 'linux')).toBe('j')
    expect(chordOf(press('ㅏ', { code: 'KeyK', ctrlKey: true }), 'linux')).toBe('Mod+K')
  })

  test("Alt with a digit is heard although a Mac's Option writes something else", () => {
    expect(chordOf(press('¡', { code: 'Digit1', altKey: true }), 'darwin')).toBe('Alt+1')
    expect(chordOf(press('1', { code: 'Digit1', altKey: true }), 'linux')).toBe('Alt+1')
  })

  test('modifiers that no binding knows make a chord that means nothing', () => {
    expect(commandOf(chordOf(press('j', { metaKey: true }), 'linux'))).toBeNull()
    expect(commandOf(chordOf(press('h', { altKey: true }), 'linux'))).toBeNull()
  })
})

describe('bindings', () => {
  test('no chord stands for two commands', () => {
    const chords = KEY_BINDINGS.flatMap((binding) => binding.chords)
    expect(new Set(chords).size).toBe(chords.length)
  })

  test('every command of the menu is listed once, so that its key and name can be shown', () => {
    expect(KEY_BINDINGS.map((binding) => binding.command).sort()).toEqual([...SHELL_COMMANDS].sort())
  })

  test('the keys of READER.md', () => {
    const expected = {
      'Mod+K': 'go-to-anything',
      'Mod+F': 'find',
      '/': 'search-library',
      j: 'next-article',
      k: 'previous-article',
      h: 'highlight',
      'Alt+1': 'highlight',
      'Alt+2': 'underline',
      'Alt+3': 'note',
      n: 'next-statement',
      p: 'previous-statement',
      '[': 'toggle-library',
      ']': 'toggle-colophon',
      '+': 'text-larger',
      '-': 'text-smaller',
      '0': 'text-normal',
      'Mod+L': 'lock',
      'Mod+Z': 'undo',
      'Mod+Shift+Z': 'redo',
      'Mod+Y': 'redo',
      'Mod+,': 'settings',
      '?': 'keys',
    }
    for (const [chord, command] of Object.entries(expected)) expect(commandOf(chord)).toBe(command)
  })
})

describe('labels', () => {
  test('are written as the platform writes them', () => {
    expect(keyLabel('Mod+Shift+F', 'linux')).toBe('Ctrl+Shift+F')
    expect(keyLabel('Mod+K', 'darwin')).toBe('⌘+K')
    expect(keyLabel('Alt+ArrowDown', 'linux')).toBe('Alt+↓')
    expect(keyLabel('+', 'linux')).toBe('+')
    expect(keyLabel('Mod++', 'linux')).toBe('Ctrl++')
    expect(shortcutOf('lock', 'win32')).toBe('Ctrl+L')
    expect(shortcutOf('journal', 'linux')).toBeUndefined()
  })
})
