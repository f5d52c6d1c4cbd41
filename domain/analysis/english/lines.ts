import type { CaptionRules, CreditKey, LineRule, NoticeRule } from '../pack'

const AGENCY_NAMES =
  'AP|A\\.P\\.|The Associated Press|Associated Press|Reuters|AFP|Agence France-Presse|UPI|EPA(?:-EFE)?|dpa|DPA|Kyodo(?: News)?|Xinhua|Yonhap(?: News(?: Agency)?)?|TASS|Tass|Interfax|ANSA|EFE|PA(?: Media| Wire)?|Press Association|Bloomberg(?: News)?|KCNA|PTI|Press Trust of India|IANS|CNA|Anadolu(?: Agency)?|Getty(?: Images)?|Canadian Press|The Canadian Press|Inter Press Service|Newswire'

/** Wire services and picture agencies. */
export const ENGLISH_AGENCIES = new RegExp(`^(?:${AGENCY_NAMES})$`)

/** What follows a credit's opening words are names. */
export const ENGLISH_CREDIT_KEYS: readonly CreditKey[] = [
  {
    role: 'translator',
    pattern:
      /\b(?:translat(?:ed|ion)(?: (?:from|into|to) (?:the )?(?:original )?\p{Lu}\p{L}+)?(?: by\b|\s*:)|translators?\s*:)/giu,
  },
  { role: 'fact-checker', pattern: /\b(?:fact[- ]check(?:ed|ing)?(?: by\b|\s*:)|fact[- ]checkers?\s*:)/giu },
  {
    role: 'contributor',
    pattern:
      /\b(?:(?:with )?additional (?:reporting|writing|research|material)(?: by\b|\s*:| from\b)|with (?:reporting|research|contributions) (?:by|from)\b|research(?:ed)? by\b|with files from\b|contributors?\s*:)/giu,
  },
  {
    role: 'editor',
    pattern: /\b(?:(?:copy[- ])?edit(?:ed|ing)(?: by\b|\s*:)|(?:copy |managing |story )?editors?\s*:)/giu,
  },
  {
    role: 'photographer',
    pattern:
      /\b(?:photo(?:graph)?(?:s|graphy)?(?: and (?:video|text))? by\b|photograph(?:er|y)s?\s*:|pictures by\b)/giu,
  },
  {
    role: 'author',
    pattern:
      /(?:\b(?<!additional )(?<!with )(?:report(?:ed|ing)|writ(?:ten|ing)|compiled|words|story|text)(?: and (?:writing|photography|compiled))? by\b|\breporting\s*:|^authors?\s*:)/giu,
  },
]

/** Bylines; the group holds the names with all that follows them on the line. */
export const ENGLISH_BYLINES: readonly RegExp[] = [
  /^(?:by|words by|story by|written by|text by)\s*:?\s+(?<names>\p{Lu}.{1,200})$/diu,
  /^(?<names>\p{Lu}[^,.]{2,60}, (?:staff writer|senior reporter|[\p{L} ]{0,30}correspondent|[\p{L} ]{0,20}reporter|the associated press))$/diu,
]

export const ENGLISH_NOT_A_NAME =
  /\b(?:staff|writers?|reporters?|correspondents?|editors?|columnists?|contributors?|bureaus?|chief|desk|special to|for the|published|updated|photographs?|photos?|illustrations?|min(?:ute)?s? read|producer|(?:January|February|April|June|July|August|September|October|November|December)|\d{4})\b|@|https?:|^\d/i

export const ENGLISH_CORRESPONDENT = /\bcorrespondent\b/i

/** One to four words with capitals or initials: "A crane. Ada Roe" has a sentence in it. */
const PERSON = "\\p{Lu}(?:[\\p{L}’'\\-]+|\\.)(?: (?:\\p{Lu}(?:[\\p{L}’'\\-]+|\\.)|van|von|de|da|bin|al)){0,3}"
const END_CREDIT = `(?<credit>(?:(?<photographer>${PERSON})\\s?[/|,]\\s?)?`

