import { findAttributions } from '../attribution/find'
import type { Pack } from '../pack'
import { ENGLISH_DATE_LINE, ENGLISH_DATES, isAheadInEnglish } from './dates'
import {
  ENGLISH_AGENCIES,
  ENGLISH_BYLINES,
  ENGLISH_CAPTIONS,
  ENGLISH_CORRESPONDENT,
  ENGLISH_CREDIT_KEYS,
  ENGLISH_LINES,
  ENGLISH_NOT_A_NAME,
  ENGLISH_NOTICES,
} from './lines'
import { ENGLISH_REASONS } from './reasons'
import { resolveSources } from './resolve'

const OUTLET = "(?<name>(?:The )?\\p{Lu}[\\p{L}\\d’'&.\\-]*(?: (?:of |the )?\\p{Lu}[\\p{L}\\d’'&.\\-]*){0,4})"

/** All that the engine knows of English news. */
export const ENGLISH: Pack = {
  language: 'en',
  lines: ENGLISH_LINES,
  creditKeys: ENGLISH_CREDIT_KEYS,
  bylines: ENGLISH_BYLINES,
  notAName: ENGLISH_NOT_A_NAME,
  agencies: ENGLISH_AGENCIES,
  correspondents: ENGLISH_CORRESPONDENT,
  captions: ENGLISH_CAPTIONS,
  notices: ENGLISH_NOTICES,
  reasons: ENGLISH_REASONS,
  noticeReason:
    /(?<reason>(?:due to|because of|owing to|for fear of|out of (?:fear|concern)|amid|given)\s[^.;]{3,120}|for [^.;]{0,40}\b(?:reasons|safety|security|protection|privacy)\b|(?:in order )?to (?:protect|avoid|ensure|safeguard|preserve|prevent)\s[^.;]{3,120}|because\s[^.;]{3,160})/di,
  publishers: [
    {
      strong: true,
      pattern: new RegExp(
        `^(?:${OUTLET}) (?:works with|relies on|cooperates with|maintains) (?:a|its) (?:\\p{L}+ )?network\\b`,
        'du',
      ),
    },
    {
      strong: true,
      pattern: new RegExp(
        `(?:©|\\(c\\)|[Cc]opyright)\\s*(?:©\\s*)?(?:(?:19|20)\\d\\d(?:[-–]\\d+)?,?\\s*)?(?:by )?${OUTLET}`,
        'du',
      ),
    },
    {
      strong: true,
      pattern: new RegExp(`\\b(?:reflect|represent) the (?:views?|opinions?|position)s? of ${OUTLET}`, 'du'),
    },
    {
      strong: true,
      pattern: new RegExp(`\\b(?:first|originally) (?:appeared|published) (?:in|on|by) ${OUTLET}`, 'du'),
    },
    {
      strong: false,
      pattern: new RegExp(
        `\\b(?:told|informed|in an interview with|speaking (?:to|with)|spoke (?:to|with)) ${OUTLET}(?= on\\b| that\\b| in\\b| by\\b|[,.:]| [“"])`,
        'du',
      ),
    },
    {
      strong: false,
      hint: / (?:has learned|understands|could not |is not naming|agreed not to)/,
      pattern: new RegExp(
        `(?<!\\p{L} )${OUTLET} (?:has learned|understands|could not (?:independently )?verify|is not naming|agreed not to)\\b`,
        'du',
      ),
    },
  ],
  dateline:
    /^(?<dateline>\p{Lu}[\p{Lu}.’'-]+(?: [\p{Lu}.’'-]{2,}){0,3}(?:, \p{Lu}[\p{L}.]+(?: (?:\p{Lu}[\p{L}.]+|\d{1,2})){0,3}){0,2}|(?:\p{Lu}[\p{L}.’'-]+ ?){1,3}(?:, \p{Lu}[\p{L}. \d]{1,30})?(?= ?\(\p{Lu}[\p{L}. ]{1,30}\)\s*(?:—|–|-)))(?:,? ?\((?<agency>\p{Lu}[\p{L}. ]{1,30})\))?\s*(?:—|–|--|\s-)\s*/du,
  dateLine: ENGLISH_DATE_LINE,
  dates: ENGLISH_DATES,
  isAhead: isAheadInEnglish,
  findAttributions: (text, story) => findAttributions(text, { story, language: 'en' }),
  resolve: resolveSources,
}
