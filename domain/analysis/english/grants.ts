/**
 * How English news says that a source is not named. Tables only: what they are read with stands in
 * `anonymity.ts`. All patterns are matched inside one sentence of the story, outside quotation marks.
 */

/**
 * What kind of telling a pattern is: a promise; a ban on speaking, which is its own ground; terms of speaking under
 * which nobody is named; the outlet's rule on whom it does not name, its own ground too; a name that is not the real one;
 * a name of which a part is kept back.
 */
export type GrantKind = 'grant' | 'not-authorised' | 'terms' | 'policy' | 'pseudonym' | 'partial-name'
export type GrantRule = { readonly kind: GrantKind; readonly pattern: RegExp }

/** A rule of several wordings. In them a blank is any white space, `’` either apostrophe, and both ends are whole words. */
function rule(kind: GrantKind, ...ways: readonly string[]): GrantRule {
  const words = ways.join('|').replaceAll(' ', '\\s+').replaceAll('’', "[’']")
  return { kind, pattern: new RegExp(`(?<![\\p{L}-])(?:${words})(?!\\p{L})`, 'iu') }
}

const WHO = '(?:he|she|they|it|his|her|their|its|whose|the)'
const WHOM = '(?:him|her|them)'
const OWN = '(?:his|her|their|whose)'
const NAMES = '(?:(?:full|real|last|first|own|family) )?(?:names?|surnames?|identit(?:y|ies))'
/** The part of a name that is kept back while the rest is told. */
const REST_OF_NAME = '(?:(?:full|last|family|second) names?|surnames?)'
/** The part that is told. */
const PART_OF_NAME =
  '(?:(?:first|last|middle|given|family) names?|surnames?|initials?|nicknames?|(?:first|last) initials?)'
const KNOWN =
  '(?:named|identified|used|published|disclosed|revealed|printed|made public|(?:quoted|cited) by name|in (?:print|the (?:paper|newspaper|article|story|report)))'
const HIDDEN = `(?:not (?:to )?(?:be )?|be not )(?:(?:further|publicly) )?${KNOWN}`
const NAMELESS = '(?:anonymous|nameless|unnamed|unidentified)'
const WITHHELD =
  '(?:withheld|withholding|not (?:being )?(?:used|disclosed|published|revealed|given)|concealed|protected|published|disclosed|revealed)'
const IS = '(?:is|are|was|were|has been|have been|is being|are being|will be)'
const SPEAK =
  '(?:spoke|speaks?|speaking|spoken|talked|talking|commented|commenting|responded|answered|agreed to (?:speak|talk|comment|be interviewed)|(?:was |were )?interviewed)'
const HAS = '(?:(?:has|have|had) )?'
const ASK = `${HAS}(?:asked|asking|asks|requested|requesting|requests|insisted|insisting|demanded|demanding|wished|wishing|preferred|preferring|prefers|wanted|wanting|begged|opted|chose|choosing)`
const DECLINE = `(?:${HAS}(?:declined|declining|declines|refused|refusing|refuses)|(?:did|does|do)(?: not|n’t) (?:want|wish)|not wanting|not wishing|would(?: not|n’t) agree|(?:(?:was|were|is|are) )?(?:unwilling|reluctant|(?:too )?(?:afraid|frightened|scared)))`
const TELL = '(?:give|provide|reveal|disclose|share|use|state|have|see|tell \\p{L}+)'
const FALSE_NAME = '(?:pseudonym|alias|nom de guerre|(?:false|assumed|fake|different|invented) name)'
/** The clause that a ban on speaking goes on with; its end is found when the ground is read. */
const CLAUSE = '[^,.;:—–“”"]*'
const PRESS =
  '(?:press|media|reporters?|journalists?|news (?:organi[sz]ations?|outlets?|media)|newspapers?|outsiders)'

/** Terms of speaking under which no name is printed. */
const TERMS =
  '(?:strictly )?(?:on (?:deep )?background(?! (?:check|music|noise|material|reading|research|paper|note))|off(?: |-)the(?: |-)record|(?:on an? )?not(?: |-)for(?: |-)attribution(?: basis)?)'