/** How English captions begin and end. */
export const ENGLISH_CAPTIONS: CaptionRules = {
  opening:
    /^[[(]?(?:file(?: photo| picture| pic| image)?\s*[\])]?\s*[:\-–—]|archive (?:photo|picture)\s*[:\-–—]|(?:photo|picture|image|photograph|illustration|graphic|caption|pictured)\s*(?:[:—–]|by \p{Lu}|credit)|\(?(?:photo|image|picture) (?:courtesy|credit))/iu,
  filePhoto:
    /\bfile[- ](?:photo|picture|pic|image|photograph)\b|\bfile\s*[:—–-]|\barchive (?:photo|picture|image)\b|\/File\b|\(File\b|\bFILE\b/i,
  hint: /[)\]]\.?$|photo|image|picture|illustration|credit|courtesy|source:|©|\(c\)|[/|] ?\p{Lu}|\b(?:AP|AFP|Reuters|EPA|Getty|Xinhua|Yonhap|Kyodo)\b/iu,
  credits: [
    // (Photo by Jane Roe/Agency), (Photo: Agency), [Image courtesy of X]
    /[([]\s*(?:photo(?:graph)?s?|pictures?|images?|credit|pic)\s*(?:by|:|credit:?|courtesy of|from|via|—|–|-)\s*(?<credit>(?:(?<photographer>\p{Lu}[\p{L}.’'\- ]{2,40}?)\s?(?:\/|\||,|\bfor\b|\bvia\b)\s?[^()[\]]{1,60}|[^()[\]]{2,80}))\s*[)\]]\.?$/diu,
    // (AP Photo/Jane Roe)
    /[([]\s*(?<credit>[\p{Lu}][\p{L}.\- ]{1,40} (?:photo|file photo|images?)(?:,? file)?(?:\s?\/\s?(?<photographer>\p{Lu}[\p{L}.’'\- ]{2,40}?))?(?:,? file)?)\s*[)\]]\.?$/diu,
    // REUTERS/Jane Roe, AP/Jane Roe/File Photo
    new RegExp(
      `(?<=^|[.!?”"\\s])(?<credit>(?:${AGENCY_NAMES}|REUTERS)\\s?/\\s?(?<photographer>${PERSON}))(?:\\s?/\\s?(?:file|pool|handout)(?: photo)?)?\\.?$`,
      'diu',
    ),
    // Photo: Jane Roe/Agency · Credit: X · Photograph by X — to the end of the line
    new RegExp(
      `(?:^|[\\s.|—–-])(?:photo(?:graph)?(?:er)?|picture|image|illustration|credit|source|photo credit|image credit)\\s?(?:by|:|courtesy of)\\s*(?<credit>(?:(?<photographer>${PERSON})\\s?(?:/|\\||,|\\bfor\\b|\\bvia\\b)\\s?[^.]{1,60}|[^.:]{2,60}))\\.?$`,
      'diu',
    ),
    // (Jane Roe/Agency), (Harbor Times): a closing bracket after the end of a sentence, or a wire service
    /(?<=[.!?”"]\s?)[([]\s*(?<credit>(?:(?<photographer>\p{Lu}[\p{L}.’'\- ]{2,40}?)\s?[/|]\s?)?\p{Lu}[^()[\]]{1,60})\s*[)\]]\.?$/du,
    new RegExp(
      `[([]\\s*${END_CREDIT}(?:${AGENCY_NAMES})(?: (?:via|/) [\\p{L} ]+)?(?:, file|/File)?)\\s*[)\\]]\\.?$`,
      'du',
    ),
    // © Jane Roe / Agency, and Jane Roe/AP at the end
    /(?:©|\(c\)|courtesy of)\s*(?<credit>(?:(?<photographer>\p{Lu}[\p{L}.’'\- ]{2,40}?)\s?[/|]\s?)?\p{Lu}[^.©]{1,60})\.?$/diu,
    new RegExp(
      `(?<=[.!?”"|]\\s+|^)${END_CREDIT}(?:${AGENCY_NAMES})(?:,? (?:via|/) ?[\\p{L} ]+)?)\\.?$`,
      'du',
    ),
  ],
  creditsOfKnown: [
    // Ada Roe via AP, Handout via Reuters
    new RegExp(
      `(?<=^|[.!?”"|\\n]\\s*)(?<credit>(?<photographer>${PERSON}) via \\p{Lu}[\\p{L} ]{1,40})\\.?$`,
      'du',
    ),
    // Credit...Ada Roe for The Tern
    new RegExp(
      `(?:credit|photo|image)(?:\\.{3}|…)\\s?(?<credit>(?:(?<photographer>${PERSON}) for )?\\p{Lu}[^.\\n]{1,60})\\.?$`,
      'diu',
    ),
    // (Harbor Tern), whatever stands before it
    new RegExp(`\\s[([]\\s*${END_CREDIT}\\p{Lu}[^()[\\]]{1,60})\\s*[)\\]]\\.?$`, 'du'),
    // Ada Roe/Harbor Tern on a line of its own, or behind the end of a sentence
    new RegExp(
      `(?<=^|[.!?”"|\\n]\\s*)(?<credit>(?<photographer>${PERSON})\\s?[/|]\\s?\\p{Lu}[^.\\n]{1,40})\\.?$`,
      'du',
    ),
    // A name on the last line, where the caption has lines before it
    new RegExp(`(?<=\\n\\s*)(?<credit>${PERSON})\\.?$`, 'du'),
  ],
  place:
    /\b(?:in|at|near|outside|off) (?<place>(?:the )?\p{Lu}[\p{L}’'-]+(?: (?!Photo)\p{Lu}[\p{L}’'-]+){0,3}(?:, (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[a-z.]*[ ,.)\d])\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,2}){0,2})/dgu,
}

/** Standing texts. Those not `anywhere` count only at the head or the foot of an article. */
export const ENGLISH_NOTICES: readonly NoticeRule[] = [
  {
    kind: 'correction',
    anywhere: true,
    pattern:
      /^[*[(]?\s*(?:corrections?|clarifications?|corrected|erratum|retraction)\b(?: \([^)]{1,40}\))?\s*(?::|—|–|-|\|)|^(?:[*[(]\s*)?(?:this|the) (?:article|story|report|post|piece)(?: headline)? (?:has been|was|is) (?:corrected|amended|clarified)\b|^[*[(]?\s*an earlier version of (?:this|the)\b/i,
  },
  {
    kind: 'anonymous-sources',
    anywhere: true,
    pattern:
      /^[*[(]?\s*(?:(?:note|editor[’']?s[’']? note)\s*[:—–-]\s*)?(?:(?:some|all|the|most|certain)\s)?(?:of the )?(?:names?|identities|(?:sources|interviewees)[’'] (?:names|identities))(?: (?:in|of|used in|quoted in|mentioned in) [^.]{0,40}(?:article|story|report|piece|sources|interviewees|interviewed|quoted))?(?: and [^.]{0,40}details)? (?:(?:has|have) been|(?:is|are) being|(?:was|were)) (?:changed|withheld|altered|concealed|omitted|removed|anonymi[sz]ed)\b/i,
  },
  {
    kind: 'anonymous-sources',
    anywhere: false,
    pattern:
      /^(?=.*\b(?:sources?|interviewees|reporters|contributors|correspondents|people (?:quoted|interviewed|who spoke)|those (?:quoted|interviewed))\b)(?:(?=.*\b(?:network of (?:[\p{L}-]+ ){0,4}(?:sources|reporters|correspondents|contacts)|in this (?:article|story|report|piece)|our sources|works? with)\b))(?=.*(?:anonym|pseudonym|identit|\bnames?\b|\bsafety\b|\bsecurity\b))/iu,
  },
  {
    kind: 'source-policy',
    anywhere: false,
    pattern:
      /\b(?:(?:how|why|when) (?:we|\p{Lu}[\p{L} ]{2,40}) (?:uses?|grants?|relies on|rely on|handles?|verif(?:y|ies)|treats?) [^.]{0,30}(?:anonym|sources?|confidential)|(?:policy|policies|standards|guidelines|rules) (?:on|for|about|regarding) (?:the use of )?(?:anonymous |unnamed |confidential )?(?:sourc|anonym|quot)|our (?:standards|editorial (?:standards|policy|policies|guidelines)|sourcing|sources? (?:policy|policies))|^(?:we|the \p{Lu}[\p{L} ]{2,40}) (?:grants? anonymity|(?:uses?|quotes?) (?:anonymous|unnamed) sources|names? (?:its|our) sources) (?:only|when|wherever|whenever|unless|sparingly)\b)/iu,
  },
  {
    kind: 'editors-note',
    anywhere: true,
    pattern:
      /^[*[(]?\s*(?:editor(?:s|[’']s|s[’'])?(?:’s)? note|note to readers|author[’']s note|a note (?:to|from))\b/i,
  },
  {
    kind: 'translation',
    anywhere: false,
    pattern:
      /^[*[(]?\s*(?:this (?:article|story|report|piece|text) (?:was|is|has been|first)\b[^.]{0,60}\b(?:translat\w+|published in \p{Lu}\p{L}+(?: on| by|\.|$))|(?:this is an? )?(?:\p{L}+ )?translation of\b|translated from the\b|the original(?: \p{Lu}\p{L}+)? (?:version|article|text)\b)/iu,
  },
  {
    kind: 'rights',
    anywhere: false,
    pattern:
      /(?:©|\(c\) ?(?:19|20)\d\d|\bcopyright\b|\ball rights reserved\b|\bmay not be (?:published|reproduced|republished|broadcast|copied)\b|\bcreative commons\b|\bCC[- ]BY\b|\b(?:re)?published (?:here )?(?:with|by) (?:the )?permission\b|\breprinted (?:with|by) permission\b)/i,
  },
  {
    kind: 'disclaimer',
    anywhere: false,
    pattern:
      /\b(?:(?:views?|opinions?)(?: (?:and|or) (?:views?|opinions?))? (?:expressed|contained|in this (?:article|piece|column))|does not (?:necessarily )?(?:reflect|represent) the (?:views?|opinions?|position)|for informational purposes only|not (?:investment|legal|medical|financial) advice)\b/i,
  },
]

/** What a whole line is by its words, tried in order before its place in the article is looked at. */
export const ENGLISH_LINES: readonly LineRule[] = [
  {
    role: 'contact',
    pattern:
      /^(?:please )?(?:direct|send|e-?mail|contact|reach|write to|got a|have a|do you have|questions|comments|tips|feedback)\b[^.!?]{0,160}[.!?]?\s?[^.!?]{0,80}(?:[\w.+-]+@[\w-]+\.[\w.-]+)|^(?:e-?mail|contact)\s*:?\s*[\w.+-]+@[\w-]+\.[\w.-]+\.?$|^[\w.+-]+@[\w-]+\.[\w.-]+$/i,
  },
  {
    role: 'contact',
    pattern:
      /^(?=.{0,260}$)(?=.*\b(?:reach|contact|e-?mail|write to|follow|tips?|send)\b).*[\w.+-]+@[\w-]+\.[\w.-]+[.)]?$/i,
  },
  { role: 'contact', pattern: /^[^.!?]{0,120}\bcan be (?:reached|contacted) (?:at|on|by)\b.{0,120}$/i },
  {
    role: 'furniture',
    pattern:
      /^(?:advertisement|sponsored(?: content)?|share(?: this)?(?: (?:article|story|on \w+))?|(?:read|see) (?:more|also|next)\b.{0,160}|related(?: (?:articles?|stories|content|topics))?\s*:?.{0,120}|more (?:from|on) .{0,80}|subscribe\b.{0,120}|sign up\b.{0,160}|follow (?:us|@|\p{Lu}[\p{L} ]{2,40} on)\b.{0,120}|join (?:us|our)\b.{0,120}|support (?:us|our)\b.{0,120}|donate\b.{0,80}|click here\b.{0,120}|listen to\b.{0,80}|watch\s*:.{0,120}|tags?\s*:.{0,200}|topics?\s*:.{0,200}|filed under\b.{0,160}|\d+ comments?|leave a (?:comment|reply)|comments?|print|e-?mail|back to top|skip to .{0,40}|home|menu|\d+ min(?:ute)?s? read|view comments|load more|recommended(?: for you)?|trending(?: now)?|most (?:read|popular)|enlarge this image|hide caption|toggle caption)$/iu,
  },
  {
    role: 'credit-line',
    pattern:
      /^(?:[—–-]\s*)?(?:\p{Lu}[\p{L}.’'-]+ ){1,4}(?:(?:and|,) (?:\p{Lu}[\p{L}.’'-]+ ?){1,4})*(?:also )?contributed (?:(?:reporting|research|material)\b|(?:to|from) (?:this|the) (?:report|story|article|piece|reporting|series)\b|from \p{Lu}).{0,80}$/u,
  },
]
