import { describe, expect, it } from 'vitest'
import { readLanguage } from '../language/reading'
import { isEvidence } from './evidence'
import { wordsOf } from './words'

function isEvidenceAt(text: string, verb: string): boolean {
  const words = wordsOf(readLanguage(text, [[0, text.length]]))
  const anchor = words.reading.tokens.findLastIndex(({ word }) => word === verb)
  if (anchor < 0) throw new Error(`no ${verb}`)
  return isEvidence(words, anchor)
}

describe('a fact that suggests something', () => {
  it('is nobody’s statement', () => {
    for (const text of [
      'The fact that no boat left the harbour on Friday suggests that the crews had been told.',
      'The harbour is open, but the fact that no boat has left suggests that the crews know.',
      'And the fact that the guards were sent home clearly suggests that nobody expects trouble.',
    ])
      expect(isEvidenceAt(text, 'suggests')).toBe(true)
  })

  it('does not hide what somebody says', () => {
    expect(isEvidenceAt('The fact that the mayor said nothing is telling.', 'said')).toBe(false)
    expect(isEvidenceAt('The fact that the mayor had already said it is telling.', 'said')).toBe(false)
    expect(isEvidenceAt('He was upset by the fact that she left the quay said his brother.', 'said')).toBe(
      false,
    )
    expect(isEvidenceAt('The fact that no boat left, the mayor said, is telling.', 'said')).toBe(false)
    expect(
      isEvidenceAt('A report by the port office suggests that the crews had been told.', 'suggests'),
    ).toBe(false)
  })
})
