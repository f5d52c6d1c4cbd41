import { describe, expect, it } from 'vitest'
import { type Range, wordsAt } from '../../article/range'
import { analyse } from '../analyse'
import { plainReading } from '../testing/readings'

/** What is read of a Korean story: each statement, and each source, as words. */
function read(text: string) {
  const analysis = analyse(plainReading(text))
  const words = (ranges: readonly Range[] | null) =>
    ranges?.map((range) => wordsAt(text, range)).join(' … ') ?? null
  return {
    ...analysis,
    statements: analysis.attributions.map(({ source, cue, content }) => [
      words(source),
      words(cue),
      words(content),
    ]),
  }
}

describe('Korean statements', () => {
  it.each([
    [
      '솔포 소식통은 24일 해안신문에 “크레인이 밤에 무너졌다”고 전했다.',
      '솔포 소식통',
      '전했다',
      '“크레인이 밤에 무너졌다”',
    ],
    [
      '나래울 항만청장은 “문을 열 날을 모른다”라고 밝혔다.',
      '나래울 항만청장',
      '밝혔다',
      '“문을 열 날을 모른다”',
    ],
    [
      '그는 이어 “배가 기다린다”면서 “불을 켰다”고 설명했다.',
      '그',
      '설명했다',
      '“배가 기다린다” … “불을 켰다”',
    ],
    ['항만청에 따르면 크레인은 30년 된 것이다.', '항만청', '에 따르면', '크레인은 30년 된 것이다.'],
    ['항만청은 수리가 곧 끝날 것이라고 발표했다.', '항만청', '발표했다', '수리가 곧 끝날 것이라고'],
  ])('%s', (text, source, cue, content) => {
    expect(read(`${text}\n\n배들은 저녁까지 바다에서 기다렸고 불을 켜 두었다.`).statements).toEqual([
      [source, cue, content],
    ])
  })

  it('shows a quotation that nobody is said to have spoken', () => {
    const { statements } = read(
      '부두는 조용했다.\n\n“우리는 아무것도 듣지 못했다. 배는 내일도 나가지 못할 것이다.”',
    )
    expect(statements).toEqual([
      [null, null, '“우리는 아무것도 듣지 못했다. 배는 내일도 나가지 못할 것이다.”'],
    ])
  })
})

describe('Korean sources', () => {
  const story = [
    '신변 안전을 이유로 익명을 요구한 솔포 소식통은 지난 24일 해안신문에 “크레인이 밤에 무너졌다”고 전했다.',
    '이 소식통은 “아무도 다치지 않았다”고 말했다.',
    '항만청 관계자들은 “조사를 시작했다”고 밝혔다.',
    '나래울 교수는 “볼트가 낡았다”고 지적했다.',
  ].join('\n\n')
  const { sources, pack, facts } = read(story)

  it('decides the language by the script', () => {
    expect([pack, facts.language?.value]).toEqual(['ko', 'ko'])
  })

  it('joins 이 소식통 to the one before, with its anonymity and ground', () => {
    expect(sources[0]).toMatchObject({
      descriptor: '솔포 소식통',
      identification: 'described-unnamed',
      count: 'one',
      addressee: '해안신문',
      anonymity: { grant: '익명을 요구한', reason: '신변 안전을 이유로', reasonClass: 'safety-or-reprisal' },
      joined: [{ rule: 'definite-again' }],
    })
  })

  it('tells several from one, and a name from none', () => {
    expect(sources.slice(1)).toMatchObject([
      {
        descriptor: '항만청 관계자들',
        identification: 'described-unnamed',
        count: 'plural-unspecified',
        anonymity: null,
      },
      { descriptor: '나래울 교수', identification: 'named-person', count: 'one', role: '교수' },
    ])
  })

  it('keeps an institution apart from who works there', () => {
    const { sources: found } = read(
      '해안전력은 “곧 고친다”고 밝혔다.\n\n해안전력의 한 관계자는 “배가 없다”고 전했다.\n\n마을 이장 나래울 씨는 5일 “춥다”고 말했다.',
    )
    expect(found.map(({ descriptor, identification }) => [descriptor, identification])).toEqual([
      ['해안전력', 'organisation'],
      ['해안전력의 한 관계자', 'described-unnamed'],
      ['마을 이장 나래울 씨', 'named-person'],
    ])
  })

  it.each([
    ['이름을 밝히지 말아 달라고 요청한 한 주민은', '이름을 밝히지 말아 달라고 요청한'],
    ['익명을 전제로 한 관계자는', '익명을 전제로 한'],
    ['실명을 공개하지 않는 조건으로 한 간부는', '실명을 공개하지 않는 조건으로'],
  ])('reads %s', (lead, grant) => {
    const { sources: found } = read(`${lead} “오늘은 배가 나가지 못한다”고 말했다.`)
    expect(found[0]?.anonymity?.grant).toBe(grant)
  })
})

describe('a Korean article', () => {
  const text = [
    '솔포항 크레인 붕괴',
    '나래울 기자',
    '입력 2023년 12월 1일',
    '솔포항의 하나뿐인 크레인이 밤사이 무너져 부두가 문을 닫았다고 주민들이 전했다.',
    '▲ 무너진 크레인 (사진=해안신문)',
    '지난달 28일에도 볼트가 빠졌다.',
    '번역: 한보람',
    '취재원의 신변 안전을 위해 이름은 가명으로 표기합니다.',
    '영문 기사 보기',
    '저작권자 ⓒ 해안신문 무단 전재 및 재배포 금지',
  ].join('\n\n')
  const analysis = analyse(plainReading(text))

  it('has its parts', () => {
    expect(analysis.blockRoles).toEqual([
      'headline',
      'byline',
      'furniture',
      'story',
      'picture',
      'story',
      'credit-line',
      'notice',
      'language-link',
      'notice',
    ])
  })

  it('has its makers, notices, dates and versions', () => {
    expect(analysis.credits.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'author 나래울',
      'translator 한보람',
      'picture-credit 해안신문',
    ])
    expect(analysis.notices.map(({ kind, reasonClass }) => [kind, reasonClass])).toEqual([
      ['anonymous-sources', 'safety-or-reprisal'],
      ['rights', null],
    ])
    expect(analysis.facts.published?.value).toBe('2023-12-01')
    expect(analysis.facts.publisher?.value).toBe('해안신문')
    expect(analysis.dates).toMatchObject([{ words: '지난달 28일', date: '2023-11-28' }])
    expect(analysis.facts.alternates).toMatchObject([{ language: 'en', relation: 'original' }])
  })
})
