/** Words by which Korean news calls those who speak. Tables only. */

export const HEADS =
  /(?:소식통|관계자|당국자|주민|간부|전문가|측근|목격자|증인|시민|직원|노동자|상인|군인|교수|연구원|의원|장관|대변인|대표|사장|위원장|대통령|기자|씨|변호사|분석가|학생|교사|의사|탈북민|취재원|내부자|인사|제보자|유족|피해자|어민|농민|학부모|이웃)(?:들)?$/
export const PERSON_TITLE =
  /(?:교수|연구원|의원|장관|대변인|대표|사장|위원장|대통령|변호사|씨|의사|국장|실장|총리|시장|위원|센터장|소장|원장|회장|이사장|[가-힣]청장|[가-힣]서장|[가-힣]군수|연구위원|팀장|차관|이장|선장)$/
/** "솔포시장상인회 나래울 회장": institution, name, title. */
export const NAMED =
  /^(?:(?<affiliation>.+)\s)?(?<name>[가-힣]{2,4})\s(?<title>[가-힣]*(?:교수|연구원|의원|장관|대변인|대표|사장|위원장|대통령|변호사|씨|의사|국장|실장|총리|시장|위원|소장|원장|회장|청장|팀장|차관|이장|선장))$/
export const ORGANISATION =
  /(?:부|처|청|원|국|위원회|통신|신문|일보|방송|경찰|검찰|법원|정부|당국|은행|대학교?|협회|재단|연구소|회사|당|군|공사|본부|단체|국회|대사관|전력|건설|항공|전자|철도|공단|조합|교회|병원|학교|센터|연합|연맹|노조|소방서|경찰서|군청|시청|구청|도청|[가-힣]{2,}회)$/
export const DOCUMENT =
  /(?:보고서|성명|자료|문건|기사|보도|통계|조사|판결문|공소장|편지|서한|일지|기록|문서|공문|보도자료|명단|장부)$/
/** Words for people that are nobody's name. */
export const UNNAMED =
  /(?:소식통|관계자|당국자|주민|간부|전문가|측근|목격자|증인|시민|직원|노동자|상인|군인|학생|탈북민|취재원|내부자|인사|제보자|유족|피해자|어민|농민|학부모|이웃)(?:들)?$/
/** An indefinite mention is always somebody new. */
export const INDEFINITE = /^(?:한|또 다른|다른)\s/
export const BARE = /^(?:(?:한|이|그|또 다른|다른|복수의|여러)\s)?(?:소식통|관계자|취재원|인사)(?:들)?$/
export const DEFINITE = /^(?:이|그|해당|같은)\s/
/** What stands for several people, or for so many. */
export const SEVERAL = /들$|^(?:복수의|여러|다수의)\s/
export const HEAD_COUNT = /\s(?:두|세|네|다섯|여섯|\d{1,3})\s?명$/
export const COUNTED = /(?:^|\s)(?<n>두|세|네|다섯|여섯|\d{1,3})\s?명(?:의|은|이)?(?=\s|$)/
export const NUMBERS: Readonly<Record<string, number>> = { 두: 2, 세: 3, 네: 4, 다섯: 5, 여섯: 6 }
