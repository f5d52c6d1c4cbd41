import type { HtmlElement } from '../document'
import { isBlockLevel } from '../element-kinds'

/**
 * What the makers of a page called its parts: the words of `class`, `id` and `role`. Makers of pages all over the
 * world name these things in English and alike. Each list is evidence, never proof: `furniture.ts` weighs it
 * against how much of the page's text is at stake.
 */

const BODY_NAME = new RegExp(
  `(?:^|\\s)(?:${[
    '(?:article|entry|post|story|news|blog|page|content|main|body|single|text|node|detail|artikel|beitrag|cuerpo|texto)' +
      '(?:[\\w-]*?[_-]{0,2})(?:body(?:-?(?:text|copy|content))?|content|text|copy|fulltext|inner|bodycopy)',
    '(?:rich-?text|entry|fulltext|bodytext|body-?copy|body-?text|articlebody|art-?text|e-content|text-?body|mw-parser-output)' +
      '[\\w-]*',
  ].join('|')})(?=\\s|$)`,
  'i',
)

/** Furniture however much text it holds: other people's comments can be longer than the article. */
const CERTAIN = new RegExp(
  `^(?:${[
    '(?:[\\w-]+[-_])?comments(?:[-_][\\w-]+)?',
    'comment[-_](?:area|list|box|section|wrap|wrapper|container|thread|content|form|respond|block|body|text|feed)',
    'commentlist|respond|(?:disqus|livefyre|gdpr|onetrust|usercentrics|outbrain|taboola|addthis|addtoany|sharethis)[\\w-]*',
    '(?:coral|cookies?|consent)(?:[-_][\\w-]+)?|breadcrumbs?|navbar|navigation|nav|menu|submenu|sidebar|skip-?link',
    'pagination|pager|sharedaddy|jp-relatedposts|jp-post-flair|a2a_kit|advert|advertisement|adsbygoogle',
    'ad-(?:container|wrapper|slot|unit)|noprint|no-print|site-(?:footer|header)|page-footer',
  ].join('|')})$`,
)

/** States of an article, not names of a part: "comments-open". */
const STATE = /[-_](?:open|closed|enabled|disabled|on|off|active)$/

const LIKELY = [
  'comments?|reply|replies|rating|ratings|voting|vote|feedback',
  'relateds?|related-?(?:links?|content|articles?|posts?|stor(?:y|ies)|news|topics?|items?|videos?)|recommend(?:ed|ations?|s)?|most-?(?:read|viewed|popular|commented)|popular|trending|latest|recent',
  'read-?(?:more|next|also)|more-?(?:news|stories|articles|from|on|posts|links)|see-?also|also-?(?:read|like)',
  'next-?(?:post|article|up)|prev(?:ious)?-?(?:post|article)?|prevnext|nextprev|post-?nav\\w*|pagenav|pager|pagination',
  'linklist|link-?list|quicklinks|storylinks|inline-?(?:related|promo|newsletter)',
  'share|shares|sharing|sharebar|social|socials|sociable|follow(?:-?us)?|s[ií]guenos|suivez|whatsapp|telegram|facebook|twitter|pinterest|mailto',
  'newsletter\\w*|subscri(?:be|ption|ptions|bebox)|signup|login|register|donate|donation|souscription|abonnement|(?:vc_)?cta\\d?|call-to-action',
  'app-?(?:promo|download|banner)|contact-?form|search-?(?:form|box|bar)',
  'sidebar|side-?bar|aside|widgets?|textwidget|promos?|promotion|promobox|promoted|sponsor(?:ed|s)?',
  'advert\\w*|adbox|adsense|ads?|adv|anzeige|werbung|reklama|publicidad|publicite|banner',
  '(?:entry|post|page)?footer|colophon|copyright|disclaimer|disclosure|affiliate-?(?:text|note|notice|info)|breadcrumbs?|toolbar|tools|print-?(?:link|button|only)|printfriendly',
  'author-?(?:bio|box|info|card|details|profile|description|meta|about|text|content|name|intro|block|wrap|wrapper)|saboxplugin[\\w-]*|abh_\\w+|about-?(?:the-?)?author|bio|biography',
  'byline|posted-on|post-?meta(?:data)?|entry-?meta|entry-?utility|article-?meta|meta|meta-?data|metainfo',
  'tags?-?(?:list|cloud|links|container|wrapper)|tags|taglist|tagcloud|keywords|topics|categories|cat-links',
  'modal|popup|pop-up|overlay|lightbox|tooltip|dropdown|flyout|offcanvas|notification|toast',
  'carousel|slider|ticker|newsticker|gallery-?thumbs|thumbs|thumbnails|skip-?to|scroll-?(?:top|up)|back-?to-?top',
].join('|')

