/**
 * How English news says that a source is not named. Tables only: what they are read with stands in
 * `anonymity.ts`. All patterns are matched inside one sentence of the story, outside quotation marks.
 */

const WHO = '(?:(?:he|she|they|it|his|her|their|whose|the)\\s)'
const NAME = '(?:(?:full|real|last|first|own)\\s)?(?:names?|surnames?|identit(?:y|ies))'
const HIDDEN =
  '(?:not\\s(?:to\\s)?be\\s|be\\snot\\s|not\\s(?:to\\s)?(?:be\\s)?)(?:further\\s|publicly\\s)?(?:named|identified|used|quoted by name|published|disclosed|revealed|printed|made public|cited by name)'
const SPEAK =
  '(?:spoke|speaks?|speaking|talked|talking|commented|commenting|responded|answered|agreed to (?:speak|talk|comment|be interviewed)|(?:was |were )?interviewed)'
const ASK =
  '(?:(?:has|have|had)\\s)?(?:asked|asking|asks|requested|requesting|requests|insisted|insisting|demanded|demanding|wished|wishing|preferred|preferring|prefers|wanted|wanting|begged|opted|chose|choosing)'
const DECLINE =
  "(?:(?:has|have|had)\\s)?(?:declined|declining|declines|refused|refusing|refuses|(?:did|does|do)(?: not|n[’']t) (?:want|wish)|not wanting|not wishing|would(?: not|n[’']t) agree|(?:was |were |is |are )?(?:unwilling|reluctant|afraid|too afraid|too frightened|too scared))"

/** What kind of telling a pattern is: a promise, a mark that is its own ground, or a name that is not the real one. */
export type GrantRule = {
  readonly kind: 'grant' | 'not-authorised' | 'pseudonym' | 'partial-name'
  readonly pattern: RegExp
}

