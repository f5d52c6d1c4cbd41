import type { CaptionRules, CreditKey, LineRule, NoticeRule, Pack, ReasonRule } from '../pack'

const AGENCY_NAMES =
  '연합뉴스|뉴시스|뉴스1|로이터(?:통신)?|AP(?:통신)?|AFP(?:통신)?|dpa(?:통신)?|교도통신|신화통신|신화|타스통신|블룸버그(?:통신)?|게티이미지(?:뱅크|코리아)?|EPA|Reuters'

export const KOREAN_AGENCIES = new RegExp(`^(?:${AGENCY_NAMES})$`)

export const KOREAN_CREDIT_KEYS: readonly CreditKey[] = [
  {
    role: 'translator',
    pattern:
      /(?:한국어\s?|영어\s?)?(?:번역|옮긴이|옮김)\s*[:=·/|]?\s+(?=[가-힣\p{Lu}])|(?:번역|옮긴이|옮김)\s*[:=/|]\s*/gu,
  },
  {
    role: 'editor',
    pattern: /(?:편집|감수|교열)\s*[:=·/]?\s+(?=[가-힣\p{Lu}])|(?:편집|감수|교열)(?:자)?\s*[:=]\s*/gu,
  },
  {
    role: 'photographer',
    // "사진=" alone opens a caption; behind another credit it names who took the pictures.
    pattern:
      /(?:글·)?사진\s*기자\s*[:=]?\s*|촬영\s*[:=]\s*|(?<=[가-힣]\s{0,2}[,·/|]?\s{0,2})사진\s*[:=]\s*/gu,
  },
  { role: 'contributor', pattern: /(?:도움|취재\s?도움|공동\s?취재|자료\s?조사)\s*[:=]\s*/gu },
  {
    role: 'author',
    pattern: /^(?:글|취재|정리|기고)\s*[:=]\s*|^(?:글|취재|정리)\s+(?=[가-힣]{2,4}(?:\s|$))/gu,
  },
]

const NAMES = '[가-힣]{2,4}(?:\\s?[·,]\\s?[가-힣]{2,4})*'
const RANK = '(?:선임|객원|인턴|전문|수습|대학생\\s?|탐사|사진)?(?:기자|특파원|통신원|논설위원|편집위원)'
const PERSONS = `${NAMES}\\s?${RANK}`

/** "홍길동 기자 gil@example.com", "서울=홍길동 기자", "(서울=연합뉴스) 홍길동 기자", "[홍길동 특파원]". */
export const KOREAN_BYLINES: readonly RegExp[] = [
  new RegExp(
    `^[[(【]?(?!(?:사진|그래픽|도움|번역|편집|감수)\\s?=)(?:[가-힣·\\s]{1,12}=\\s?(?:(?<agency>${AGENCY_NAMES})[\\])】]\\s?)?|글·사진\\s?=?\\s?)?(?<names>${PERSONS}(?:\\s?[·,]\\s?${PERSONS})*)[\\])】]?(?:\\s?[(|/]?\\s?[\\w.+-]+@[\\w.-]+\\)?)?$`,
    'du',
  ),
]

export const KOREAN_NOT_A_NAME = /기자|특파원|통신원|논설위원|편집위원|@|\d/

