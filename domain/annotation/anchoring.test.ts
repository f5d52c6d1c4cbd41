import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsAt } from '../article/range'
import { anchorAt, CONTEXT_LENGTH, findAnchor } from './anchoring'
import type { Anchor } from './note'

const STORY =
  'The harbour office closed its gates on Monday. “Nobody told us why,” said a crane operator. ' +
  'The union asked the mayor for a meeting, and the mayor declined. Two ships waited outside the breakwater. ' +
  'A customs clerk counted eleven lorries at dawn and nine at dusk. The gates opened again on Friday evening.'

function anchorOf(text: string, words: string): Anchor {
  const start = text.indexOf(words)
  return anchorAt(text, [start, start + words.length])
}

function foundWords(text: string, anchor: Anchor): string {
  const found = findAnchor(text, anchor)
  return found.kind === 'found' ? wordsAt(text, found.range) : found.kind
}

/** Any text, surrogate pairs and all, with a range in it that is not empty. */
const textAndRange = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 200 })
  .chain((text) =>
    fc
      .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
      .map(([a, b]) => ({ text, range: [Math.min(a, b), Math.max(a, b) + 1] as const })),
  )

/** Sentences of which no two are alike, so that a find can be judged. */
const sentences = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{4,9}( [a-z]{4,9}){6,12}$/), { minLength: 5, maxLength: 12 })
  .map((all) => all.map((one) => `${one}.`))

describe('anchorAt', () => {
  it('keeps at most 32 units on either side', () => {
    const anchor = anchorOf(STORY, 'Two ships waited')
    expect(anchor.exact).toBe('Two ships waited')
    expect(anchor.prefix).toHaveLength(CONTEXT_LENGTH)
    expect(anchor.suffix).toHaveLength(CONTEXT_LENGTH)
  })

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const anchor = anchorAt(text, range)
        for (const part of [anchor.exact, anchor.prefix, anchor.suffix]) {
          expect(part.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  it('refuses an empty range and one outside the text', () => {
    expect(() => anchorAt('abc', [1, 1])).toThrow(RangeError)
    expect(() => anchorAt('abc', [2, 9])).toThrow(RangeError)
  })
})

describe('findAnchor in the same text', () => {
  it('finds whatever was anchored, where it was anchored', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const anchor = anchorAt(text, range)
        expect(findAnchor(text, anchor)).toMatchObject({ kind: 'found', range: anchor.position })
      }),
    )
  })

  it('tells equal sentences apart by where they stood', () => {
    const text = 'No comment. No comment. No comment.'
    const anchor = anchorAt(text, [12, 23])
    expect(findAnchor(text, anchor)).toMatchObject({ kind: 'found', range: [12, 23], by: 'position' })
  })
})

describe('findAnchor after edits elsewhere', () => {
  it('finds a sentence when others are added, removed and reordered beyond its surroundings', () => {
    fc.assert(
      fc.property(sentences, sentences, fc.nat(), fc.nat(), (old, added, pick, cut) => {
        const at = 1 + (pick % (old.length - 2))
        const [before = '', sentence = '', after = ''] = old.slice(at - 1, at + 2)
        fc.pre(!added.some((one) => one === sentence))
        const anchor = anchorOf(old.join(' '), sentence)
        const kept = old.slice(0, at - 1).slice(cut % at)
        const now = [...added, ...kept, before, sentence, after, ...added].join('\n\n')
        expect(foundWords(now, anchor)).toBe(sentence)
      }),
    )
  })

  it('finds one word by its surroundings among many of the same', () => {
    const anchor = anchorOf(STORY, 'mayor declined')
    const now = `The mayor declined on Sunday too. ${STORY} Later the mayor declined to say more.`
    const found = findAnchor(now, anchor)
    expect(found).toMatchObject({ kind: 'found', by: 'quote' })
    expect(found.kind === 'found' && found.range[0]).toBe(now.indexOf('mayor declined. Two ships'))
  })

  it('does not mind new line breaks and straightened quotation marks', () => {
    const anchor = anchorOf(STORY, '“Nobody told us why,” said')
    const now = STORY.replaceAll(/[“”]/g, '"').replaceAll('. ', '.\r\n\r\n').replace('told us', 'told\n  us')
    expect(foundWords(now, anchor)).toBe('"Nobody told\n  us why," said')
  })

  it('takes a long sentence that moved when it is known to have stood alone', () => {
    const sentence = 'A customs clerk counted eleven lorries at dawn and nine at dusk.'
    const now = `${sentence} Elsewhere all was quiet. ${STORY.replace(` ${sentence}`, '')}`
    const anchor = anchorOf(STORY, sentence)
    expect(findAnchor(now, anchor, true)).toMatchObject({ kind: 'found', range: [0, sentence.length] })
    expect(findAnchor(now, anchor).kind).toBe('not-found')
  })

  it('follows edited words between unchanged surroundings, and says that the words changed', () => {
    const anchor = anchorOf(STORY, 'A customs clerk counted eleven lorries at dawn')
    const now = `Correction below. ${STORY.replace('eleven lorries', 'seven lorries')}`
    expect(findAnchor(now, anchor)).toMatchObject({ kind: 'found', by: 'surroundings' })
    expect(foundWords(now, anchor)).toContain('seven lorries')
  })
})

describe('findAnchor and lookalikes', () => {
  it('never takes a near duplicate when the sentence itself is gone', () => {
    fc.assert(
      fc.property(sentences, fc.nat(), fc.nat(), fc.nat(), (all, pick, where, letter) => {
        const at = pick % all.length
        const sentence = all[at] ?? ''
        const anchor = anchorOf(all.join(' '), sentence)
        const unit = letter % (sentence.length - 1)
        const near = `${sentence.slice(0, unit)}${sentence[unit] === 'q' ? 'z' : 'q'}${sentence.slice(unit + 1)}`
        const rest = all.filter((one) => one !== sentence)
        // Beside its old neighbours a changed sentence is the same one, corrected; elsewhere it is another.
        const place = (at + 2 + (where % Math.max(1, rest.length - 2))) % (rest.length + 1)
        fc.pre(place !== at)
        const now = [...rest.slice(0, place), near, ...rest.slice(place)].join(' ')
        expect(findAnchor(now, anchor).kind).not.toBe('found')
      }),
    )
  })

  it('leaves a deleted line of a list alone though its neighbours are worded alike', () => {
    const names = ['Ada', 'Bea', 'Cid', 'Dov', 'Eli', 'Fay']
    const line = (name: string, index: number) => `${name}, aged ${30 + index}, was taken from the pier. `
    const old = names.map(line).join('')
    const now = names
      .map(line)
      .filter((_, index) => index !== 2)
      .join('')
    expect(findAnchor(now, anchorOf(old, 'Cid, aged 32, was taken from the pier.')).kind).toBe('not-found')
    const anchor = anchorAt(old, [old.indexOf('was taken', old.indexOf('Cid')), old.indexOf('. Dov')])
    expect(findAnchor(now, anchor).kind).not.toBe('found')
  })

  it('says ambiguous when equal words stand in equal surroundings', () => {
    const refrain = 'The gates stayed shut, and nobody at the harbour would say why. '
    const old = `It began at noon. ${refrain.repeat(4)}`
    const anchor = anchorAt(old, [82, 82 + refrain.length - 1])
    expect(findAnchor(`A new first line. ${old}`, anchor).kind).toBe('ambiguous')
  })

  it('does not take a common word for the one that was marked', () => {
    expect(findAnchor('Others said nothing.', anchorOf(STORY, 'said')).kind).toBe('not-found')
  })
})
