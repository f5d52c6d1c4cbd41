import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const sheet = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const [base = '', sepiaPart = ''] = sheet.split(':root[data-theme="sepia"]')
const HEX = '(#[0-9a-f]{6})'

/** The colours of one theme by token; sepia takes what it does not name from light. */
function theme(name: 'light' | 'dark' | 'sepia'): (token: string) => string {
  const colours = new Map<string, string>()
  for (const [, token = '', light = '', dark = ''] of base.matchAll(
    new RegExp(`(--[\\w-]+): light-dark\\(${HEX}, ${HEX}\\)`, 'g'),
  )) {
    colours.set(token, name === 'dark' ? dark : light)
  }
  const plain = new RegExp(`(--[\\w-]+): ${HEX};`, 'g')
  for (const [, token = '', colour = ''] of base.matchAll(plain)) colours.set(token, colour)
  if (name === 'sepia') {
    for (const [, token = '', colour = ''] of sepiaPart.matchAll(plain)) colours.set(token, colour)
  }
  return (token) => {
    const colour = colours.get(token)
    if (colour === undefined) throw new Error(`no colour ${token}`)
    return colour
  }
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const SURFACES = [
  '--frame',
  '--pane',
  '--paper',
  '--raised',
  '--sunken',
  '--hover',
  '--selected',
  '--selected-strong',
]
const PAPERS = ['--pane', '--paper', '--raised']
const TEXT = ['--ink', '--ink-soft', '--ink-faint', '--accent', '--danger', '--rubric']
const COLOURS = ['yellow', 'red', 'green', 'blue', 'purple', 'magenta', 'orange', 'gray']
const LANES = [...Array.from({ length: 8 }, (_, lane) => `--lane-${lane}`), '--lane-none']

describe.each(['light', 'dark', 'sepia'] as const)('contrast in %s', (name) => {
  const colour = theme(name)
  const tooWeak = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs
      .map(([front, back]) => [front, back, contrast(colour(front), colour(back)).toFixed(2)] as const)
      .filter(([, , ratio]) => Number(ratio) < least)
  const each = (fronts: readonly string[], backs: readonly string[]) =>
    fronts.flatMap((front) => backs.map((back) => [front, back] as const))

  test('text reaches 4.5:1 on every surface', () => {
    expect(tooWeak(each(TEXT, SURFACES), 4.5)).toEqual([])
  })

  test('words on fills, on their own tint and on highlights reach 4.5:1', () => {
    const tints = ['accent', 'rubric', 'danger', 'caution', 'success'].map(
      (tone) => [`--${tone}`, `--${tone}-soft`] as const,
    )
    const fills = ['--accent-fill', '--accent-fill-hover', '--danger-fill', '--danger-fill-hover'].map(
      (fill) => ['--ink-on-fill', fill] as const,
    )
    const washes = COLOURS.map((wash) => ['--ink', `--note-${wash}-wash`] as const)
    const found = ['--found', '--found-current'].map((mark) => ['--ink', mark] as const)
    expect(tooWeak([...tints, ...fills, ...washes, ...found], 4.5)).toEqual([])
  })

  test('edges of controls, lanes and note colours reach 3:1 on every paper', () => {
    const drawn = ['--edge', ...LANES, ...COLOURS.map((ink) => `--note-${ink}-ink`)]
    expect(tooWeak(each(drawn, PAPERS), 3)).toEqual([])
  })
})
