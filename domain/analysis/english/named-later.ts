import type { JoinReason } from '../findings'
import type { Phrase } from './mention'
import type { Draft, Registry } from './registry'

type Found = { readonly draft: Draft; readonly rule: JoinReason['rule'] }

const DEFINITE = /^(?:the|this|that|their|its|his|her)\s/i

/**
 * Whom the headline or the standfirst speaks of before the story names them: "Their driver" is "The driver, Jane Roe",
 * "The trust" the Harbour Health Trust. Null unless the story has exactly one source that can be called so.
 */
export function namedLater(registry: Registry, phrase: Phrase): Found | null {
  if (phrase.plural || !DEFINITE.test(phrase.words)) return null
  const [one, ...others] = registry.drafts.filter(
    (draft) => draft.statements.length > 0 && isCalled(draft, phrase),
  )
  if (!one || others.length > 0) return null
  return { draft: one, rule: one.identification === 'named-person' ? 'epithet' : 'definite-again' }
}

function isCalled({ identification, phrase }: Draft, { head, key, modified }: Phrase): boolean {
  if (phrase.plural) return false
  switch (identification) {
    case 'named-person':
      return hasWord(phrase.role, head)
    case 'organisation':
      return phrase.kind === 'name' ? !modified && hasWord(phrase.key, head) : phrase.key === key
    default:
      return phrase.kind === 'noun' && phrase.head === head && (!modified || phrase.key.includes(key))
  }
}

function hasWord(words: string | null, word: string): boolean {
  return (
    words
      ?.toLowerCase()
      .split(/[\s,]+/)
      .includes(word) ?? false
  )
}
