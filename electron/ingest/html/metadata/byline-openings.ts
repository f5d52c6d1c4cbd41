/**
 * The words that a byline opens with, in the languages that most pages are in. Shared by those who look for a byline on
 * a page and those who take one off a name.
 */

/** Words before "by". */
const BEFORE_BY =
  '(?:(?:all |alle |more |weitere |view all |zeige alle |see all )?(?:posts|articles|stories|artikel|beiträge|posted|published|written|words|story|reported|report|reporting|text|texte|gespeichert|alles|geschrieben|verfasst|erstellt|eingestellt|veröffentlicht|protokoll|publié|rédigé|écrit|propos recueillis|publicado|escrito|texto|pubblicato|scritto|a cura|skrevet|skriven|geschreven|(?:(?:ein|eine|blog|an?) ?)?(?:kolumne|gastbeitrag|beitrag|artikel|interview|reportage|kommentar|analyse|opinion|analysis|review|column|essay))\\s+)'
const BY = '(?:by|from|von|par|por|di|da|od|av|af|door|escribe)'
/** Words that name an author with a colon behind them. */
const LABELS =
  '(?:authors?|autor(?:in|en|as?|es|ka)?|auteure?s?|autore|autori|text|texte|texto|testo|tekst|teksti|redaktion|interview|reportage|reporter|kirjoittaja|oprac\\.?|napsala?|yazan|haber|автори?|автор тексту|текст|συντάκτης|κείμενο|بقلم|כתב|מאת)'
/** The same in East Asian pages, where a stroke or a sign of equality does as well. */
const EASTERN = '(?:作者|文|撰文|記者|记者|執筆|著者|取材|글|취재|글쓴이|작성자)'

/** The opening of an author value, to be taken off. */
export const OPENING = new RegExp(
  `^(?:${BEFORE_BY}?${BY}(?:\\s*:\\s*|\\s+)|(?:autor|autorin|author)\\s+|${LABELS}\\s*[:：]\\s*|${EASTERN}\\s*[:：=/／]\\s*|(?:Γράφε[ιί] [οη]|بقلم|مقال|מאת)\\s+)`,
  'iu',
)

/** A line that opens as a byline does: "By …", "Von …", "Author: …", "글=…". */
export const OPENS_BYLINE = new RegExp(
  `^\\s*(?:${BEFORE_BY}?(?:by|von|par|por|di|od|av|af|door|escribe)(?:\\s*:\\s*|\\s+|$)|${LABELS}\\s*[:：]|${EASTERN}\\s*[:：=/／]|(?:Γράφε[ιί] [οη]|بقلم|מאת)\\s+)`,
  'iu',
)

/** "By", or "Author:", and nothing else. */
export const OPENING_ALONE = new RegExp(
  `^[\\s|·•–-]*(?:${BEFORE_BY}?(?:by|von|par|por|door|av|af|di)\\s*:?|${LABELS}\\s*[:：]|${EASTERN}\\s*[:：])\\s*$`,
  'iu',
)
