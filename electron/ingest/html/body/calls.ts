/** Words with which a page turns to its reader: to follow, subscribe, write, donate, buy. One line a language. */
const ASKS = [
  "(?:please |you can (?:also )?)?(?:follow|like|join|find|friend|add) (?:us|me|him|her|them|@\\w+|(?:the |our )?[\\w.'’ -]{2,40}? on (?:twitter|facebook|instagram|telegram|whatsapp|linkedin|youtube|google news|x\\b))|subscribe (?:to|for|here|now|today)|sign up (?:to|for|here|now|today)|(?:click|tap) here|download (?:our|the) [\\w ]{0,30}app|get (?:the|our|more|all) [^.]{0,80}(?:newsletter|inbox|app|e-?mail alerts?)|(?:do you )?want (?:more|to (?:be informed|stay|receive|get|know more) )|(?:have|got) a (?:news )?(?:tip|story)|send (?:us|your (?:tips|letters?|feedback|comments))|(?:feedback: )?send us|submit your|e-?mail (?:us|me) (?:at|your)|contact (?:us|me|the (?:author|writer|reporter)) (?:at|on|via|by)|for more (?:news|stories)[, ]|(?:please )?(?:consider )?(?:donat(?:e|ing) (?:to|here|now|today)|support(?:ing)? (?:us|our))|make a donation|stay up[- ]to[- ]date|don['’]t miss (?:a|out|the latest)|read (?:the )?(?:full|original) (?:story|article)|join the (?:conversation|discussion)|check out (?:our|all)|buy (?:it|now)",
  'folge[nt]? (?:sie )?(?:uns|mir)|abonnier(?:e|en sie|t) |jetzt (?:abonnieren|anmelden|bestellen|testen|kaufen|spenden|registrieren)|melde(?:n sie sich|t? (?:dich|euch)) |lesen sie (?:auch|mehr)|lies auch|schreib(?:en sie|t)? uns|unterstütz(?:e|en sie|t) |gefällt (?:dir|ihnen|euch) |kennen sie schon|zum weiterlesen|verraten sie|(?:sie möchten|möchten sie|nie (?:mehr|wieder)) .{0,80}(?:newsletter|verpassen)',
  '(?:ya sabías que|mira lo que)|s[ií]guenos|siga-?nos|seguinos|suscr[ií]b(?:ete|ase|irse|ite)|reg[ií]strate|[úu]nete|descarga (?:la|nuestra)|le[ae] (?:también|más|además)|te puede interesar|vea también|mir[aá] también|haz clic|puede(?:s)? (?:escribir|seguir)(?:nos| a)|recib[ei] (?:las|nuestr|en tu)',
  "suivez|abonnez|inscrivez|rejoignez|lire (?:aussi|la suite|également)|(?:à|a) lire (?:aussi|sur|également)|cliquez|téléchargez (?:notre|l[’']app)|soutenez|faire un don|je fais un don|vous aimerez|voir aussi|recevez",
  'siga(?:-nos| o | a )|assine|inscreva|leia (?:também|mais)|veja (?:também|mais)|saiba mais|clique|baixe o app|receba|apoie|entre no (?:canal|grupo)',
  "segui(?:ci|teci)|iscriviti|abbonati|leggi (?:anche|tutto)|clicca|scarica l[a'’] ?app|ricevi|sostieni",
  'śledź nas|obserwuj nas|zapisz się|czytaj (?:też|także|więcej)|zobacz (?:też|także|więcej)|przeczytaj (?:też|także)|kliknij|polub|dołącz do|wesprzyj',
  'volg ons|abonneer|meld je|lees (?:ook|meer|verder)|klik hier|bekijk ook|følg oss|følg os|les også|læs også|läs (?:också|mer|även)|prenumerera|klicka här|lue myös',
  'подпи(?:шитесь|сывайтесь)|читайте (?:также|нас)|следите за|смотрите также|присоединяйтесь|підпи(?:шіться|суйтесь)|читайте також',
  '구독|팔로우|제보',
  'takip edin|abone ol|ayrıca (?:bakınız|okuyun)|baca juga|ikuti kami|xem thêm|đọc thêm',
].join('|')

const CALL = new RegExp(`^[\\s*•►>»(¡¿-]*(?:${ASKS})`, 'iu')

/** Whether a line begins as a call to its reader. That alone is no proof: people are quoted with such words too. */
export function isCall(words: string): boolean {
  return CALL.test(words)
}
