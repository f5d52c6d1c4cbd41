import type { BlockRole } from '../article/block'
import type { Range } from '../article/range'
import type { FoundAttribution } from './attribution/find'
import type { Attribution, CreditRole, NoticeKind, ReasonClass, Source } from './findings'

/** What a whole line does, by its words alone. The first rule that matches wins. */
export type LineRule = { readonly role: BlockRole; readonly pattern: RegExp }

/** Words that open a credit; what follows, up to the next key or the end of the line, are names. */
export type CreditKey = { readonly role: CreditRole; readonly pattern: RegExp }

/** A standing text by its words. */
export type NoticeRule = {
  readonly kind: NoticeKind
  readonly pattern: RegExp
  /** Whether the words alone are enough; otherwise the block must stand at the head or foot of the article. */
  readonly anywhere: boolean
}

/** How a pack words the ground for anonymity. */
export type ReasonRule = { readonly reasonClass: ReasonClass; readonly pattern: RegExp }

/** Marks by which a line is read as a picture's caption and its parts. */
export type CaptionRules = {
  /** The line opens with it: surely a caption. */
  readonly opening: RegExp
  readonly filePhoto: RegExp
  /** Cheap test without which no line end can be a credit. */
  readonly hint: RegExp
  /** Closing credit; groups `credit` and, when it tells, `photographer`. Tried in order, with the `d` flag. */
  readonly credits: readonly RegExp[]
  /** The same where the page itself says that the words are a caption: less is asked of them. */
  readonly creditsOfKnown: readonly RegExp[]
  /** Group `place`, `d` flag. */
  readonly place: RegExp
}

/** What the source resolution of a pack gives back. */
export type Resolved = {
  readonly sources: readonly Source[]
  readonly attributions: readonly Attribution[]
}

/** What the source resolution of a pack is given. Ranges are in text order. */
export type ResolveInput = {
  readonly text: string
  /** Blocks of the story, headline and subheads left out. */
  readonly story: readonly Range[]
  /** Standing texts: one may grant anonymity to all who are quoted in this article. */
  readonly standing: readonly Range[]
  readonly attributions: readonly FoundAttribution[]
  /** In text order. */
  readonly dates: readonly { readonly words: string; readonly range: Range }[]
  /** The outlet, when it is known: its own voice is no source. */
  readonly outlet: string | null
}

/**
 * All that the engine knows of one language: tables, and the few functions that tables cannot say. Adding a
 * language adds a folder and one line in `packs.ts`.
 */
export type Pack = {
  /** BCP 47 primary subtag. */
  readonly language: string
  readonly lines: readonly LineRule[]
  readonly creditKeys: readonly CreditKey[]
  /** Byline: group `names`, and `agency` when it names one; `d` flag. */
  readonly bylines: readonly RegExp[]
  /** Parts of a byline that are no name (rank, desk); tested on each part. */
  readonly notAName: RegExp
  readonly agencies: RegExp
  readonly correspondents: RegExp
  readonly captions: CaptionRules
  readonly notices: readonly NoticeRule[]
  readonly reasons: readonly ReasonRule[]
  /** Ground for anonymity inside a notice: group `reason`, `d` flag. */
  readonly noticeReason: RegExp
  /**
   * The outlet's name: group `name`, `d` flag; `strong` alone is enough, else two different rules must agree. `hint` is cheap
   * and holds wherever the pattern does.
   */
  readonly publishers: readonly {
    readonly pattern: RegExp
    readonly strong: boolean
    readonly hint?: RegExp
  }[]
  /** Dateline at the head of the first paragraph: group `dateline`, and `agency` when it names one; `d` flag. */
  readonly dateline: RegExp
  /** A line that tells the day of publication or change: groups `published` or `modified`, `d` flag. */
  readonly dateLine: RegExp
  /** Date words; `g` and `d` flags. */
  readonly dates: RegExp
  /** Whether date words tell of what is still to come, by the words before and after them in their line. */
  readonly isAhead: (before: string, after: string) => boolean
  readonly findAttributions: (text: string, story: readonly Range[]) => readonly FoundAttribution[]
  readonly resolve: (input: ResolveInput) => Resolved
}

/** The class of a stated ground, by the first rule whose words it has; `other` when none. */
export function reasonClassOf(pack: Pick<Pack, 'reasons'>, words: string): ReasonClass {
  return pack.reasons.find(({ pattern }) => pattern.test(words))?.reasonClass ?? 'other'
}
