import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotations } from './quotes'

const whole = (text: string) => findQuotations(text, [[0, text.length]])
const words = (text: string) => whole(text).map(({ range }) => text.slice(...range))

describe('findQuotations', () => {
  it('pairs curly, straight, doubled, angled, low and corner marks', () => {
    expect(words("He said “yes” and \"no\" and ''maybe'' at once.")).toEqual(['“yes”', '"no"', "''maybe''"])
    expect(words('« oui » est un mot, „ja“ ein anderes, 「はい」')).toEqual(['„ja“', '「はい」'])
    expect(words('Elle dit «oui» et part.')).toEqual(['«oui»'])
  })

  it('knows an apostrophe from a single mark', () => {
    expect(words("The farmers' union doesn't mind, it's '90s talk.")).toEqual([])
    expect(words('She called it ‘a day’s work’ and left.')).toEqual(['‘a day’s work’'])
  })

  it('keeps apostrophes inside doubled marks', () => {
    expect(words("''It isn't the town's ferry,'' she said.")).toEqual(["''It isn't the town's ferry,''"])
  })

  it('gives the outermost of nested quotations', () => {
    expect(words('“He told me ‘never again’ and left,” she said.')).toEqual([
      '“He told me ‘never again’ and left,”',
    ])
  })

  it('goes on over paragraphs that were left open', () => {
    const text = '“We waited.\n\n“Then we left,” she said.'
    const found = findQuotations(text, [
      [0, 11],
      [13, text.length],
    ])
    expect(found.map(({ closed, continues }) => ({ closed, continues }))).toEqual([
      { closed: false, continues: false },
      { closed: true, continues: true },
    ])
  })

  it('starts anew where the writer forgot to close', () => {
    expect(words('“We waited, she said. “Then we left,” he said.')).toEqual(['“Then we left,”'])
  })

  it('takes a straight mark before a word for no closing one', () => {
    expect(words('"We waited, she said. "Then we left," he said.')).toEqual([
      '"We waited, she said. "Then we left,"',
    ])
  })

  it('keeps ranges inside the text, in order and apart, whatever the text is', () => {
    const text = fc.string({
      unit: fc.constantFrom('“', '”', '"', "'", '‘', '’', '«', '»', '„', '`', 'a', ' ', '\n', '.'),
      maxLength: 200,
    })
    fc.assert(
      fc.property(text, (sample) => {
        let last = 0
        for (const { range } of whole(sample)) {
          expect(range[0]).toBeGreaterThanOrEqual(last)
          expect(range[1]).toBeGreaterThan(range[0])
          last = range[1]
        }
        expect(last).toBeLessThanOrEqual(sample.length)
      }),
    )
  })
})