export const GRANTS: readonly GrantRule[] = [
  rule(
    'partial-name',
    `(?:${SPEAK} )?(?:only )?(?:up)?on (?:the )?condition (?:that )?(?:only )?${WHO} (?:${REST_OF_NAME}|first names?) [^,.;]{0,20}?${KNOWN}`,
    `(?:${ASK}|${DECLINE}) (?:that |for |to |not to )?(?:${TELL} )?${WHO} ${REST_OF_NAME}(?: (?:to )?(?:not )?(?:be )?(?:${KNOWN}|withheld))?`,
    `${OWN} ${REST_OF_NAME} (?:${IS} )?${WITHHELD}`,
    `(?:(?:did|would)(?: not|n’t)) ${TELL} ${OWN} ${REST_OF_NAME}`,
    `(?:withheld|withholding|not using|not publishing) ${OWN} ${REST_OF_NAME}`,
    `${ASK} that (?:only )?(?:his|her|their) ${PART_OF_NAME} (?:only )?be used`,
    `(?:using|used|gave|gives|giving|give|provided|providing|provide|offered|offering|known by|use) (?:only )?(?:his|her|their|a|the) (?:only )?${PART_OF_NAME}(?: only)?`,
    `(?:${ASK} to be |${IS} (?:being )?|be |identified (?:himself|herself|themselves) )?(?:identified|named|known|quoted|referred to) (?:(?:only|just|solely) )?by (?:only |just )?(?:his|her|their|a|the|an) (?:only )?(?:\\p{L}+ )?${PART_OF_NAME}(?: only)?`,
    `identified (?:himself|herself|themselves )?only (?:as|by (?:his|her|their|the|a|an|initials?|nickname)(?!\\p{L})[^,.;]{0,30})`,
    `identified (?:himself|herself|themselves) only as`,
    `(?:identified|named) only as`,
    `(?:${ASK} to be|be) (?:identified|known|named|referred to) (?:only|just) as`,
  ),
  rule(
    'grant',
    `(?:${SPEAK} )?(?:only )?(?:(?:up)?on|under) (?:the )?(?:strict )?conditions? (?:of (?:strict |complete |full )?anonymity|(?:that )?(?:${WHO} )?(?:${NAMES} )?(?:(?:would|will|must|should) )?${HIDDEN}|(?:that )?${WHO} (?:would )?(?:remain|stay|be kept) ${NAMELESS}|they (?:remain|not be))`,
  ),
  rule(
    'grant',
    `${ASK} (?:that |for )?(?:${WHO} )?(?:${NAMES} )?(?:to )?(?:${HIDDEN}|(?:to )?be (?:kept|left) (?:anonymous|confidential|secret|private|out)|(?:be )?(?:withheld|kept (?:secret|private|confidential|out))|(?:to )?(?:remain|stay|be) ${NAMELESS}|anonymity)`,
    `${ASK} (?:for|on) (?:complete |full )?anonymity`,
    `${ASK} on not being (?:named|identified)`,
    `${ASK} not to (?:give|provide|reveal|disclose|share|use|state) ${OWN} ${NAMES}`,
  ),
  rule(
    'grant',
    `${DECLINE} (?:to )?(?:(?:${WHO} )?(?:${NAMES} )?(?:to )?be (?:named|identified|quoted by name|used|published|cited by name|printed|disclosed)|${TELL} (?:(?:his|her|their|a) )?${NAMES}(?: (?:used|published|printed|revealed|disclosed|in print))?|${WHO} ${NAMES} (?:used|published|printed|revealed|disclosed|known|in (?:print|the (?:paper|newspaper))))`,
    `(?:${DECLINE}|would(?: not|n’t)) (?:to )?(?:speak|talk|be quoted|go|discuss [^,.;]{0,40}?) on the record`,
  ),
  rule(
    'grant',
    `(?:seeking|sought|in (?:exchange|return) for|assured of|requested|requesting|(?:under|with) (?:a|the) (?:promise|guarantee|assurance) of|on (?:a|the) (?:guarantee|basis) of|(?:(?:was|were|been|being) )?(?:granted|granting|gave|given|promised|guaranteed|offered)(?: (?:${WHOM}|both|all|the (?:\\p{L}+ ){0,2}?(?:sources?|officials?|people|person|man|woman|workers?|employees?|residents?|survivors?|victims?)))?) (?:complete |strict |full )?anonymity`,
    `${SPEAK} (?:\\p{L}+ ){0,4}?anonymously`,
    `(?:on|under) an? (?:strictly )?(?:anonymous|confidential) basis`,
  ),
  rule(
    'grant',
    `(?:${OWN}|the (?:source|person|woman|man|victim|official)’s) ${NAMES} (?:(?:${IS}|(?:cannot|can’t|could not) be|(?:is|was|were) not) )?(?:being )?${WITHHELD}`,
    `names? (?:and (?:\\p{L}+ ){1,3})?withheld (?:by|on|upon|at|for|to)`,
  ),
  rule(
    'grant',
    `(?:whom? (?:the )?(?:\\p{L}+ ){1,4})?${IS} (?:withholding|not (?:naming|identifying|using|publishing|disclosing|revealing)|only identifying|identifying ${WHOM} only)(?: (?:the )?(?:(?:\\p{L}|’)+ ){0,5}?(?:names?|identit(?:y|ies)))?(?: of)?`,
    `(?:(?:has|have) )?(?:agreed|chosen|chose|decided) (?:not to (?:name|identify|use ${OWN} (?:full |real )?names?|publish ${OWN} (?:full |real )?names?)|to (?:withhold|protect|conceal) ${OWN} (?:names?|identit(?:y|ies)))`,
    `(?:whom? )(?:the \\p{L}+(?: \\p{L}+)?|we) (?:(?:has|have) )?(?:(?:agreed|decided|chosen) not to (?:name|identify)|will not (?:name|identify)|(?:does|do|did) not (?:name|identify))`,
    `withheld ${OWN} (?:names?|identit(?:y|ies))`,
  ),
  rule(
    'grant',
    `(?:(?:who|and|he|she|they) (?:also )?)?(?:cannot|can’t|could not|may not|must not|would not|wouldn’t) be (?:named|identified)`,
    `who (?:is|are) not being (?:named|identified)`,
    `(?:would(?: not|n’t)|did(?: not|n’t)) (?:give|provide|reveal|disclose|share) ${OWN} ${NAMES}`,
    `without (?:being (?:named|identified)|giving ${OWN} ${NAMES}|attribution|revealing ${OWN} ${NAMES})`,
    `not to be (?:named|identified)`,
  ),
  rule(
    'grant',
    `(?:with )?(?:${OWN}|the) (?:voice|face|features|appearance)s? (?:(?:${IS}|had been) )?(?:being )?(?:digitally )?(?:altered|disguised|distorted|blurred|obscured|hidden|pixelated|masked|covered|concealed|changed)`,
    `(?:${SPEAK}|appeared|appearing|filmed|shown) (?:only )?(?:in silhouette|with (?:his|her|their) backs? to the camera)`,
  ),
  rule(
    'not-authorised',
    `(?:(?:was|were|is|are|isn’t|wasn’t|weren’t|aren’t|being) )?(?:(?:not|without being) )?(?:publicly )?authori[sz]ed to (?:(?:publicly|openly|officially|formally) )?(?:speak(?! (?:at|in|for) )|talk|comment|discuss|brief|be (?:quoted|named|identified)|(?:disclose|release|divulge|give|share|provide|make|reveal) (?:(?:[\\p{L}-]|’)+ ){0,5}?(?:statements?|information|details?|names?|comments?|interviews?|findings|figures|documents?|data|results?|it|them))(?!\\p{L})${CLAUSE}`,
    `(?:was|were|is|are) (?:not|n’t|never) (?:permitted|allowed|cleared|empowered) to (?:(?:(?:publicly|openly|officially) )(?:speak|talk|comment|discuss)|(?:speak|talk) (?:publicly|openly|about|on the record|(?:to|with) (?:the )?(?:\\p{L}+ )?${PRESS})|comment(?! on the site)|discuss|brief|be (?:quoted|named|identified))(?!\\p{L})${CLAUSE}`,
    `(?:wasn’t|weren’t|isn’t|aren’t) (?:permitted|allowed|cleared) to (?:(?:publicly )?(?:speak|talk|comment|discuss))(?!\\p{L})${CLAUSE}`,
  ),
  rule(
    'not-authorised',
    `(?:lack(?:ed|s|ing)?|(?:did|does|do) not have|without|had no) (?:the )?(?:authori[sz]ation|authority|permission|clearance) to (?:speak|talk|comment|discuss|brief)(?!\\p{L})${CLAUSE}`,
    `(?:barred|prohibited|forbidden) from (?:speaking|talking|commenting)(?!\\p{L})${CLAUSE}`,
  ),
  rule(
    'terms',
    `(?:${SPEAK}|briefed|briefing|quoted)(?: (?:\\p{L}|’)+){0,5}? ${TERMS}`,
    `said,? ${TERMS}`,
    `(?<!(?:been|was|were|being)\\s)(?:told|attended) (?:(?:\\p{L}|’)+ ){1,4}?${TERMS}`,
    `(?<=, )(?:strictly )?(?:on (?:deep )?background|off the record|not for attribution)(?=,)`,
  ),
  rule(
    'policy',
    `(?:does|do) not (?:(?:generally|usually|typically|normally|routinely|as a rule) )?(?:name|identify|publish the (?:names|identities) of|disclose the identit(?:y|ies) of) (?:alleged |possible |suspected |child )?(?:victims?|survivors?|minors?|juveniles?|children|complainants?|accusers?|people (?:under|who (?:say they|have been|may have been|were)))(?!\\p{L})[^.;]{0,160}`,
  ),
  rule(
    'pseudonym',
    `(?:(?:speaking|spoke|${ASK} to) )?(?:using|under|use|used|by|goes by|going by) an? ${FALSE_NAME}(?=[,.;)]|\\s(?:for|to|because|out|due|given|citing|as|said|told|in (?:this|the) (?:article|story|report|piece))(?!\\p{L})|$)`,
    `(?:not|isn’t) ${OWN} real names?`,
    `(?<=[(,]\\s?)an? ${FALSE_NAME}(?=[),.;])`,
    `(?:is|was) a pseudonym`,
    `(?:identified|referred to|known) (?:here )?(?:only )?by (?:the|an?) ${FALSE_NAME}`,
    `(?:has been|was|been|being) (?:given|assigned) an? ${FALSE_NAME}`,
    `(?:we are|is|are) calling ${WHOM}(?= \\p{L})`,
    `(?:${ASK}) to be called(?= \\p{L})`,
    `(?:${OWN} (?:real )?names?|the names) (?:has|have|was|were) (?:been )?changed`,
    `${NAMES} (?:has|have) been changed`,
  ),
]

/** Cheap test whether a sentence can hold any of the above at all. */
export const MAY_GRANT =
  /anonym|\bname[ds]?\b|\bnaming\b|surname|initials|nameless|unidentified|identif|identit|authori[sz]|permitted|allowed to|cleared to|permission|clearance|attribution|pseudonym|alias|nom de guerre|calling (?:him|her|them)|be called|barred from|prohibited from|forbidden from|background|the(?: |-)record|confidential basis|\bvoices?\b|\bfaces?\b|silhouette|to the camera/i

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
      /\b(?:spoke|speaking|spoken|said|told|briefed|briefing|talked|talking|interviewed|attended)\b[^.;]{0,60}\bon background\b(?! check)|, on background,|\bbackground briefing\b|\bnot[- ]for[- ]attribution\b/i,
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
