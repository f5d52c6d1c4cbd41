import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeName, safeNames } from './safe-name'

describe('a safe name', () => {
  it.each([
    ['Harbour fees.md', 'Harbour fees.md'],
    ['a/b\\c:d*e?"f<g>h|i.md', 'a-b-c-d-e-f-g-h-i.md'],
    ['CON.md', 'CON-.md'],
    ['lpt1', 'lpt1-'],
    ['...', 'untitled'],
    ['', 'untitled'],
    ['.md', 'untitled.md'],
    ['\u202e.md', 'untitled.md'],
    ['?', 'untitled'],
    ['.bashrc', 'untitled.bashrc'],
    ['../../etc/passwd', 'etc-passwd'],
    ['ends in dots....md', 'ends in dots.md'],
    ['two\nlines\t.md', 'two lines.md'],
    ['gpj.\u202Eexe.md', 'gpj.exe.md'],
    ['한국.md'.normalize('NFD'), '한국.md'.normalize('NFC')],
  ])('%j becomes %j', (wish, name) => {
    expect(safeName(wish)).toBe(name)
  })

  it('is short enough, with whole characters and its extension', () => {
    const long = safeName(`${'신변 안전 '.repeat(100)}.md`)
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200)
    expect(long).toMatch(/[신변안전]\.md$/)
    expect(safeName(`${'👩‍👩‍👧'.repeat(50)}.md`)).toMatch(/^(?:👩‍👩‍👧)+\.md$/)
  })

  it('is safe for anything whatever', () => {
    const wish = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme', minLength: 80, maxLength: 300 }),
      fc
        .array(
          fc.constantFrom('.', ' ', 'con', '/', '\\', ':', '\u0000', '\u202e', 'é', '한', '.md', '(2)'),
          { maxLength: 12 },
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(wish, (raw) => {
        const name = safeName(raw)
        expect(name).not.toBe('')
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
        expect(name).toBe(name.normalize('NFC'))
        expect(name).not.toMatch(/[<>:"/\\|?*]|\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]|[. ]$|^\./u)
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('several names', () => {
  it('are numbered where two would be one file', () => {
    expect(safeNames(['A.md', 'a.md', 'A?.md', 'A (2).md', 'b'])).toEqual([
      'A.md',
      'a (2).md',
      'A (3).md',
      'A (2) (2).md',
      'b',
    ])
  })

  it('stay apart when they are cut', () => {
    const long = 'x'.repeat(400)
    const names = safeNames([`${long}1.md`, `${long}2.md`])
    expect(new Set(names).size).toBe(2)
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
  })

  it('are never two of a kind', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'A', 'a (2)', 'A (2).md', 'a.md', 'á', 'a\u0301', 'con', 'CON'), {
          maxLength: 20,
        }),
        (wishes) => {
          const names = safeNames(wishes)
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
        },
      ),
    )
  })
})
