import { describe, expect, it } from 'vitest'
import { analyse } from '../analyse'
import { plainReading } from '../testing/readings'

/** A second paragraph, so that the first is no headline. */
const REST = '\n\n배들은 저녁까지 바다에서 기다렸고 사람들은 부두에 불을 켜 두었다.'
const SAID = '“크레인이 밤에 무너졌다”고 말했다.'

const read = (text: string) => analyse(plainReading(text + REST))

/** Sources as `descriptor | identification | class of the ground | grant | ground`; `-` where there is no grant. */
function sources(text: string): string[] {
  return read(text).sources.map(({ descriptor, identification, anonymity }) => {
    const told = anonymity && [anonymity.reasonClass, anonymity.grant, anonymity.reason ?? '']
    return [descriptor, identification, ...(told ?? ['-'])].join(' | ')
  })
}

describe('Korean words that leave a source unnamed', () => {
  it.each([
    [`익명을 요구한 부두 소식통은 ${SAID}`, '부두 소식통 | described-unnamed | not-given | 익명을 요구한 | '],
    [`익명을 요청한 부두 직원은 ${SAID}`, '부두 직원 | described-unnamed | not-given | 익명을 요청한 | '],
    [
      `신변 안전을 위해 익명을 요구한 한 어민은 ${SAID}`,
      '한 어민 | described-unnamed | safety-or-reprisal | 익명을 요구한 | 신변 안전을 위해',
    ],
    [
      `보복을 우려해 이름을 밝히지 말아 달라고 요청한 한 상인은 ${SAID}`,
      '한 상인 | described-unnamed | safety-or-reprisal | 이름을 밝히지 말아 달라고 요청한 | 보복을 우려해',
    ],
    [
      `언론에 말할 권한이 없어 익명을 요구한 항만청 관계자는 ${SAID}`,
      '항만청 관계자 | described-unnamed | not-authorised | 익명을 요구한 | 말할 권한이 없어',
    ],
    [
      `사안의 민감성을 이유로 익명을 전제로 말한 한 외교 당국자는 ${SAID}`,
      '한 외교 당국자 | described-unnamed | sensitive-talks | 익명을 전제로 말한 | 사안의 민감성을 이유로',
    ],
    [
      `해고될까 봐 신원 공개를 꺼린 한 노동자는 ${SAID}`,
      '한 노동자 | described-unnamed | job | 신원 공개를 꺼린 | 해고될까 봐',
    ],
    [
      `사생활 보호를 위해 실명 공개를 원치 않은 한 주민은 ${SAID}`,
      '한 주민 | described-unnamed | privacy | 실명 공개를 원치 않은 | 사생활 보호를 위해',
    ],
    [
      `신원을 밝히지 않는 조건으로 한 간부는 ${SAID}`,
      '한 간부 | described-unnamed | not-given | 신원을 밝히지 않는 조건으로 | ',
    ],
    [
      `이름을 밝히기를 거부한 한 주민은 ${SAID}`,
      '한 주민 | described-unnamed | not-given | 이름을 밝히기를 거부한 | ',
    ],
    [`익명의 부두 관계자는 ${SAID}`, '부두 관계자 | described-unnamed | not-given | 익명의 | '],
    [`음성을 변조한 한 목격자는 ${SAID}`, '한 목격자 | described-unnamed | not-given | 음성을 변조한 | '],
    [
      `비보도를 전제로 한 당국자는 ${SAID}`,
      '한 당국자 | described-unnamed | not-given | 비보도를 전제로 한 | ',
    ],
    [`나래울(가명) 씨는 ${SAID}`, '나래울(가명) 씨 | pseudonym | not-given | 가명 | '],
    [`주민 A씨는 ${SAID}`, '주민 A씨 | described-unnamed | -'],
    [`김모 씨는 ${SAID}`, '김모 씨 | bare-unnamed | -'],
    [
      `부두 직원은 ${SAID} 그는 불이익을 우려해 익명을 요구했다.`,
      '부두 직원 | described-unnamed | safety-or-reprisal | 익명을 요구했다 | 불이익을 우려해',
    ],
  ])('%s', (text, expected) => {
    expect(sources(text)).toEqual([expected])
  })

  it('are of all when they say so', () => {
    const text = `부두 직원은 ${SAID}\n\n한 어민은 “배가 없다”고 전했다.\n\n취재에 응한 이들은 모두 보복을 우려해 익명을 요구했다.`
    expect(sources(text).map((one) => one.split(' | ').slice(0, 3).join(' | '))).toEqual([
      '부두 직원 | described-unnamed | safety-or-reprisal',
      '한 어민 | described-unnamed | safety-or-reprisal',
    ])
  })
})