/** Words that name furniture in any position of a name ("article-share-bar"). */
const NAMED = new RegExp(`(?:^|[\\s_-])(?:${LIKELY})(?=$|[\\s_-])`, 'i')

/** The same written as one word in capitals ("articleRelated", "ShareBar"). */
const NAMED_IN_CAPITALS =
  /(?:Comments?|Related|Recommend(?:ed|ations?)|Share|Sharing|Social|Newsletter|Subscri(?:be|ption)|Side[Bb]ar|Widget|Promo|Advert\w*|Breadcrumbs?|Toolbar|Footer|Author(?:Bio|Box|Info|Card)|Byline|Meta[Dd]ata|TagList|Tags|Most(?:Read|Popular)|Trending|Read(?:More|Next)|More(?:News|Stories|From)|Pagination|Modal|Popup|Overlay|Cookie)(?![a-z])/

/** Words of a class that name no part: hooks for scripts ("js-slider"), and that advertisements stand in it ("Section--Ads"). */
const NO_PART = /(?<![\w-])js-[\w-]+|--(?:ads?|with-[\w-]+)(?![\w-])/gi
/** Page builders call every box a widget, those of the story's text too ("elementor-widget-text-editor"). */
const WIDGET = /widgets?/gi
const WIDGET_OF_STORY =
  /(?:^|[\s_-])(?:quote|blockquote|statement|longtext|text-editor|heading|theme-post-content)(?=$|[\s_-])/i

/** What leads to an article: another one, where it holds a link; this one's opening words, where it does not. */
const TEASER = /teaser|callout/i

/** Elements that hold no story, whatever they are called. */
const BESIDE = new Set('nav footer aside form dialog menu button label fieldset time'.split(' '))
const ROLES =
  /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|dialog|alert|alertdialog|toolbar|tablist|form)$/i
/** Elements that hold all of a page or of an article: their names say what kind of page it is. */
const WHOLE = new Set(['html', 'body', 'main', 'article'])
/** What somebody else said is quoted as such, be it called after where it was said ("twitter-tweet"). */
const QUOTED = 'blockquote'
/** Inside these an inline element is a word of the sentence, whatever it is called. */
const RUNNING_TEXT = 'p, li, td, dd, blockquote, pre, h1, h2, h3, h4, h5, h6, figcaption'

export type Suspicion = 'certain' | 'likely' | 'if-linked' | null

/** Whether an element is furniture by its name, role or kind, and how surely. */
export function suspicionOf(element: HtmlElement): Suspicion {
  const name = element.localName
  if (WHOLE.has(name)) return null
  if (!isBlockLevel(element) && element.closest(RUNNING_TEXT) !== null) return null
  const names = namesOf(element)
  const words = names === '' ? [] : names.toLowerCase().split(/\s+/)
  if (words.some((word) => CERTAIN.test(word) && !STATE.test(word))) return 'certain'
  if (BESIDE.has(name) || ROLES.test(element.getAttribute('role') ?? '')) return 'likely'
  if (names === '' || name === QUOTED) return null
  const parts = partsNamed(names)
  if (NAMED.test(parts) || NAMED_IN_CAPITALS.test(parts)) return 'likely'
  return TEASER.test(names) ? 'if-linked' : null
}

function partsNamed(names: string): string {
  const parts = names.replace(NO_PART, ' ')
  return WIDGET_OF_STORY.test(parts) ? parts.replace(WIDGET, ' ') : parts
}

/** Whether the markup calls an element the body of an article. */
export function isNamedBody(element: HtmlElement): boolean {
  const property = element.getAttribute('itemprop') ?? element.getAttribute('property') ?? ''
  return /articleBody/i.test(property) || BODY_NAME.test(namesOf(element))
}

function namesOf(element: HtmlElement): string {
  return `${element.getAttribute('class') ?? ''} ${element.id}`.trim()
}
