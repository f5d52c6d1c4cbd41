import { OPENING } from './byline-openings'

/**
 * People's names in what metadata gives as an author. Publishing systems put whole bylines there ("By A. Roe and
 * B. Poe, Staff Writers"), addresses, account names, and nothing at all.
 */

/** What parts one name from the next. "And" in small letters only: "Ane E Holm" is one person. */
const SEPARATORS =
  /\s*(?:[;；|•·、/]|\s[–—-]\s|,?\s(?:[Aa]nd|AND|[Uu]nd|UND|[Ee]t|ET|y|e|en|i|och|og|ja|и|і|та|oraz|ve|και|with|avec|mit)\s|\s?&\s)\s*/u
/** Parts that are a rank, a desk, an account or a call rather than a name. */
const NO_NAME =
  /^(?:(?:(?:the |our )?(?:staff|staff writers?|staff reporters?|web staff|news staff|newsroom|news desk|editors?|editorial(?: (?:team|staff|board))?|redaktion|admin|administrator|webmaster|root|guest(?: author)?|anonymous|unknown|n\/?a|none|null|undefined|author|by|von|par|por|contributors?|reporters?|correspondents?|columnists?|freelance(?:r| writer)?|senior .*|.* (?:editor|correspondent|reporter|writer|columnist|bureau|bureau chief|desk)))|(?:follow|e-?mail|contact|share|subscribe|view|read|see|show|reply|comments?|log ?in|sign (?:in|up)|folgen|profil|bio|about the author)(?:\s.*)?|기자|특파원|記者|记者)$/iu
/** A rank behind a Korean, Japanese or Chinese name, and the outlet or section that stands before the name at times. */
const RANKED =
  /^(?:\S+\s)*?(?<name>[가-힣]{2,4})\s*(?:선임|전문|인턴|수습|객원|대학생\s?|탐사|사진|부장|차장)?(?:기자|대기자|특파원|통신원|편집장|편집위원|논설위원|논설실장|칼럼니스트|앵커)$|^(?<eastern>[\u3040-\u30FF\u4E00-\u9FFF]{2,6})\s*(?:記者|记者|編集委員|特派員)$/u
