/** Words that label what surrounds an article, in the languages most pages are in; a whole block of nothing else. */
const LABELS = new Set(
  [
    'advertisement|advertisements|advert|ad|ads|sponsored|sponsored content|promoted|continue reading below|story continues below|article continues below',
    'share|share this|share this article|share this story|share on facebook|tweet|e-mail|email|print|save|copy link|comments|comment|leave a comment|leave a reply',
    'read more|more|see also|also read|related|related articles|related stories|related posts|related content|more on this|more on this story|recommended|you may also like|top stories|trending|most read|most popular',
    'tags|filed under|topics|categories|category|about the author|follow us|subscribe|sign up|newsletter|back to top|continue reading|keep reading|view comments|show comments|comments are closed|listen to article|listen to this article|listen|gallery|slideshow|photos|recent posts|latest posts|from our partners|paid content|skip to content|story highlights|more from this author|editor’s picks|editors’ picks|click to enlarge|enlarge|close|menu|search|home|loading',
    'anzeige|werbung|teilen|merken|drucken|kommentare|kommentar schreiben|kommentare schreiben|mehr zum thema|mehr dazu|lesen sie auch|lesen sie mehr|das könnte sie auch interessieren|weiterlesen|weitere artikel|nach oben|zurück|bild anzeigen|weitere informationen|zum thema|artikel|quelle|vorlesen|zur startseite|schlagworte|themen|zurück zur übersicht|zurück zur liste|siehe auch|weiterführender link|weiterführende links|mehr themen|weitere themen|weitere meldungen|zum weiterlesen|bild anzeigen bild schließen|bild vergrößern|artikel anhören|artikel teilen|kommentare geschlossen|schlagwörter|mehr aus dem ressort',
    'publicité|partager|imprimer|commentaires|à lire aussi|lire aussi|lire la suite|sur le même sujet|voir aussi|articles liés|vous aimerez aussi|écouter l’article|permalien|mots-clés',
    'publicidad|compartir|imprimir|comentarios|lea también|lee también|ver más|te puede interesar|noticias relacionadas|etiquetas|temas|versión impresa|saber más|leer más|por si no lo viste|vea también|mirá también|te recomendamos|lo más leído|notas relacionadas|más noticias|suscríbete|síguenos',
    'publicidade|continua depois da publicidade|continua após a publicidade|compartilhe|compartilhar|veja também|leia também|leia mais|saiba mais|comentários',
    'pubblicità|condividi|stampa|leggi anche|leggi tutto|commenti|articoli correlati',
    'reklama|udostępnij|zobacz także|czytaj także|czytaj też|zobacz też|komentarze|czytaj więcej|drukuj|polecamy|tagi|czytaj dalej|najnowsze|udostępnij artykuł',
    'advertentie|delen|lees ook|lees meer|reacties|annons|dela|läs också|läs mer|mainos|jaa|annonse|les også|del|læs også|reklame',
    'реклама|поделиться|читайте также|комментарии|смотрите также|по теме|поширити|читайте також',
    '広告|共有|関連記事|続きを読む|シェア|あわせて読みたい|广告|分享|相关文章|相关新闻|更多|廣告|相關文章|延伸閱讀',
    '광고|공유|공유하기|관련기사|관련 기사|댓글|인쇄|스크랩|더보기|좋아요|구독|많이 본 뉴스|많이 본 기사|추천기사|목록|맨위로|글자크기|기사 공유하기',
    'reklam|paylaş|ilgili haberler|iklan|bagikan|baca juga|quảng cáo|chia sẻ|xem thêm',
  ].flatMap((line) => line.split('|')),
)

/** A line that is nothing but a day and perhaps an hour. */
const ONLY_DATE =
  /^(?:\p{L}+,?\s)?(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{4}[./-]\s?\d{1,2}[./-]\s?\d{1,2})\.?(?:,?\s*(?:[-–|•]\s*)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?(?:uhr|am|pm|h))?)?$|^\d{1,2}:\d{2}(?:\s?(?:uhr|am|pm))?$/iu

/** How long a reading or hearing takes: "5 min read", "weiterlesen 12 Minuten", "Lesezeit: 3 Min." */
const MINUTES = '\\d{1,3}[ -]?(?:min(?:s|uten?|utes?|utos?|uti|\\.)?|분)'
const READING_TIME = new RegExp(
  `^(?:(?:reading time|read|lesezeit|weiterlesen|tiempo de lectura|temps de lecture|tempo di lettura|leestijd|przeczytanie zajmie|czas czytania)\\W{0,3}(?:ca\\. |~)?${MINUTES}|.{0,40}\\b${MINUTES} (?:read|listen|lesezeit|de lectura|de lecture|di lettura|de leitura))$`,
  'iu',
)
/** What follows a colon: the section a page was filed under. */
const FILED =
  /^(?:category|categories|filed under|tags?|kategorien?|schlagworte|rubrik|catégorie|categor[ií]a|rubrique|topics?) ?: ?\P{P}{1,40}$/iu

/** Whether the words of a whole block are only a label: "Advertisement", "Lesen Sie auch:", "27.01.2022". */
export function isLabel(words: string): boolean {
  const bare = words.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return (
    bare === '' || LABELS.has(bare) || ONLY_DATE.test(words) || READING_TIME.test(words) || FILED.test(words)
  )
}
