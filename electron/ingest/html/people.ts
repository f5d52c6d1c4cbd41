/**
 * People's names in what metadata gives as an author. Publishing systems put whole bylines there ("By A. Roe and
 * B. Poe, Staff Writers"), addresses, account names, and nothing at all.
 */

const OPENINGS =
  /^(?:written by|posted by|words by|story by|reported by|by|von|par|por|autor|author|text|texte|di|od|автор)\b\s*:?\s+/iu
const SEPARATORS = /\s*(?:[;|•·、]|\s\/\s|\s[–—-]\s|,?\s(?:and|und|et|y|e|en|och|og|ja|и|oraz)\s|\s?&\s)\s*/iu
/** Parts that are a rank, a desk or an account rather than a name. */
const NO_NAME =
  /^(?:(?:the |our )?(?:staff|staff writers?|staff reporters?|web staff|news staff|newsroom|editors?|editorial(?: (?:team|staff|board))?|redaktion|admin|administrator|webmaster|root|guest(?: author)?|anonymous|unknown|n\/?a|none|null|undefined|author|contributors?|reporters?|correspondents?|senior .*|.* (?:editor|correspondent|reporter|writer|columnist)))$/iu
const TITLES = /\s*(?:기자|특파원|편집장|논설위원|記者)$/u
/** A name longer than this is a sentence. */
const LONGEST_NAME = 60

/** The names in one author value, in order; empty when it holds none. */
export function peopleIn(value: string): string[] {
  const words = value
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(OPENINGS, '')
  const parts = words.split(SEPARATORS).flatMap(byComma)
  return [...new Set(parts.map(cleaned).filter(isName))]
}

/** "A. Roe, B. Poe" are two; "Roe, Anna" is one; in "A. Roe, Staff Writer" the rank is no name. */
function byComma(words: string): string[] {
  const parts = words.split(/\s*,\s*/)
  const [surname, given] = parts
  if (
    parts.length === 2 &&
    surname &&
    given &&
    !/\s/.test(surname) &&
    /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}\.)?$/u.test(given)
  ) {
    return [`${given} ${surname}`]
  }
  return parts
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
    !/https?:|www\.|\.(?:com|org|net|html?)\b|\S@\S|[{}<>=]|\d{3}/i.test(part) &&
    part.split(' ').length <= 7 &&
    !NO_NAME.test(part)
  )
}