/** "記者 …", "기자 …": the rank before the name. */
const RANK_BEFORE = /^(?:기자|記者|记者)[\s:：=]+/u
/** "[서울=…", "(Lunde=": the place that a Korean byline opens with. */
const PLACE_BEFORE = /^[[(【]?[가-힣]{2,6}=/u
/** What follows are other people's pictures. */
const PICTURES =
  /[\s,;|/(·–-]*(?<!\p{L})(?:fotos?|photos?|photographs?|bilder|bild|images?|illustrations?|video|grafik|kuvat?|zdjęcia|foto’s|фото|사진|그래픽|영상|写真|摄影)\s*(?:by\s|von\s|[:：=]).*$/iu
/** A name longer than this is a sentence. */
const LONGEST_NAME = 60
/** Characters of a value that are looked at: the longest real bylines have some hundreds, and patterns go over runs again. */
const LONGEST_VALUE = 2_000

/** Sharing cards want the author's profile, not the name. */
const ADDRESS = /^(?:https?:|www\.|\/|@)\S*$/i

/** The names in one author value, in order; empty when it holds none. */
export function peopleIn(value: string): string[] {
  if (ADDRESS.test(value.trim())) return []
  const words = value
    .slice(0, LONGEST_VALUE)
    // Feeds write "ane@island.example (Ane Holm)".
    .replace(/^\s*\S+@\S+\s+\(([^)]+)\)\s*$/, '$1')
    .replace(/<[^>]*>|\bhttps?:\S+|[\w.+-]+@[\w.-]+\.\w+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^By(?=\p{Lu}\p{Ll})/u, '')
    .replace(PICTURES, '')
    .replace(OPENING, '')
  const parts = words.split(SEPARATORS).flatMap(byComma)
  return [...new Set(parts.map(cleaned).filter(isName))]
}

/** A desk that signs in place of a person. */
const DESK =
  /^(?:(?:the|our|die|la|de|van de|از) )?(?:(?:web |news |digital )?staff(?: (?:writers?|reporters?))?|newsroom|news desk|editors?|editorial(?: (?:team|staff|board))?|redaktion|online-?redaktion|redaktionen|redacción|redacció|redação|rédaction|redazione|redactie|redakcja|redakce|redaksjonen|toimitus|редакция|редакція|σύνταξη|편집국|편집부|뉴스팀|디지털뉴스팀|編集部|编辑部)$/iu

/** The desk that an author value names and nothing else ("By Staff Writer"); empty when it names none. */
export function deskIn(value: string): string[] {
  const words = cleaned(
    value
      .slice(0, LONGEST_VALUE)
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return DESK.test(words) ? [words] : []
}

/** "A. Roe, B. Poe" are two; "Roe, Anna" is one; in "A. Roe, Staff Writer" and "A. Roe, Lunde" the rest is no name. */
function byComma(words: string): string[] {
  const parts = words.split(/\s*[,，]\s*/)
  const [first, second] = parts
  if (first === undefined || second === undefined) return parts
  if (/^(?:Jr|Sr)\.?$|^I{2,3}$/.test(second))
    return byComma([`${first} ${second}`, ...parts.slice(2)].join(', '))
  if (parts.length === 2 && !/\s/.test(first) && /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}\.)?$/u.test(second)) {
    return [`${second} ${first}`]
  }
  return [first, ...parts.slice(1).filter(looksLikeName)]
}

function cleaned(part: string): string {
  return part
    .replace(PLACE_BEFORE, '')
    .replace(/\s*[([【].*?[)\]】]\s*/g, ' ')
    .replace(/\s+(?:for|at|in|aus|à) \p{Lu}.*$/u, '')
    .replace(/^[\s"'“”„.,:@([【-]+|[\s"'“”,:)\]】-]+$/g, '')
    .replace(RANKED, '$<name>$<eastern>')
    .replace(RANK_BEFORE, '')
    .replace(OPENING, '')
    .trim()
}

function isName(part: string): boolean {
  return (
    part.length >= 2 &&
    part.length <= LONGEST_NAME &&
    /\p{L}/u.test(part) &&
    !/https?:|www\.|\.(?:com|org|net|html?)\b|\S@\S|[{}<>=]|\d{3}|\s\d/i.test(part) &&
    part.split(' ').length <= 7 &&
    !NO_NAME.test(part)
  )
}

/** Parts of an address after which an author's name stands: `/author/ane-holm`. */
const PROFILE =
  /\/(?:authors?|autor(?:en|es)?|auteurs?|autore|people|person|profiles?|team|journalists?|reporters?|contributors?|staff|by|columnists?|redaktion|forfatter|skribent|yazar)\/([a-z]+(?:-[a-z]+){1,3})(?:[-/.]\d*)*(?:\.html?)?\/?(?:[?#].*)?$/i

/** The name that the address of an author's page is made of ("…/author/ane-holm" is "Ane Holm"), or none. */
export function nameInAddress(address: string): string[] {
  const slug = PROFILE.exec(address)?.[1]
  if (slug === undefined) return []
  const words = slug.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
  const name = words.join(' ')
  return NO_NAME.test(name) ? [] : [name]
}

const PARTICLES = /^(?:van|von|der|den|de|da|di|do|dos|del|della|la|le|el|al|bin|ibn|ter|zu|zum|af|av|y|e)$/i

/** Two to five words with capitals, or a Hangul, Han or Kana name. Visible text has much that is none. */
export function looksLikeName(words: string): boolean {
  if (/^[가-힣]{2,4}$|^[\u3040-\u30FF\u4E00-\u9FFF]{2,6}$/.test(words)) return true
  const parts = words.split(' ')
  const capital = parts.filter((part) => /^\p{Lu}/u.test(part))
  return (
    parts.length >= 2 &&
    parts.length <= 5 &&
    capital.length >= 2 &&
    parts.every((part) => /^\p{Lu}[\p{L}.'’-]*$/u.test(part) || PARTICLES.test(part))
  )
}