describe('Korean words that only sound so', () => {
  it.each([
    `부두 직원은 ${SAID} 이 소식은 익명 게시판에 먼저 올랐다.`,
    `부두 직원은 ${SAID} 익명의 기부자가 쌀을 두고 갔다.`,
    `부두 직원은 “익명을 요구한 적이 없다”고 말했다.`,
    `항만청은 익명으로 기부할 수 있다고 밝혔다.`,
    `나래울 교수는 ${SAID}`,
    `항만청은 보안 문제로 문을 닫는다고 발표했다.`,
  ])('%s', (text) => {
    expect(read(text).sources.filter(({ anonymity }) => anonymity !== null)).toEqual([])
  })
})

describe('who speaks in Korean', () => {
  it.each([
    [`부두를 잘 아는 현지 소식통은 ${SAID}`, '부두를 잘 아는 현지 소식통', 'described-unnamed', 'one'],
    [`복수의 소식통은 ${SAID}`, '복수의 소식통', 'bare-unnamed', 'plural-unspecified'],
    [`항만청 관계자 두 명은 ${SAID}`, '항만청 관계자 두 명', 'described-unnamed', 2],
    [`부두 노동자들은 ${SAID}`, '부두 노동자들', 'described-unnamed', 'plural-unspecified'],
    [`항만청 보고서는 ${SAID}`, '항만청 보고서', 'document', 'one'],
    [`해안전력은 ${SAID}`, '해안전력', 'organisation', 'one'],
    [`항만노조 나래울 위원장은 ${SAID}`, '항만노조 나래울 위원장', 'named-person', 'one'],
    [`배가 들어오지 못했다고 하며 부두 직원은 ${SAID}`, '부두 직원', 'described-unnamed', 'one'],
  ])('%s', (text, descriptor, identification, count) => {
    expect(read(text).sources).toMatchObject([{ descriptor, identification, count }])
  })

  it.each([
    [
      '항만노조 나래울 위원장은 “멈춘다”고 말했다.\n\n나 위원장은 “배가 없다”고 덧붙였다.',
      ['항만노조 나래울 위원장'],
    ],
    ['해안전력은 “고친다”고 밝혔다.\n\n그는 “춥다”고 말했다.', ['해안전력']],
    [
      '한 상인은 “비싸다”고 말했다.\n\n한 상인은 “싸다”고 말했다.\n\n이 상인은 “춥다”고 덧붙였다.',
      ['한 상인', '한 상인'],
    ],
    [
      '항만청 관계자는 “고친다”고 밝혔다.\n\n군청 관계자는 “없다”고 말했다.',
      ['군청 관계자', '항만청 관계자'],
    ],
  ])('joins only what is one: %s', (text, expected) => {
    expect(
      read(text)
        .sources.map(({ descriptor }) => descriptor)
        .toSorted(),
    ).toEqual(expected)
  })

  it('tells to whom, when, on what terms and how it knows', () => {
    expect(
      read('현장에 있던 부두 직원은 24일 본지와의 통화에서 “크레인이 무너졌다”고 말했다.').sources,
    ).toMatchObject([{ addressee: '본지', when: '24일', basisOfKnowledge: 'witnessed' }])
    expect(read('오프 더 레코드를 전제로 한 간부는 “크레인이 무너졌다”고 말했다.').sources).toMatchObject([
      { attributionLevel: 'off-record' },
    ])
  })

  it('takes what is told behind a quotation with it', () => {
    const [statement] = read(
      '군청 관계자는 “회사의 일”이라며 발전기 두 대를 더 보내겠다고 했다.',
    ).attributions
    expect(statement).toMatchObject({
      directness: 'mixed',
      content: [
        [8, 15],
        [19, 35],
      ],
    })
  })

  it('leaves the words of a grant out of a statement', () => {
    const text = `이름을 밝히지 말아 달라고 요구한 해안전력의 한 관계자는 ${SAID}`
    const [statement] = read(text).attributions
    const source = statement?.source?.[0]
    expect(source && text.slice(source[0], source[1])).toBe('해안전력의 한 관계자')
  })
})
