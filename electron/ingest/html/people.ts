/**
 * People's names in what metadata gives as an author. Publishing systems put whole bylines there ("By A. Roe and
 * B. Poe, Staff Writers"), addresses, account names, and nothing at all.
 */

const OPENINGS =
  /^(?:(?:(?:all |alle |more |weitere |view all |zeige alle )?(?:posts|articles|stories|artikel|beiträge|posted|published|written|words|story|reported|report|text|texte|gespeichert|alles|geschrieben|verfasst|erstellt|veröffentlicht|publié|rédigé|publicado|escrito|pubblicato|scritto|skrevet|(?:(?:ein|eine|blog) ?)?(?:kolumne|gastbeitrag|beitrag|artikel|interview|reportage|kommentar|analyse))?\s*(?:by|from|von|par|por|di|da|od|av|af|door|escribe)|autor|autorin|author)(?:\s*:\s*|\s+)|(?:text|texte|tekst|redaktion|interview|reportage|auteure?|autore|autora|автор)\s*:\s*)/iu
const SEPARATORS = /\s*(?:[;|•·、/]|\s[–—-]\s|,?\s(?:and|und|et|y|e|en|och|og|ja|и|oraz)\s|\s?&\s)\s*/iu
/** Parts that are a rank, a desk or an account rather than a name. */
const NO_NAME =
  /^(?:(?:the |our )?(?:staff|staff writers?|staff reporters?|web staff|news staff|newsroom|editors?|editorial(?: (?:team|staff|board))?|redaktion|admin|administrator|webmaster|root|guest(?: author)?|anonymous|unknown|n\/?a|none|null|undefined|author|by|von|par|por|contributors?|reporters?|correspondents?|senior .*|.* (?:editor|correspondent|reporter|writer|columnist)))$/iu
const TITLES = /\s*(?:기자|특파원|편집장|논설위원|記者)$/u
/** A name longer than this is a sentence. */
const LONGEST_NAME = 60

/** Sharing cards want the author's profile, not the name. */
const ADDRESS = /^(?:https?:|www\.|\/|@)\S*$/i

/** The names in one author value, in order; empty when it holds none. */
export function peopleIn(value: string): string[] {
  if (ADDRESS.test(value.trim())) return []
  const words = value
    .replace(/<[^>]*>|\bhttps?:\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^By(?=\p{Lu}\p{Ll})/u, '')
    .replace(OPENINGS, '')
  const parts = words.split(SEPARATORS).flatMap(byComma)
  return [...new Set(parts.map(cleaned).filter(isName))]
}

/** A desk that signs in place of a person. */
const DESK =
  /^(?:(?:the|our|die|la|de) )?(?:(?:web |news )?staff(?: (?:writers?|reporters?))?|newsroom|editors?|editorial(?: (?:team|staff|board))?|redaktion|online-?redaktion|redacción|rédaction|redazione|redactie|redakcja|redaksjonen|редакция)$/iu

/** The desk that an author value names and nothing else ("By Staff Writer"); empty when it names none. */
export function deskIn(value: string): string[] {
  const words = cleaned(
    value
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return DESK.test(words) ? [words] : []
}

/** "A. Roe, B. Poe" are two; "Roe, Anna" is one; in "A. Roe, Staff Writer" and "A. Roe, Lunde" the rest is no name. */
function byComma(words: string): string[] {
  const parts = words.split(/\s*,\s*/)
  const [first, given] = parts
  if (first === undefined || given === undefined) return parts
  if (parts.length === 2 && !/\s/.test(first) && /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}\.)?$/u.test(given)) {
    return [`${given} ${first}`]
  }
  return [first, ...parts.slice(1).filter(looksLikeName)]
}

function cleaned(part: string): string {
  return part
    .replace(/\s*[([].*?[)\]]\s*/g, ' ')
    .replace(/\s+(?:for|at|in) \p{Lu}.*$/u, '')
    .replace(TITLES, '')
    .replace(/^[\s"'“”.,:@-]+|[\s"'“”,:-]+$/g, '')
    .replace(OPENINGS, '')
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
