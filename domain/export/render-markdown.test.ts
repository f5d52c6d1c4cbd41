import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Note } from '../annotation/note'
import { withVisibleControls } from '../visible-controls'
import { renderFrontMatter, tagName } from './front-matter'
import { renderMarkdown } from './render-markdown'
import { HARBOUR_TITLE, harbourArticle } from './testing/harbour-article'
import { at, captureOf, noteOn } from './testing/invented-capture'
import { readBack } from './testing/read-back'

const capture = harbourArticle()

function render(notes: readonly Note[] = [], locale: 'en' | 'ko' = 'en'): string {
  return renderMarkdown({ capture, listing: { title: HARBOUR_TITLE, standIn: false }, notes, locale }).text
}

/** The part of the document under a heading of ours. */
function under(document: string, title: string): string {
  const from = document.indexOf(`\n## ${title}\n`)
  const to = document.indexOf('\n## ', from + 1)
  return document.slice(from, to < 0 ? undefined : to)
}

describe('front matter', () => {
  it('has the keys of EXPORT.md, in its order', () => {
    const notes = [noteOn(capture, at(capture, 'boats'), { tags: ['to check', '항만'] })]
    expect(Object.entries(readBack(render(notes)).frontMatter)).toEqual([
      ['title', HARBOUR_TITLE],
      ['source', 'https://courier.example/fees'],
      ['author', ['Mina Okafor']],
      ['created', '2026-02-03'],
      ['description', 'Skippers say they were never asked.'],
      ['tags', ['to-check', '항만']],
      ['translator', ['Ifor Pugh']],
      ['editor', ['Ada Lindqvist']],
      ['publisher', 'Saltmoor Courier'],
      ['photo_credit', ['Courier']],
      ['original_url', 'https://courier.example/cy/fees'],
      ['lang', 'en'],
      ['dateline', 'SALTMOOR'],
    ])
  })

  it('leaves out what the file does not tell; the body says so', () => {
    const bare = captureOf([{ text: 'Rain fell.' }])
    const document = renderMarkdown({
      capture: bare,
      listing: { title: 'Rain fell.', standIn: true },
      notes: [],
      locale: 'en',
    }).text
    expect(readBack(document).frontMatter).toEqual({ created: '2026-02-03' })
    expect(document).toContain('No headline in the file')
    expect(document).toContain('No byline.')
    expect(document).toContain('No date of publication in the file.')
    expect(document).toContain('No sources were found in this article.')
  })

  it('gives any title back as it was, in YAML 1.2 and 1.1, hidden controls made visible', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'no',
        '2024-01-01',
        '---',
        '...',
        '"q" \'s\': #x',
        '[a]',
        '{a: b}',
        '|',
        '>-',
        '~',
        '1e3',
        'a\n---\nb',
      ),
      fc.constant('safe\u202Efdp.exe'),
    )
    fc.assert(
      fc.property(hostile, fc.array(hostile, { minLength: 1 }), (title, author) => {
        const shown = withVisibleControls(title)
        const yaml = renderFrontMatter({ title: shown, author: author.map(withVisibleControls) })
        const inner = yaml.slice(4, -4)
        expect(inner).not.toMatch(/^(?:---|\.\.\.)/m)
        for (const version of ['1.1', '1.2'] as const) {
          expect(parse(inner, { version })).toEqual({ title: shown, author: author.map(withVisibleControls) })
        }
        expect(yaml).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      }),
    )
  })

  it('makes tags that other programs take', () => {
    expect(['to check', '#hot!', '신변 안전', 'a/b_c', '***'].map(tagName)).toEqual([
      'to-check',
      'hot',
      '신변-안전',
      'a/b_c',
      '',
    ])
  })
})