export const GRANTS: readonly GrantRule[] = [
  {
    kind: 'grant',
    pattern: new RegExp(
      `(?:${SPEAK}\\s)?(?:only\\s)?(?:(?:up)?on|under)\\s(?:the\\s)?(?:strict\\s)?condition(?:s)?\\s(?:of\\s(?:strict\\s|complete\\s)?anonymity|(?:that\\s)?(?:${WHO}?(?:${NAME}\\s)?(?:would\\s|will\\s|must\\s|should\\s)?${HIDDEN}|${WHO}?(?:remain|stay|be kept) anonymous|they (?:remain|not be)))`,
      'i',
    ),
  },
  {
    kind: 'grant',
    pattern: new RegExp(
      `${ASK}\\s(?:that\\s)?(?:(?:${WHO}\\s?)?(?:${NAME}\\s)?(?:to\\s)?(?:${HIDDEN}|be (?:kept|left) (?:anonymous|confidential|secret|out)|(?:be )?(?:withheld|kept secret)|(?:to )?(?:remain|stay|be) anonymous|anonymity)|for anonymity|on anonymity|not to (?:give|provide|reveal|disclose|share|use|state) (?:his|her|their) ${NAME})`,
      'i',
    ),
  },
  {
    kind: 'grant',
    pattern: new RegExp(
      `${DECLINE}\\s(?:to\\s)?(?:(?:${WHO})?(?:${NAME}\\s)?(?:to\\s)?be (?:named|identified|quoted by name|used|published|cited by name|printed|disclosed)|(?:give|provide|reveal|disclose|share|use|state|have|see|tell \\w+) (?:(?:his|her|their|a) )?${NAME}(?: (?:used|published|printed|revealed|disclosed|in print))?|${WHO}${NAME} (?:used|published|printed|revealed|disclosed|known|in print))`,
      'i',
    ),
  },
  {
    kind: 'grant',
    pattern:
      /\b(?:(?:seeking|sought|in (?:exchange|return) for|was granted|were granted|been granted|being granted|granted|given|promised|guaranteed|offered|assured of|requested|requesting|under a promise of|on a guarantee of) (?:complete |strict )?anonymity)\b/i,
  },
  {
    kind: 'grant',
    pattern:
      /\b(?:spoke|speaking|speaks|talked|talking|responded|answered|interviewed|quoted|agreed to speak|spoken) (?:\w+ ){0,4}?anonymously\b|\b(?:on|under) a (?:strictly )?not[- ]for[- ]attribution basis\b|\bnot for attribution\b/i,
  },
  {
    kind: 'grant',
    pattern: new RegExp(
      `\\b(?:whose|his|her|their|the (?:source|person|woman|man|victim|official)[’']s)\\s${NAME}\\s(?:(?:is|are|was|were|has been|have been|is being|are being|cannot be|can[’']t be|could not be|is not being|was not|were not)\\s)?(?:being\\s)?(?:withheld|withholding|not (?:being )?(?:used|disclosed|published|revealed|given)|concealed|protected|published|disclosed|revealed|used for)`,
      'i',
    ),
  },
  {
    kind: 'grant',
    pattern:
      /\b(?:is|are|was|were) (?:withholding|not (?:naming|identifying|using|publishing|disclosing|revealing)|only identifying|identifying (?:him|her|them) only)\b(?: (?:the )?(?:[\w’']+ ){0,5}?(?:name|names|identity|identities)\b)?(?: of\b)?|\b(?:agreed|has agreed|have agreed) (?:not to (?:name|identify|use (?:his|her|their) (?:full |real )?names?)|to withhold|to protect (?:his|her|their) identit(?:y|ies))\b/i,
  },
  {
    kind: 'grant',
    pattern:
      /\b(?:(?:who|and|he|she|they) (?:also )?)?(?:can(?:not| not|[’']t)|could not|may not|must not|would not|wouldn[’']t) be (?:named|identified)\b|\b(?:would(?: not|n[’']t)|did(?: not|n[’']t)) (?:give|provide|reveal|disclose|share) (?:his|her|their) (?:full |real |last |first )?names?\b|\bwithout (?:being (?:named|identified)|giving (?:his|her|their) (?:full |real |last )?names?|attribution|revealing (?:his|her|their) (?:name|identity|names|identities))\b|\bnot to be (?:named|identified)\b/i,
  },
  {
    kind: 'not-authorised',
    pattern:
      /\b(?:(?:was|were|is|are|isn[’']t|wasn[’']t|weren[’']t|aren[’']t|being)\s)?(?:not|n[’']t|without being)?\s?(?:publicly\s)?(?:authori[sz]ed|permitted|allowed|cleared|empowered)\sto\s(?:(?:publicly|openly|officially|formally)\s)?(?:speak(?! (?:at|in|for) )|talk|comment|discuss|brief|be quoted|disclose|release|divulge|give|share|make|address|be (?:named|identified))\b[^,.;:—–“”"]*/i,
  },
  {
    kind: 'not-authorised',
    pattern:
      /\b(?:lack(?:ed|s|ing)?|(?:did|does|do) not have|without|had no) (?:the )?(?:authori[sz]ation|authority|permission|clearance) to (?:speak|talk|comment|discuss|brief)\b[^,.;:—–“”"]*|\b(?:barred|prohibited|forbidden) from (?:speaking|talking|commenting)\b[^,.;:—–“”"]*/i,
  },
  {
    kind: 'pseudonym',
    pattern: new RegExp(
      `\\b(?:(?:speaking\\s|spoke\\s|asked\\sto\\s|asking\\sto\\s)?(?:using|under|use)\\sa\\s(?:pseudonym|alias|false name|assumed name|fake name)(?=[,.;)]|\\s(?:for|to|because|out|due|given|citing|as|said|told)\\b|$)|(?:not|isn[’']t)\\s(?:his|her|their)\\sreal\\snames?|(?<=[(,]\\s?)(?:a|an)\\s(?:pseudonym|alias)\\b|(?:is|was)\\sa\\spseudonym\\b|(?:whose|his|her|their|the)\\s(?:real\\s)?names?\\s(?:has|have|was|were)\\s(?:been\\s)?changed|${NAME}\\s(?:has|have)\\sbeen\\schanged)`,
      'i',
    ),
  },
  {
    kind: 'partial-name',
    pattern:
      /\b(?:(?:using|used|gave|gives|giving|give|provided|providing|provide|offered|offering|identified (?:himself|herself|themselves) (?:only )?by|identified (?:only )?by|asked to be (?:identified|named|quoted) (?:only )?by|be identified (?:only )?by|known (?:only )?by|wanted to use|asked (?:to use|that))\s(?:only\s)?(?:his|her|their|a|the)\s(?:only\s)?(?:first|last|middle|given|family|sur)\s?names?(?:\sonly)?(?:\sbe used)?|identified (?:himself|herself|themselves)?\s?only (?:as|by (?:his|her|their|the|a|an|initials?|nickname)\b[^,.;]{0,30})|(?:identified|named) only as\b|who (?:asked to be|was) identified only as\b|(?:asked to be|wanted to be|preferred to be|be) (?:identified|known|named|referred to) (?:only|just) (?:as\b|by (?:his|her|their|the|a|an|initials?|nickname)\b(?: (?:first|last|family|middle|given|sur)\s?names?)?))/i,
  },
]

/** Cheap test whether a sentence can hold any of the above at all. */
export const MAY_GRANT =
  /anonym|\bname[ds]?\b|identif|identit|authori[sz]|permitted|allowed to|cleared to|permission|clearance|attribution|pseudonym|alias|barred from|prohibited from|forbidden from|background|the record/i

/** Talk about anonymity in general, and offers of it to readers: not a telling about a source. */
export const NOT_A_GRANT =
  /\b(?:alcoholics|narcotics|gamblers|overeaters|sexaholics) anonymous\b|\b(?:can|may|could|might|should|must|will|(?:able|free|option|choose|right|possible) to|let(?:s)? \w+|allow(?:s|ed|ing)? \w+ to) (?:remain|stay|speak|talk|report|submit|vote|donate|post|comment) anonym|\bwaived (?:his|her|their)?\s?(?:right to )?anonymity|\b(?:right|rights|promise|culture|cloak|veil|lure) (?:to|of) anonymity|(?<!n[o’']t )\b(?:agreed|willing|happy|consented|asked|wants?|wanted|prefer(?:s|red)?) to be (?:named|identified)(?! only| just)\b|\b(?:refused|denied|declined|rejected)(?: \w+){0,4} (?:request(?:s)? for )?anonymity\b|\bno longer anonymous\b|\banonymous (?:tip|donor|donation|letter|call|caller|survey|comment|user|account|post|ballot|hotline|note|message|poll)s?\b/i

/** The terms agreed with a source, where the article says so. */
export const LEVELS = [
  { level: 'deep-background', pattern: /\bon deep background\b/i },
  { level: 'off-record', pattern: /\boff[- ]the[- ]record\b/i },
  {
    level: 'background',
    pattern:
      /\b(?:spoke|speaking|spoken|said|told|briefed|briefing|talked|talking|interviewed)\b[^.;]{0,60}\bon background\b|\bbackground briefing\b/i,
  },
  { level: 'on-record', pattern: /(?<!not )(?<!off )\bon the record\b/i },
] as const

/** Where a stated ground begins after the words of a grant. */
export const GROUND =
  /(?:\bbecause\b(?: of\b)?|\bfor (?:(?:the )?(?:sake|reasons?) of\b|fear\b|(?:[\w’'-]+ ){0,5}?(?:reasons|purposes|grounds)\b|(?:his|her|their|the)(?: own| personal)?(?: \w+(?:[’']s?)?){0,3} (?:safety|security|protection|privacy)\b|(?:safety|security|privacy|protection)\b)|\b(?:out of|due to|owing to|over|amid|given|on account of)\s(?=\w)|\bfearing\b|\bciting\b|\bafraid\b|\bwary of\b|\b(?:so as|in order)? ?to (?:avoid|protect|speak (?:more )?(?:freely|candidly|openly|frankly)|talk (?:more )?(?:freely|candidly|openly|frankly)|discuss|describe|share|detail|disclose|reveal|preserve|safeguard|prevent|talk about|speak about)\b|\b(?:as|since) (?:they|he|she|it|the|his|her|their)\b|\blest\b|\bso (?:that )?(?:he|she|they) (?:could|can|would)\b)/i

/** A ground told before the grant, at the head of the sentence. */
export const GROUND_BEFORE =
  /^(?:[“"]?)(?<reason>(?:(?:Fearing|Citing|Because|Due to|Out of|Owing to|Given|Afraid|Wary of|Worried|Concerned|To (?:avoid|protect|speak (?:freely|candidly)))\b[^,;—]{3,140}|For (?:fear\b[^,;—]{3,120}|[^,;—]{0,40}(?:reasons|safety|security|privacy|protection))))(?=,)/

/** A ground told in the next sentence. */
export const GROUND_NEXT =
  /^(?:He|She|They|The \w+|Both|All)\s(?:(?:said|says|added) (?:he|she|they) )?(?:fear(?:s|ed)?|(?:is|are|was|were) (?:afraid|worried|concerned|not authori[sz]ed)|worr(?:y|ies|ied))\b[^.;]{3,140}/
