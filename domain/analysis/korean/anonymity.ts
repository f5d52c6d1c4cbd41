import type { Range } from '../../article/range'
import type { Anonymity } from '../findings'
import { reasonClassOf } from '../pack'
import { KOREAN_REASONS } from './lines'

/** Who is said to be anonymous in so many words; an anonymous donor, letter or bulletin board is no source. */
const SPEAKS =
  '(?:소식통|관계자|당국자|주민|간부|전문가|측근|목격자|증인|시민|직원|노동자|상인|군인|취재원|내부자|인사|제보자)'
const NAME = '(?:이름|신원|실명|신분|성명)'
const ASKED =
  '(?:요구|요청|원|당부|부탁|희망|전제로\\s?(?:말|인터뷰|취재에\\s?응)?|조건으로\\s?(?:말|인터뷰|취재에\\s?응)?)'

/** How Korean news says that a source is not named, as it describes a speaker or as a sentence of its own. */
const GRANT = new RegExp(
  [
    `${NAME}(?:을|를)?\\s?(?:밝히지|공개하지|쓰지|드러내지)\\s?(?:않기를|않기로|말아\\s?달라고|말아\\s?줄\\s?것을|않을\\s?것을|않는\\s?(?:것을\\s)?조건으로|않는다는\\s?조건으로|말\\s?것을|말라고|않은|않는)(?:\\s?${ASKED}(?:한|하는|했다|했습니다))?`,
    `${NAME}\\s?(?:공개|노출)?(?:를|을|이)?\\s?(?:밝히기|밝히길|드러내기|드러내길|알리기|알리길)?(?:를|을)?\\s?(?:거부|꺼려|꺼린|꺼렸|원치\\s?않|원하지\\s?않|거절)(?:한|했다|했습니다|하는|은|는|았다|다)?`,
    `익명\\s?(?:보도|처리|보장)?(?:을|를)?\\s?${ASKED}(?:한|하는|했다|했습니다)?`,
    `익명의(?=\\s(?:\\S+\\s){0,4}?\\S*${SPEAKS})`,
    `익명으로\\s(?:말|전|밝|인터뷰|증언|취재에\\s?응)(?:한|하는|힌|했다)?`,
    `(?<=\\()가명(?=[,)])|가명을\\s?(?:쓴|사용한|요구한)|가명으로`,
    `(?:음성|목소리)(?:을|를)\\s?변조한|얼굴을\\s?(?:가린|모자이크한)`,
    `비보도를\\s?전제로(?:\\s?한)?|오프\\s?더\\s?레코드(?:를\\s?전제로)?`,
  ].join('|'),
)
const GROUND_NOUN =
  '(?:신변|안전|보복|처벌|불이익|보안|위험|해고|민감|개인\\s?정보|사생활|수사|소송|피해자|미성년|권한|외교|가족|생계)'
const REASON = new RegExp(
  [
    `(?:[가-힣]+의\\s)?(?:[가-힣]+(?<![은는])\\s)?${GROUND_NOUN}[가-힣]*\\s?(?:안전|보호|위협|위험|노출|우려|문제|방침|사안)?(?:이라는|라는|하다는|다는)?(?:상의?)?\\s?(?:을|를|이|가|의|에)?\\s?(?:이유로|위해|위하여|우려해|우려한|고려해|걱정해|두려워해?|두려워하는|염려해|때문에|우려로|문제로|감안해|까\\s?봐|이라서|라서|여서|어서|아서|없어|없다는\\s?이유로|없다며|상)`,
    `(?:보복|처벌|해고|불이익)을?\\s?(?:당할|받을)\\s?(?:까\\s?봐|수\\s?있다며|수\\s?있어|우려가\\s?있어)`,
  ].join('|'),
)

/** What is told of a source's anonymity in the words around it, `start` where they start. Quotations are left out. */
export function grantIn(words: string, start: number): Anonymity | null {
  const window = words.replaceAll(/[“"][^”"]*(?:[”"]|$)/g, (quote) => ' '.repeat(quote.length))
  const grant = GRANT.exec(window)
  if (!grant) return null
  const reason = REASON.exec(window)
  const at = (match: RegExpExecArray): Range => [start + match.index, start + match.index + match[0].length]
  return {
    grant: grant[0],
    grantRange: at(grant),
    reasonClass: reason ? reasonClassOf({ reasons: KOREAN_REASONS }, reason[0]) : 'not-given',
    reason: reason?.[0] ?? null,
    reasonRange: reason && at(reason),
  }
}

const SENTENCE_OF_ITS_OWN = /(?:했다|했습니다|않았다|꺼렸다|거부했다)\.?$/
const ALL = /(?:모두|전원|이들은|취재원들은|인터뷰에 응한|취재에 응한)/

/** A sentence that only tells of anonymity ("그는 익명을 요구했다"): what it tells, and whether of all sources. */
export function grantSentence(
  text: string,
  [start, end]: Range,
): { readonly anonymity: Anonymity; readonly ofAll: boolean } | null {
  const words = text.slice(start, end)
  if (/[“"]/.test(words) || !SENTENCE_OF_ITS_OWN.test(words)) return null
  const anonymity = grantIn(words, start)
  return anonymity && { anonymity, ofAll: ALL.test(words) }
}

/** A placeholder for a name ("A씨", "김모 씨", "ㄱ 씨"): whoever is called so is not named. */
export const PLACEHOLDER = /(?:^|\s)(?:[A-Zㄱ-ㅎ]|[가-힣]모)\s?(?:\(\d{1,3}(?:[·,]\s?[가-힣]+)?\)\s?)?씨$/
/** A name that is marked as false. */
export const FALSE_NAME = /\(가명[,)]/
