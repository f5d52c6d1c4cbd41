import type { Phrase } from './mention'

/** Words that stand for people and tell no role of theirs. */
const NOBODYS_ROLE = /^(?:them|us|those|these|others?|one|two|persons?|people|sources?)$/i

/** Role, affiliation and place of "security agents at the port authority in Dandong", verbatim. */
export function facetsOf(words: string): Pick<Phrase, 'role' | 'affiliation' | 'place'> {
  const end = words.search(
    /\s(?:at|with|from|of|for|in|near|inside|who|whose|that|close|familiar|involved|briefed|based|living|working|speaking|to|on|against|under)\s|[,;—–(]|\s-\s/i,
  )
  const role = (end < 0 ? words : words.slice(0, end)).trim()
  const affiliation =
    /\s(?:at|with|from|of|for)\s(?<a>(?:the\s|a\s|an\s)?(?:[^,]*?\p{Lu}[^,]*?|[\p{Ll}\s-]{3,40}?))(?=,|\s(?:who|whose|that|in(?! the (?:\p{Ll}))|near|told|said)\s|$)/u.exec(
      words,
    )?.groups?.a
  const place =
    /\s(?:in|near|inside|from|based in)\s(?<p>(?:the\s)?(?:\p{Lu}[\p{L}’'-]+(?:,?\s(?=\p{Lu}))?)+)/u.exec(
      words,
    )?.groups?.p
  const placeWords = place?.replace(/[,\s]+$/, '') ?? null
  return {
    role: role === '' || NOBODYS_ROLE.test(role) ? null : role,
    affiliation: affiliation && affiliation.trim() !== placeWords ? affiliation.trim() : null,
    place: placeWords,
  }
}
