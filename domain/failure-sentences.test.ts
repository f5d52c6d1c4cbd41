import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAMAGE_KINDS, damagedPart } from './damage'
import { FAILURE_CODES } from './failure'
import { SENTENCE_LOCALES, sentence } from './failure-sentences'

const EVERY_KEY = {
  file: 'a.txt',
  limit: 3,
  found: 5,
  seconds: 60,
  place: 7,
  times: 2,
  what: 'x',
  format: 'y',
  word: 'z',
}

describe('a sentence for every failure', () => {
  for (const code of FAILURE_CODES) {
    it(`${code} is told in English and Korean, with and without detail`, () => {
      for (const locale of SENTENCE_LOCALES) {
        for (const detail of [undefined, {}, EVERY_KEY]) {
          const words = sentence(code, locale, detail)
          expect(words).toMatch(/\.$/)
          expect(words).not.toMatch(/[{}[\]]|undefined| {2}| [.,;:]|“”|\(\)/)
          // What happened and what to do next: at least two clauses.
          expect(words.match(/[.:;]/g)?.length).toBeGreaterThan(1)
        }
      }
      expect(sentence(code, 'ko')).toMatch(/[가-힣]/)
      expect(sentence(code, 'en')).not.toMatch(/[가-힣]/)
    })
  }

  it('no two codes share a sentence', () => {
    for (const locale of SENTENCE_LOCALES) {
      expect(new Set(FAILURE_CODES.map((code) => sentence(code, locale))).size).toBe(FAILURE_CODES.length)
    }
  })

  it('uses no words of the trade and never blames', () => {
    for (const code of FAILURE_CODES) {
      expect(sentence(code, 'en')).not.toMatch(
        /\b(?:invalid|illegal|error|exception|header|argon2?|SQL|IPC|parse|fatal|you (?:did|forgot|failed)|your fault)\b/i,
      )
    }
  })
})

describe('what a sentence is about', () => {
  it.each(DAMAGE_KINDS)('names the damage “%s” in the language of the sentence', (what) => {
    for (const code of ['backup-not-verified', 'backup-damaged', 'vault-damaged'] as const) {
      expect(sentence(code, 'ko', { what })).not.toMatch(/[a-z]{3}/)
      expect(sentence(code, 'en', { what })).toContain(damagedPart(what, 'en'))
    }
    expect(sentence('vault-damaged', 'ko', { what: 'library.db' })).toContain('library.db')
  })

  it('names the file and the sizes', () => {
    const detail = { file: 'big.html', found: 200 * 1024 * 1024, limit: 100 * 1024 * 1024 }
    expect(sentence('file-too-large', 'en', detail)).toBe(
      'The file “big.html” is too large (200 MB); the limit is 100 MB. Split it, or save only the article, and import that.',
    )
    expect(sentence('file-too-large', 'ko', detail)).toBe(
      '“big.html” 파일이 너무 큽니다(200MB). 한도는 100MB입니다. 파일을 나누거나 기사만 저장한 뒤 가져와 주세요.',
    )
  })

  it('leaves out a part whose detail is not known', () => {
    expect(sentence('file-too-large', 'en', { file: 'big.html' })).toBe(
      'The file “big.html” is too large. Split it, or save only the article, and import that.',
    )
  })

  it('shows hidden controls of a hostile file name', () => {
    expect(sentence('file-empty', 'en', { file: 'gpj.\u202Eexe\n.txt' })).toContain('“gpj.⟨U+202E⟩exe .txt”')
  })

  it('takes any file name as plain words, brackets and placeholders included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (noise) => {
        const name = `x{limit}[$&]${noise.replace(/\p{C}|\s/gu, '')}`
        expect(sentence('file-empty', 'en', { file: name })).toContain(`“${name}”`)
      }),
    )
  })
})
