import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark } from '../article/block'
import type { Range } from '../article/range'
import { renderMarkdown } from './render-markdown'
import { captureOf, noteOn, type Piece } from './testing/invented-capture'
import { readBack } from './testing/read-back'

/** Words made of what Markdown's dialects give a meaning to, in scripts with and without blanks between words. */
const SIGNS = [...'*_=~^$#%[](){}<>|\\`"\'&;:!?.,-+@/“”‘’«»—…·']
const LETTERS = [
  'a',
  'B',
  'word',
  '1',
  '12',
  '한국어',
  '이다',
  '。',
  '漢',
  'é',
  '𠮷',
  '&amp;',
  'https://x.example/a_b',
  '- ',
  '1. ',
  '# ',
  '> ',
  '==',
  '**',
  '[^1]',
  '[^1]: ',
  '```',
  '~~~',
  '<b>',
  '<!--',
  '\t',
  '%%',
  '| ',
  '\u00a0',
]
const scrap = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...LETTERS) },
  { weight: 2, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 2, arbitrary: fc.constant(' ') },
  { weight: 1, arbitrary: fc.constant('\n') },
)
const words = fc
  .array(scrap, { minLength: 1, maxLength: 24 })
  .map((scraps) => scraps.join('').trim())
  .filter((text) => text !== '')

const piece: fc.Arbitrary<Piece> = fc.oneof(
  words.map((text): Piece => ({ text })),
  words.map((text): Piece => ({ text, kind: 'quotation' })),
  fc
    .tuple(words, fc.integer({ min: 1, max: 4 }), fc.boolean())
    .map(([text, level, ordered]): Piece => ({ text, kind: 'list-item', level, ordered })),
  fc
    .tuple(words, fc.integer({ min: 1, max: 6 }))
    .map(([text, level]): Piece => ({ text, kind: 'heading', level })),
  words.map((text): Piece => ({ text, role: 'picture' })),
  words.map((text): Piece => ({ text, kind: 'preformatted' })),
  fc
    .array(
      fc.array(
        words.map((text) => text.replace(/\s/g, ' ').trim() || 'x'),
        { minLength: 2, maxLength: 3 },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((rows): Piece => ({ text: rows.map((cells) => cells.join('\t')).join('\n'), kind: 'table' })),
)
const share = fc.integer({ min: 0, max: 1000 })
const span = fc.tuple(share, share)
const markKind = fc.constantFrom('strong', 'emphasis', 'code', 'link')

const within = ([from, to]: readonly [number, number], length: number): Range => {
  const ends = [Math.floor((from * length) / 1000), Math.floor((to * length) / 1000)].sort((a, b) => a - b)
  return [ends[0] ?? 0, ends[1] ?? 0]
}
/** Ranges of real captures and notes never part a surrogate pair. */
const whole = (text: string, [from, to]: Range): Range => {
  const edge = (at: number) => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at)
  return [edge(from), edge(to)]
}
const dense = (text: string) => text.replace(/\s+/g, '')

/** Marks lie inside one block and nest; the second is put inside the first. */
function marksOf(
  text: string,
  blocks: readonly { readonly range: Range; readonly kind: string }[],
  seeds: readonly (readonly [readonly [number, number], readonly [number, number], string, string])[],
): Mark[] {
  return seeds.flatMap(([outer, inner, first, second], index) => {
    const block = blocks[index]
    if (block === undefined || block.kind === 'preformatted' || block.kind === 'table') return []
    const place = (seed: readonly [number, number], into: Range): Range => {
      const [from, to] = within(seed, into[1] - into[0])
      return whole(text, [into[0] + from, into[0] + to])
    }
    const range = place(outer, block.range)
    return [markOf(first, range), markOf(second, place(inner, range))].filter(
      (mark) => mark.range[0] < mark.range[1],
    )
  })
}
function markOf(kind: string, range: Range): Mark {
  if (kind === 'link') return { kind, range, href: 'https://x.example/(a_b) c' }
  return { kind: kind === 'strong' || kind === 'code' ? kind : 'emphasis', range }
}

describe('an export of anything', () => {
  it('holds every word of the article, in order, and highlights exactly what is highlighted', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(span, span, markKind, markKind), { maxLength: 5 }),
        fc.array(span, { maxLength: 4 }),
        (pieces, markSeeds, noteSeeds) => {
          const bare = captureOf(pieces)
          const capture = { ...bare, marks: marksOf(bare.text, bare.blocks, markSeeds) }
          const ranges = noteSeeds.map((seed) => whole(capture.text, within(seed, capture.text.length)))
          const notes = ranges
            .filter(([from, to]) => from < to)
            .map((range) => noteOn(capture, range, { markdown: 'x' }))
          const listing = { title: 'T', standIn: true }
          const { text } = renderMarkdown({ capture, listing, notes, locale: 'en' })
          const { blocks } = readBack(text)
          const start = blocks.findIndex((block) => block.text.startsWith('No headline in the file')) + 1
          const end = blocks.findIndex(
            (block) => block.type === 'heading_open h2' && block.text === 'Sources',
          )
          const body = blocks.slice(start, end)

          expect(dense(body.map((block) => block.text).join(''))).toBe(dense(capture.text))
          const lit =
            [...capture.text].length === 0
              ? ''
              : litWords(
                  capture,
                  notes.filter((note) => note.anchor.exact.trim() !== '').map((note) => note.anchor.position),
                )
          expect(dense(body.map((block) => block.marked).join(''))).toBe(lit)
          const calls = body.flatMap((block) => block.footnotes)
          const expected = notes
            .filter((note) => note.anchor.exact.trim() !== '')
            .map((_, index) => `${index + 1}`)
          expect([...calls].sort()).toEqual([...expected].sort())
        },
      ),
      { numRuns: 500 },
    )
  })
})

function litWords(capture: ReturnType<typeof captureOf>, ranges: readonly Range[]): string {
  let lit = ''
  for (const { kind, range } of capture.blocks) {
    if (kind === 'preformatted') continue
    for (let at = range[0]; at < range[1]; at += 1) {
      if (ranges.some(([from, to]) => from <= at && at < to)) lit += capture.text.charAt(at)
    }
  }
  return dense(lit)
}