export const KOREAN_CAPTIONS: CaptionRules = {
  opening: /^[[(▲△▶■◆]?\s?(?:자료\s?사진|사진\s?[:=]|사진\s?제공|▲|△)/u,
  filePhoto: /자료\s?사진|자료\s?화면|\[자료\]|\(자료\)/,
  hint: /사진|이미지|그래픽|제공|캡처|캡쳐|출처|=|[/|]\s?[가-힣]+$|\]$/u,
  credits: [
    /[([（<〈/|]\s?(?:자료\s?)?(?:사진|이미지|그래픽)\s?(?:제공)?\s?[:=]?\s?(?<credit>(?:(?<photographer>[가-힣]{2,4})\s?기자|[^()[\]（）<>〈〉:=]{2,40}?)(?:\s?제공)?)\s?[)\]）>〉]?\.?$/du,
    /(?:사진|이미지|그래픽)\s?(?:제공\s?)?[:=]\s?(?<credit>(?:(?<photographer>[가-힣]{2,4})\s?기자|[^()[\]:=.<>]{2,40}?))(?:\s?제공)?\.?$/du,
    /[(（/]\s?(?<credit>[^()（）]{2,30}?)\s?(?:제공|캡처|캡쳐)\s?[)）]?\.?$/du,
    // [솔포시 제공. 재판매 및 DB 금지]
    /[[(<〈]\s?(?<credit>[^()[\]<>〈〉.]{2,30}?)\s?제공\s?(?:\.\s?[^\]]{0,20})?[\])>〉]$/du,
    // [AP=연합뉴스], [연합뉴스], /연합뉴스: a long line is the end of a story
    new RegExp(
      `(?<=^.{0,80})(?:[[(]|[/|]\\s?)(?<credit>(?:[\\p{L}\\d]{2,12}=)?(?:${AGENCY_NAMES}))[\\])]?$`,
      'du',
    ),
    /[[(<〈]\s?(?:출처|자료)\s?[:=]\s?(?<credit>[^()[\]<>〈〉:=]{2,40}?)\s?[\])>〉]$/du,
  ],
  creditsOfKnown: [
    // 나래울 기자, 솔포시 제공, 연합뉴스: behind the end of a sentence, a stroke or a line
    /(?<=^|[.!?|/\n]\s*)(?<credit>(?<photographer>[가-힣]{2,4})\s?(?:선임|인턴|사진)?기자)$/du,
    /(?<=[.!?|/\n]\s*)(?<credit>[^\s.|/][^.|/\n]{1,30}?)\s?제공$/du,
    new RegExp(`(?<=^|[.!?|/\\n]\\s*)(?<credit>(?:[\\p{L}]{2,10}[ =/])?(?:${AGENCY_NAMES}))\\.?$`, 'du'),
    /(?<=[.!?\n]\s*)사진\s(?<credit>[가-힣A-Za-z]{2,20})$/du,
    /(?:ⓒ|©)\s?(?<credit>(?!.*(?:무단|금지))[가-힣A-Za-z][가-힣A-Za-z0-9 ]{1,30})\.?$/du,
    /=\s?(?<credit>사진공동취재단|공동취재단)$/du,
  ],
  place: /(?<=^|\s)(?<place>(?:[가-힣]{2,5}\s)?[가-힣]{2,6}(?:시|도|군|구|성))(?:에서|의|에)(?=\s)/dgu,
}

