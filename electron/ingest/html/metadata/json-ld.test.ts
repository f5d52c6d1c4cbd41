import { describe, expect, it } from 'vitest'
import { ld, metadataOf, script } from './testing/metadata-of'

const article = (fields: object) => ({ '@type': 'NewsArticle', ...fields })
const ane = { '@type': 'Person', name: 'Ane Holm' }
const per = { '@type': 'Person', name: 'Per Lund' }

describe('authors in JSON-LD', () => {
  const cases: [shape: string, author: unknown, names: string[]][] = [
    ['a person', ane, ['Ane Holm']],
    ['a list of persons', [ane, per], ['Ane Holm', 'Per Lund']],
    ['words', 'Ane Holm', ['Ane Holm']],
    ['words of several', 'By Ane Holm, Per Lund and Liv Dahl', ['Ane Holm', 'Per Lund', 'Liv Dahl']],
    ['a list of words', ['Ane Holm', 'Per Lund'], ['Ane Holm', 'Per Lund']],
    [
      'a person of several names',
      { '@type': 'Person', name: ['Ane Holm', 'Per Lund'] },
      ['Ane Holm', 'Per Lund'],
    ],
    [
      'a name with its language',
      { '@type': 'Person', name: { '@language': 'no', '@value': 'Ane Holm' } },
      ['Ane Holm'],
    ],
    ['a list object', { '@list': [ane, per] }, ['Ane Holm', 'Per Lund']],
    ['a role', { '@type': 'Role', roleName: 'Reporter', author: ane }, ['Ane Holm']],
    ['a name in parts', { '@type': 'Person', givenName: 'Ane', familyName: 'Holm' }, ['Ane Holm']],
    ['a type with its address', { '@type': 'https://schema.org/Person', name: 'Ane Holm' }, ['Ane Holm']],
    ['no type', { name: 'Ane Holm' }, ['Ane Holm']],
    ['a name escaped twice', { '@type': 'Person', name: 'Se&amp;aacute;n O&amp;#8217;Loe' }, ['Seán O’Loe']],
    ['nothing', { '@type': 'Person', name: '' }, []],
  ]
  it.each(cases)('as %s', (_, author, names) => {
    expect(metadataOf(ld(article({ headline: 'Ferry cut', author }))).authors).toEqual(names)
  })

  it('are found in another script by their reference', () => {
    const head =
      ld({ '@graph': [article({ headline: 'Ferry cut', author: [{ '@id': '#ane' }] })] }) +
      ld({ '@type': 'Person', '@id': '#ane', name: 'Ane Holm' })
    expect(metadataOf(head).authors).toEqual(['Ane Holm'])
  })

  it.each([
    'ReportageNewsArticle',
    'LiveBlogPosting',
    'AnalysisNewsArticle',
    'OpinionNewsArticle',
    'BlogPosting',
  ])('of a %s', (type) => {
    expect(metadataOf(ld({ '@type': type, headline: 'Ferry cut', author: ane })).authors).toEqual([
      'Ane Holm',
    ])
  })

  it('are not who reviewed, commented, or wrote one entry of a live blog', () => {
    const head = ld({
      '@type': 'LiveBlogPosting',
      headline: 'Ferry cut',
      author: ane,
      reviewedBy: per,
      comment: [{ '@type': 'Comment', author: { '@type': 'Person', name: 'Some Body' } }],
      liveBlogUpdate: [
        { '@type': 'BlogPosting', headline: '10:05', author: per, datePublished: '2020-01-01' },
      ],
    })
    expect(metadataOf(head).authors).toEqual(['Ane Holm'])
  })
})

describe('the article among others in JSON-LD', () => {
  const own = article({ headline: 'Ferry cut', url: 'https://island.example/ferry' })
  const other = article({
    headline: 'Harbour closed',
    author: per,
    datePublished: '2020-01-01',
    url: 'https://island.example/harbour',
  })

  it.each([
    ['its address', '<link rel="canonical" href="https://www.island.example/ferry/?a=1">'],
    ['its title', '<title>Ferry cut | Island Post</title>'],
  ])('is known by %s, however much is told of another', (_, head) => {
    const { authors, facts } = metadataOf(head + ld([other, { ...own, author: ane }]))
    expect(authors).toEqual(['Ane Holm'])
    expect(facts.published).toBeNull()
  })

  it('is not one of a list', () => {
    const list = { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: other }] }
    expect(metadataOf(ld([list, { ...own, author: ane }])).authors).toEqual(['Ane Holm'])
  })

  it('is completed by a second script that describes it too', () => {
    const second = article({ headline: 'Ferry cut', author: ane, datePublished: '2024-03-03' })
    const { authors, facts } = metadataOf(ld({ ...own, author: '' }) + ld(second) + ld(other))
    expect(authors).toEqual(['Ane Holm'])
    expect(facts.published?.value).toBe('2024-03-03')
  })
})

describe('JSON-LD that is broken', () => {
  const whole = '"@type":"NewsArticle","headline":"Ferry cut","author":{"@type":"Person","name":"Ane Holm"}'
  it.each([
    ['a comma too many', `{${whole},}`],
    ['comments', `{/* the article */ ${whole} // end\n}`],
    ['a comment of old browsers around it', `<!-- {${whole}} -->`],
    ['CDATA around it', `//<![CDATA[\n{${whole}}\n//]]>`],
    ['a line break inside a string', `{"description":"one\ntwo\u0007",${whole}}`],
    ['a tab and a zero byte inside a string', `{"description":"one\ttwo\u0001",${whole}}`],
    ['HTML entities for its quotation marks', `{${whole}}`.replaceAll('"', '&quot;')],
    ['quotation marks inside a string', `{"description":"He said "no" twice",${whole}}`],
    ['no comma between two fields', `{${whole} "wordCount": 5}`],
    ['no end', `{${whole},"description":"The ferry`],
    ['a semicolon behind it', `{${whole}};`],
  ])('by %s is read', (_, json) => {
    expect(metadataOf(script(json)).authors).toEqual(['Ane Holm'])
  })

  it.each(['', '{', '[[[[[]]]]]', 'null', '"x"', '}{', 'window.x = 1', '['.repeat(50_000)])(
    'beyond mending, such as %.20s, tells nothing',
    (json) => {
      expect(metadataOf(script(json)).authors).toEqual([])
    },
  )
})
