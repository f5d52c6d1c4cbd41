import { franc } from 'franc-min'

/** ISO 639-3 as franc gives it to the BCP 47 subtags that an article is labelled with. */
const BCP47: Readonly<Record<string, string>> = {
  eng: 'en',
  spa: 'es',
  fra: 'fr',
  deu: 'de',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  rus: 'ru',
  ukr: 'uk',
  bel: 'be',
  bul: 'bg',
  srp: 'sr',
  hrv: 'hr',
  bos: 'bs',
  pol: 'pl',
  ces: 'cs',
  slk: 'sk',
  hun: 'hu',
  ron: 'ro',
  ell: 'el',
  tur: 'tr',
  arb: 'ar',
  pes: 'fa',
  urd: 'ur',
  hin: 'hi',
  ben: 'bn',
  tam: 'ta',
  tel: 'te',
  vie: 'vi',
  ind: 'id',
  zlm: 'ms',
  tha: 'th',
  mya: 'my',
  khm: 'km',
  swh: 'sw',
  swe: 'sv',
  nob: 'no',
  nno: 'no',
  dan: 'da',
  fin: 'fi',
  heb: 'he',
  amh: 'am',
  hau: 'ha',
  yor: 'yo',
  som: 'so',
  uzn: 'uz',
  kaz: 'kk',
  azj: 'az',
  cmn: 'zh',
  jpn: 'ja',
  kor: 'ko',
  pan: 'pa',
  mar: 'mr',
  guj: 'gu',
  tgl: 'tl',
  jav: 'jv',
  nep: 'ne',
  sin: 'si',
}

/** Letters looked at; more does not change the answer and costs time. */
const SAMPLE = 1_500
/** Below this many letters nothing is said. */
const FEWEST_LETTERS = 24
/** A script fills a text when it holds this share of its letters; Korean news mixes in Latin names. */
const SCRIPT_SHARE = 0.3
/** English running text has a third and more of these; 0.2 leaves room for headlines and names. */
const STOPWORD_SHARE = 0.2
const ENGLISH_STOPWORDS = new Set(
  'the of and to in a is that for it was on with as be at by this had not are but from or have an they which said he she his her its their were has who will been would'.split(
    ' ',
  ),
)

/** The language that a text's script alone tells: Korean, Japanese or Chinese; null for every other. */
export function languageOfScript(text: string): 'ko' | 'ja' | 'zh' | null {
  const sample = text.slice(0, SAMPLE)
  return scriptOf(sample, lettersIn(sample))
}

/**
 * The language of running text as BCP 47, or null when it cannot be told. Script shares decide where a script
 * belongs to one language, common words decide for English, trigrams (franc) for the rest.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  const letters = lettersIn(sample)
  if (letters < FEWEST_LETTERS) return null
  const byScript = scriptOf(sample, letters)
  if (byScript !== null) return byScript
  const words = sample.toLowerCase().match(/[a-z’']+/g) ?? []
  const common = words.filter((word) => ENGLISH_STOPWORDS.has(word)).length
  if (words.length >= 8 && common / words.length >= STOPWORD_SHARE) return 'en'
  return BCP47[franc(sample, { minLength: FEWEST_LETTERS })] ?? null
}

function scriptOf(sample: string, letters: number): 'ko' | 'ja' | 'zh' | null {
  const share = (script: RegExp) => (sample.match(script)?.length ?? 0) / letters
  if (letters < FEWEST_LETTERS) return null
  if (share(/[\uac00-\ud7a3]/g) > SCRIPT_SHARE) return 'ko'
  if (share(/[\u3040-\u30ff]/g) > 0.1) return 'ja'
  return share(/[\u4e00-\u9fff]/g) > SCRIPT_SHARE ? 'zh' : null
}

function lettersIn(sample: string): number {
  return sample.match(/\p{L}/gu)?.length ?? 0
}