export const KOREAN_NOTICES: readonly NoticeRule[] = [
  {
    kind: 'correction',
    anywhere: true,
    pattern: /^[[(【*※■▶]?\s?(?:정정|바로\s?잡습니다|정정\s?보도|알려\s?드립니다)/,
  },
  {
    kind: 'anonymous-sources',
    anywhere: true,
    pattern:
      /^[*※[(]?[^“"]{0,100}(?:가명|익명|이니셜)(?:을\s?사용|으로\s?(?:표기|처리|기재|보도)|\s?처리|입니다|임[.)\]]?$)[^“"]*$|^[*※[(]?[^“"]{0,60}(?:신변|안전|신원)[^“"]{0,40}(?:실명|이름)을?\s?(?:밝히지|공개하지)\s?않(?:습니다|았습니다|음)/,
  },
  {
    kind: 'anonymous-sources',
    anywhere: false,
    pattern:
      /^(?=[^“"]*$).*(?:소식통|취재원|정보원)[^.]{0,60}(?:익명|신변|신원|공개하지).*(?:습니다|합니다|니다)\.?$/,
  },
  { kind: 'editors-note', anywhere: true, pattern: /^[[(【*※]?\s?(?:편집자\s?주|편집자 註|편집자의 말)/ },
  { kind: 'translation', anywhere: false, pattern: /(?:번역(?:한|된|했습니다|문)|원문은)/ },
  {
    kind: 'source-policy',
    anywhere: false,
    pattern: /(?:취재원|익명 보도|보도)\s?(?:원칙|준칙|보호 원칙|기준)/,
  },
  { kind: 'rights', anywhere: true, pattern: /무단\s?전재|재배포\s?금지|저작권자|©|ⓒ|AI\s?학습/ },
  {
    kind: 'disclaimer',
    anywhere: false,
    pattern: /(?:본지|본사)의?\s?(?:편집\s?방향|입장)(?:과|과는)?\s?(?:다를|일치하지|무관)/,
  },
]

export const KOREAN_NOTICE_REASON =
  /(?<reason>(?:[가-힣]+의?\s)?(?:신변\s?안전|신변\s?보호|안전|신원\s?보호|신변|보안)(?:상의?\s?(?:이유|문제)로|상|을\s?(?:이유로|위해|위하여|고려해|고려하여|우려해)|\s?문제로|\s?우려로|\s?때문에))/du

export const KOREAN_REASONS: readonly ReasonRule[] = [
  { reasonClass: 'safety-or-reprisal', pattern: /신변|안전|보복|처벌|위험|위협|보안|불이익/ },
  { reasonClass: 'not-authorised', pattern: /권한|승인|허가|허락/ },
  { reasonClass: 'victim-or-minor', pattern: /피해자|미성년|청소년|성폭력/ },
  { reasonClass: 'legal', pattern: /법적|소송|재판|수사/ },
  { reasonClass: 'job', pattern: /직장|해고|업무|생계/ },
  { reasonClass: 'sensitive-talks', pattern: /민감|협상|협의|외교|비공개/ },
  { reasonClass: 'privacy', pattern: /사생활|개인\s?정보|가족|개인적/ },
]

export const KOREAN_LINES: readonly LineRule[] = [
  {
    role: 'contact',
    pattern:
      /^(?:제보|문의|이메일|e-?mail|연락처|기사\s?제보|독자\s?의견)[^.]{0,60}[\w.+-]+@[\w.-]+|^[\w.+-]+@[\w-]+\.[\w.-]+$/i,
  },
  {
    role: 'contact',
    pattern: /^.{0,80}[\w.+-]+@[\w-]+\.[\w.]+\s?(?:으로|로|에)\s?(?:보내|연락|문의|제보).{0,40}$/,
  },
  {
    role: 'furniture',
    pattern:
      /^(?:광고|공유(?:하기)?|인쇄|스크랩|댓글.{0,20}|관련\s?기사.{0,120}|많이\s?본\s?(?:뉴스|기사)|이전\s?기사.{0,80}|다음\s?기사.{0,80}|구독(?:하기)?|태그\s?:.{0,120}|목록|맨\s?위로)$/,
  },
]

export const KOREAN_PUBLISHERS: Pack['publishers'] = [
  {
    strong: true,
    pattern:
      /(?:저작권자|copyright|ⓒ|©)\s*(?:ⓒ|©|\(c\))?\s*(?:\d{4}\s*)?(?<name>[가-힣A-Za-z][가-힣A-Za-z0-9]{1,15}(?:뉴스|일보|신문|타임스|통신|방송|NK|저널|미디어)?)/diu,
  },
  {
    strong: true,
    pattern:
      /^(?<name>[가-힣A-Za-z0-9]{2,14}?)(?:은|는|이|가)\s[^.]{0,40}(?:소식통|취재원|정보원)[^.]{0,40}(?:협력|네트워크|함께)/du,
  },
  {
    strong: false,
    pattern:
      /(?<name>[가-힣A-Za-z]{2,10}(?:뉴스|일보|신문|타임스|통신|방송|NK|저널|미디어))(?:에|와의?\s?(?:통화|인터뷰|전화)[^.]{0,12})\s?[“"‘]/du,
  },
]

export const KOREAN_DATE_LINE =
  /^(?<label>입력|등록|승인|발행|게재|작성|수정|최종\s?수정|업데이트)?(?:\s?(?:일|시간|일시))?\s*[:=]?\s*(?<words>\d{4}년\s?\d{1,2}월\s?\d{1,2}일|\d{4}-\d\d-\d\d|\d{4}\.\s?\d{1,2}\.\s?\d{1,2})\.?(?:\s*(?:\([월화수목금토일]\))?\s*(?:오전|오후)?\s*\d{1,2}:\d\d(?::\d\d)?)?$/du
