import type { Alternate } from '../article/facts'
import type { Range } from '../article/range'

/** Names of languages as links word them, in English and in the language itself, to BCP 47. */
const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  korean: 'ko',
  japanese: 'ja',
  chinese: 'zh',
  mandarin: 'zh',
  russian: 'ru',
  spanish: 'es',
  french: 'fr',
  german: 'de',
  italian: 'it',
  portuguese: 'pt',
  arabic: 'ar',
  persian: 'fa',
  farsi: 'fa',
  turkish: 'tr',
  ukrainian: 'uk',
  polish: 'pl',
  dutch: 'nl',
  vietnamese: 'vi',
  thai: 'th',
  burmese: 'my',
  khmer: 'km',
  lao: 'lo',
  tibetan: 'bo',
  uyghur: 'ug',
  hindi: 'hi',
  urdu: 'ur',
  bengali: 'bn',
  tamil: 'ta',
  indonesian: 'id',
  malay: 'ms',
  hebrew: 'he',
  greek: 'el',
  swedish: 'sv',
  norwegian: 'no',
  danish: 'da',
  finnish: 'fi',
  czech: 'cs',
  hungarian: 'hu',
  romanian: 'ro',
  swahili: 'sw',
  amharic: 'am',
  mongolian: 'mn',
  español: 'es',
  français: 'fr',
  deutsch: 'de',
  italiano: 'it',
  português: 'pt',
  русский: 'ru',
  українська: 'uk',
  türkçe: 'tr',
  polski: 'pl',
  한국어: 'ko',
  국문: 'ko',
  한글: 'ko',
  영어: 'en',
  영문: 'en',
  일본어: 'ja',
  일문: 'ja',
  중국어: 'zh',
  중문: 'zh',
  日本語: 'ja',
  中文: 'zh',
  简体中文: 'zh-Hans',
  繁體中文: 'zh-Hant',
  英語: 'en',
  韓国語: 'ko',
  العربية: 'ar',
  فارسی: 'fa',
}

const LATIN_LINK =
  /^(?:»\s*|→\s*)?(?:(?:click (?:here )?to )?(?:read|view|see|lire|leer|lea|lesen|leggi|ler)(?:\s+(?:this|the|diesen|cet|este|esta|el|l[’']?))?(?:\s*(?:original|full))?(?:\s*(?:article|story|version|report|artikel|artículo|nota))?(?:\s+(?:auf|en|in|em))?\s+(?:the\s+)?(?:original\s+)?|(?:also )?available in\s+|in\s+)?(?<language>\p{L}+)(?:\s+(?:version|edition|original|article))?(?:\s+here)?[.:]?$/iu
const HANGUL_LINK =
  /^(?<language>[가-힣]{2,3}?)(?:\s*(?:기사|판|으로|로|원문|버전))*\s*(?:보기|읽기|읽으려면|바로가기|보러 가기|보러가기)?[.]?$/u

/** A link to the original that does not say its language. */
const ORIGINAL_LINK =
  /^(?:(?:기사\s?)?원문(?:\s?기사)?\s?(?:보기|읽기|바로가기|보러\s?가기)|(?:read|view|see) (?:the )?original(?: (?:article|story|version|report))?|(?:zum )?original(?:artikel| lesen)?|lire l[’']original)[.:]?$/iu

/** Whether a line is a link to another version of the article. */
export function isLanguageLink(line: string): boolean {
  return linkedLanguage(line) !== null || (line.length <= 80 && ORIGINAL_LINK.test(line))
}

/** The language that a link to another version names, or null when the line is no such link. */
export function linkedLanguage(line: string): string | null {
  if (line.length > 80) return null
  for (const pattern of [LATIN_LINK, HANGUL_LINK]) {
    const name = pattern.exec(line)?.groups?.language
    const language = name && LANGUAGES[name.toLowerCase()]
    if (language) return language
  }
  return null
}

/**
 * The versions that language links tell of. A single link of a translated article leads to its original;
 * several only tell that there are other languages.
 */
export function alternatesOf(
  links: readonly { readonly words: string; readonly range: Range }[],
  own: string | null,
  translated: boolean,
  hrefAt: (range: Range) => string | null,
): Alternate[] {
  return links.flatMap(({ words, range }) => {
    const language = linkedLanguage(words)
    const original = /\boriginal|원문/i.test(words) || (translated && links.length === 1)
    if (language === own || (language === null && !original)) return []
    return [
      { language, relation: original ? 'original' : 'other-language', label: words, url: hrefAt(range) },
    ]
  })
}