describe('the body', () => {
  it('has one title, headings below it, and blocks as Markdown’s own', () => {
    const document = render()
    expect(document).toContain(`\n# ${HARBOUR_TITLE}\n`)
    expect(document.match(/^# /gm)).toHaveLength(2) // the other is inside preformatted text
    expect(document).toContain('\n### The catch\n')
    expect(document).toContain('\n- boats\n  - nets\n')
    expect(document).toContain('\n> Old fees were fair.\n>\n> So were old nets.\n')
    expect(document).toContain('| skiff \\| small | 2 |')
    expect(document).toContain('```\n  kept   as it is\n\n# even this\n```')
    expect(document).toContain('\n*A lighthouse seen from the harbour*\n')
    expect(document).toContain('\n1\\. Not a list.')
  })

  it('keeps links that lead somewhere and of the others only the words', () => {
    const document = render()
    expect(document).toContain('[Jonas Feld](https://courier.example/jonas%E2%80%AE%20feld), who mends nets')
    expect(document).not.toContain('javascript')
  })

  it('puts what is not the story after it', () => {
    const document = render()
    const also = under(document, 'Also on the page')
    expect(also).toContain('By Mina Okafor')
    expect(also).toContain('**On anonymous sources** — “Names of workers are withheld for their safety.”')
    expect(document.indexOf('By Mina Okafor')).toBeGreaterThan(document.indexOf('## Sources'))
  })
})

describe('notes', () => {
  it('are highlights with a footnote each: colour, source card, tags, own words', () => {
    const note = noteOn(capture, at(capture, 'harbour clerk told the'), {
      markdown: 'Who?\n\n- one\n- two',
      tags: ['to check'],
      color: 'red',
      sourceId: 's1',
    })
    const document = render([note])
    expect(document).toContain('**a** ==**harbour clerk told** the==[^1] Courier')
    expect(document).toContain(
      '[^1]: red highlight · S1 a harbour clerk · #to-check\n\n    Who?\n\n    - one\n    - two\n',
    )
  })

  it('that overlap are one highlight with both calls', () => {
    const first = noteOn(capture, at(capture, 'told the Courier on'))
    const second = noteOn(capture, at(capture, 'the Courier on Monday'), { style: 'underline' })
    const document = render([second, first])
    expect(document).toContain('==**told** the Courier on[^1] Monday==[^2], asking')
    expect(document).toContain('[^2]: yellow underline')
  })

  it('over several blocks are highlighted in each, with the call in the last', () => {
    const from = at(capture, 'mends nets')[0]
    const to = at(capture, 'Old fees')[1]
    const { blocks } = readBack(render([noteOn(capture, [from, to])]))
    const marked = blocks.filter((block) => block.marked !== '').map((block) => block.marked)
    expect(marked).toEqual(['mends nets.\n1. Not a list.', 'boats', 'nets', 'Old fees'])
    expect(blocks.flatMap((block) => block.footnotes)).toEqual(['1'])
  })

  it('in the title are shown there, and in preformatted text beneath it with their words', () => {
    const document = render([
      noteOn(capture, at(capture, '“by half”')),
      noteOn(capture, at(capture, 'as it is')),
    ])
    expect(document).toContain('# Harbour fees to rise ==“by half”==[^1], officials say')
    expect(document).toContain('# even this\n```\n\n[^2]\n')
    expect(document).toContain('[^2]: “as it is”')
  })

  it('beside Hangul and signs still open and close', () => {
    const korean = captureOf([{ text: '그는 “더는 못 간다”라고 말했다.' }])
    const document = renderMarkdown({
      capture: korean,
      listing: { title: 'T', standIn: true },
      notes: [noteOn(korean, at(korean, '“더는 못 간다”'))],
      locale: 'ko',
    }).text
    const read = readBack(document).blocks.find((block) => block.marked !== '')
    expect(read).toMatchObject({ text: '그는 “더는 못 간다”라고 말했다.', marked: '“더는 못 간다”' })
  })

  it('without a place are listed with the reason, never dropped', () => {
    const lost = noteOn(capture, [0, 5], {
      orphaned: 'ambiguous',
      markdown: 'Keep me.',
      anchor: { exact: 'gone words', prefix: '', suffix: '', position: [0, 10] },
    })
    const moved = noteOn(capture, [0, 5], {
      anchor: { exact: 'not there', prefix: '', suffix: '', position: [0, 9] },
    })
    const listed = under(render([lost, moved]), 'Notes without a place in this version')
    expect(listed).toContain('“gone words” — these words stand in this version more than once')
    expect(listed).toContain('Keep me.')
    expect(listed).toContain('“not there” — these words are not in this version')
  })

  it('cannot break out of their footnote, whatever Markdown they hold', () => {
    const headings = (document: string) => document.match(/^#{1,6} /gm)?.length
    const plain = headings(render([noteOn(capture, at(capture, 'boats'), { markdown: 'x' })]))
    for (const markdown of [
      '```\nnever closed',
      '# Sources',
      '<div>',
      '[^1]: mine',
      '> quote',
      '- a\n\n      code',
      '---\ntitle: x\n---',
    ]) {
      const document = render([
        noteOn(capture, at(capture, 'boats'), { markdown }),
        noteOn(capture, at(capture, 'The catch'), { markdown: 'after' }),
      ])
      expect(headings(document)).toBe(plain)
      const footnotes = readBack(document).tokens.filter((token) => token.type === 'footnote_open')
      expect(footnotes).toHaveLength(2)
    }
  })
})

describe('sources and credits', () => {
  it('open with the summary and say of each source what the article tells', () => {
    const sources = under(render(), 'Sources')
    expect(sources).toContain(
      '2 sources: 1 named, 1 anonymous (work), 0 unnamed. 1 of 3 statements rests on unnamed sources. 1 quotation has no stated speaker.',
    )
    for (const line of [
      '### S1 · a harbour clerk',
      '- **Identified as** — unnamed, described',
      '- **Anonymity** — “asking not to be named”',
      '- **Reason for it** — “for fear of losing work” · work',
      '- **Told whom** — the Courier',
      '- **When** — “on Monday”',
      '  - indirect · “Fees will \\*double\\*”',
      '### S2 · Jonas Feld',
      '### Quotations that nobody is said to have spoken',
    ]) {
      expect(sources).toContain(`${line}\n`)
    }
  })

  it('name makers and pictures', () => {
    const credits = under(render(), 'Credits')
    expect(credits).toContain('- **Author** — Mina Okafor (“By Mina Okafor”)')
    expect(credits).toContain('- **Translator** — Ifor Pugh')
    expect(credits).toContain('- Picture 1 · file photo')
    expect(credits).toContain('  - **Date** — May 2024')
  })

  it('are told in Korean to a Korean reader, the article’s own words untouched', () => {
    const sources = under(render([], 'ko'), '취재원')
    expect(sources).toContain(
      '취재원 2: 실명 1, 익명 요청 1(직장), 이름 없음 0. 진술 3건 중 1건이 이름을 밝히지 않은 취재원에 근거합니다.',
    )
    expect(sources).toContain('- **익명의 이유** — “for fear of losing work” · 직장')
  })
})

describe('what leaves', () => {
  it('is tied to the original file by its hash, and says nothing of the machine', () => {
    const document = render()
    expect(document).toContain(`**SHA-256 of the original file** — \`${'ab'.repeat(32)}\``)
    expect(document).not.toContain('saved by me')
    expect(document).not.toContain('note-')
  })
})
