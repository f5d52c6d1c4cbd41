/** What a check of the library can find. */
export const DAMAGE_KINDS = [
  /** One of the two copies of the header. */
  'header',
  /** Pages of the database that cannot be read: altered, cut, or from another place. */
  'pages',
  /** The database's own structure, or rows that point nowhere. */
  'structure',
  /** Lines of the journal that do not follow from the line before. */
  'journal',
  /** Changes that were once saved and are missing at the end. */
  'changes-missing',
  /** An article that the journal tells of and that is not there. */
  'article',
  /** A capture whose text or findings are lost, altered or older than the journal says. */
  'capture',
  /** A capture's imported file, which is not byte for byte what was imported. */
  'original',
  'pictures',
  /** A finding whose place is not inside its text. */
  'range',
  'note',
  /** The line of the library's list: it follows from the article and can be written anew. */
  'list',
  /** The search index: it follows from texts and notes and can be built anew. */
  'index',
] as const
export type DamageKind = (typeof DAMAGE_KINDS)[number]

/** What a kind of damage is called inside a sentence that says what was damaged. */
const NAMES: Readonly<Record<DamageKind, { readonly en: string; readonly ko: string }>> = {
  header: { en: 'the part that holds the lock', ko: '잠금 정보' },
  pages: { en: 'pages of the database', ko: '데이터베이스 페이지' },
  structure: { en: 'the order inside the database', ko: '데이터베이스 내부 구조' },
  journal: { en: 'the journal', ko: '기록부' },
  'changes-missing': { en: 'the last changes', ko: '마지막 변경 내용' },
  article: { en: 'an article', ko: '기사' },
  capture: { en: 'text or findings of an article', ko: '기사의 글이나 분석 결과' },
  original: { en: 'an imported file', ko: '가져온 파일' },
  pictures: { en: 'pictures', ko: '사진' },
  range: { en: 'the place of a finding', ko: '분석 결과의 위치' },
  note: { en: 'a note', ko: '메모' },
  list: { en: 'the list of articles', ko: '기사 목록' },
  index: { en: 'the search index', ko: '검색 색인' },
}

/** The name of a damaged part for a person; what is no kind of damage, such as a file of the vault, is called what it is. */
export function damagedPart(what: string, locale: 'en' | 'ko'): string {
  const kind = DAMAGE_KINDS.find((each) => each === what)
  return kind === undefined ? what : NAMES[kind][locale]
}
