const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)'
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?'
const YEAR = '(?:19|20)\\d\\d'
const PART = '(?: (?:morning|afternoon|evening|night))?'
const COUNT = '(?:\\d{1,3}|a|two|three|four|five|six|seven|eight|nine|ten|several|a few)'

/**
 * Date words of English news, longest form first. The words are the `date` group. "May" and "March" count
 * only beside a day, a year, or a preposition; a year only after a preposition.
 */
export const ENGLISH_DATES = new RegExp(
  `\\b(?<date>${[
    `${YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])\\b`,
    `${MONTH},? (?:of )?${YEAR}\\b`,
    `(?:${WEEKDAY},? )?${MONTH} ${DAY}\\b(?:,? ${YEAR}\\b)?`,
    `(?:${WEEKDAY},? )?(?:the )?${DAY}(?: of)? ${MONTH}(?:,? ${YEAR}\\b)?`,
    `(?:[Ee]arly|[Mm]id|[Ll]ate|the (?:end|beginning|middle|start) of)[- ]${MONTH}(?:,? ${YEAR}\\b)?`,
    `(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Tt]his past|[Tt]his coming) ${WEEKDAY}\\b${PART}`,
    `(?:[Ll]ast|[Nn]ext|[Tt]his) (?:week(?:end)?|month|year|spring|summer|autumn|fall|winter|${MONTH}(?! \\d))\\b`,
    `(?:[Ee]arlier|[Ll]ater) this (?:week|month|year)\\b`,
    `${WEEKDAY}\\b${PART}`,
    `(?:[Yy]esterday|[Tt]omorrow|[Tt]oday(?!['’]s)|[Tt]onight)\\b`,
    `${COUNT} (?:day|week|month|year)s? (?:ago|earlier)\\b`,
    `(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|of|through) )${MONTH}(?! [\\p{Lu}\\d])`,
    `(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate) )${YEAR}\\b(?![-–]\\d)`,
  ].join('|')})`,
  'gdu',
)

/** A line that only tells when the article was published or changed. Groups: the date words. */
export const ENGLISH_DATE_LINE = new RegExp(
  `^(?:(?<label>published|posted|first published|updated|last updated|modified|last modified|date)(?:\\s+(?:on|at))?\\s*[:\\-–—]?\\s*)?(?<words>(?:(?:${WEEKDAY}|Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:${MONTH} ${DAY},? ${YEAR}|${DAY} ${MONTH},? ${YEAR}|${YEAR}-\\d\\d-\\d\\d)|\\d\\d?[./]\\d\\d?[./]${YEAR})(?:T\\S+|[ ,|·-]*(?:at )?\\d\\d?[:.]\\d\\d.{0,20})?(?:[\\s,;|·—–-]*(?:last )?(?:updated|modified)(?: on)?\\s*:?\\s*[\\p{L}\\d ,.:-]{6,40})?$`,
  'diu',
)

/** Verbs of what is to come, before date words: "will meet on Monday", "the hearing continues on Tuesday". */
const TO_COME =
  /\b(?:will|shall|(?:is|are|was|were) (?:due|set|expected|scheduled|planned|slated) (?:to|for|on)|(?:is|are) to|plans? to|(?:continues?|begins?|starts?|opens?|reopens?|resumes?|ends?|closes?|expires?|meets?|votes?|takes? place|(?:runs?|lasts?) until))(?![\p{L}-])(?<between>[^.!?“”"]{0,90})$|['’]ll\s[^.!?“”"]{0,90}$/u
/** A telling in between is what the date words belong to: "who will resign said on Monday". */
const TOLD = /\b(?:said|told|announced|added|wrote|warned|reported|confirmed|testified)\b/

/** Whether date words tell of what is still to come; `before` is the text of their line up to them. */
export function isAheadInEnglish(before: string): boolean {
  const found = TO_COME.exec(before.slice(-140))
  return found !== null && !TOLD.test(found.groups?.between ?? '')
}
