import type { ReasonRule } from '../pack'

/**
 * Grounds for anonymity by their words, the most telling first: a ban on speaking says more than the sensitive
 * talks it is about, a reprisal more than the job it would cost.
 */
export const ENGLISH_REASONS: readonly ReasonRule[] = [
  {
    reasonClass: 'not-authorised',
    pattern:
      /\bauthori[sz](?:ed|ation)\b|\b(?:not|n[’']t|never) (?:been )?(?:permitted|allowed|cleared|empowered|supposed) to\b|\b(?:without|lack(?:ed|s|ing)?|no) (?:permission|authority|clearance)\b|\b(?:barred|prohibited|forbidden) from (?:speaking|talking|discussing|commenting)\b/i,
  },
  {
    reasonClass: 'victim-or-minor',
    pattern:
      /\b(?:minors?|under(?:age| 18| the age of)|juveniles?|child(?:ren)?|sexual(?:ly)? (?:assault|abuse|violence|abused|assaulted)|rape|victims?|survivors?|abuse)\b/i,
  },
  {
    reasonClass: 'safety-or-reprisal',
    pattern:
      /\b(?:reprisals?|retaliat\w*|retribution|repercussions?|persecut\w*|punish\w*|backlash|harass\w*|threat\w*|target(?:s|ed|ing)?|arrest\w*|detain\w*|detention|deport\w*|violence|attack\w*|harm(?:ed)?|kill(?:ed|ing)?|dangers?|dangerous|safety|unsafe|vengeance|consequences|life|lives|security (?:reasons|concerns?|grounds|risks?|fears?)|(?:her|his|their|own|personal|reasons of|fear(?:s|ing)? for|for) security)\b/i,
  },
  {
    reasonClass: 'job',
    pattern:
      /\b(?:jobs?|employ\w*|careers?|professional\w*|fired|livelihoods?|(?:his|her|their) (?:positions?|posts?|licen[cs]es?)|los(?:e|ing) (?:their|his|her) (?:work|position|posts?|business)|business (?:relationships?|interests?|ties)|blacklist\w*|colleagues|bosses)\b/i,
  },
  {
    reasonClass: 'legal',
    pattern:
      /\b(?:legal(?:ly)?|lawsuits?|litigation|prosecut\w*|court|judge|gag order|non-?disclosure|confidentiality (?:agreements?|rules|clauses?)|ongoing (?:investigation|case|inquiry|probe|criminal)|pending (?:case|investigation|litigation)|grand jury|by law|the law)\b/i,
  },
  {
    reasonClass: 'sensitive-talks',
    pattern:
      /\b(?:sensitiv\w*|delicate|private (?!li(?:fe|ves)\b|reasons?\b|famil|medical|health|citizen|individual|person)\w+|internal \w+|ahead of (?:an?|the|its|their) (?:\w+ )?announcement|confidential\w*|negotiations?|diploma\w*|classified|intelligence|not (?:yet )?(?:been )?(?:made )?(?:public|final|announced)|non-?public|closed-door|(?:talks|discussions?|deliberations?|conversations?|meetings?) (?:is|are|was|were) (?:private|ongoing|continuing|secret)|behind the scenes|candid(?:ly)?|frank(?:ly)?|freely|openly|strategy|plans)\b/i,
  },
  {
    reasonClass: 'privacy',
    pattern:
      /\b(?:privacy|private|personal|famil(?:y|ies)|stigma\w*|embarrass\w*|sham(?:e|ed|ing)|medical|health|immigration status|grief|relatives)\b/i,
  },
  { reasonClass: 'safety-or-reprisal', pattern: /\b(?:fear\w*|afraid|risk\w*|security|protect\w*)\b/i },
]
