const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Words for a person that say nothing more of them: bare without a modifier. */
export const BARE = set(
  'source sources person people someone somebody individual individuals informant informants insider insiders man men woman women one',
)

/** Nouns for people who speak; decides only where a capital at the head of a sentence leaves it open. */
export const PEOPLE = set(`
  source sources official officials officer officers agent agents resident residents analyst analysts expert experts
  critic critics observer observers witness witnesses eyewitness eyewitnesses diplomat diplomats lawyer lawyers attorney
  attorneys prosecutor prosecutors investigator investigators researcher researchers scientist scientists doctor doctors
  nurse nurses worker workers employee employees manager managers executive executives aide aides adviser advisers advisor
  advisors lawmaker lawmakers legislator legislators senator senators representative representatives spokesman spokeswoman
  spokesperson spokespeople supporter supporters opponent opponents activist activists protester protesters organizer
  organizers organiser organisers voter voters trader traders farmer farmers fisherman fishermen neighbor neighbors
  neighbour neighbours relative relatives parent parents mother mothers father fathers student students teacher teachers
  professor professors economist economists historian historians author authors soldier soldiers commander commanders
  guard guards smuggler smugglers broker brokers insider insiders informant informants defector defectors refugee
  refugees survivor survivors victim victims colleague colleagues friend friends leader leaders member members
  politician politicians strategist strategists pollster pollsters economist economists reporter reporters journalist
  journalists engineer engineers technician technicians director directors chairman chairwoman minister ministers
  delegate delegates governor governors mayor mayors judge judges juror jurors inspector inspectors veteran veterans
  consultant consultants contractor contractors vendor vendors merchant merchants passenger passengers driver drivers
  villager villagers citizen citizens local locals man men woman women people person persons individual individuals
  republicans democrats conservatives liberals child children staffer staffers operative operatives volunteer volunteers
  negotiator negotiators envoy envoys detective detectives detainee detainees inmate inmates guest guests user users
  captain captains operator operators developer developers trader foreman foremen staff crew crews driver drivers welder
  welders docker dockers nurse mechanic mechanics envoy chair secretary head chief president cook cooks fitter fitters
  aide midwife midwives clerk clerks cleaner cleaners tenant tenants shopkeeper shopkeepers pilot pilots sailor sailors docker dockers clerk clerks bookkeeper accountant patient patients`)

const ABSTRACT =
  /(?:[ts]ion|ment|ness|ity|ism|ance|ence|ship|[^k]ing|ics)s?$|^(?:problem|win|defeat|dispute|dynamic|fact|share|manner|suspicion|referendum|system|issue|question|race|crisis|trend|fight|case|idea|debate|event|rise|move|effort|chance|hope|fear|doubt|call|response)s?$/
/** Words with such an ending for people all the same. */
const COLLECTIVE = set(`
  community communities opposition leadership establishment minority delegation nation audience management congregation
  population generation resistance alliance intelligence membership citizenship clergy being beings celebrity celebrities institution institutions`)

/** Whether a noun is a thing that happens or is thought, which nobody can be asked. */
export function isAbstract(noun: string): boolean {
  return ABSTRACT.test(noun) && !COLLECTIVE.has(noun) && !ORGANISATIONS.has(noun.replace(/s$/, ''))
}

/** Institutions that speak as such, named or not. */
export const ORGANISATIONS = set(`
  police government governments ministry department agency court bank university administration committee commission
  council campaign organisation organization company firm party military army navy embassy consulate office bureau
  board union hospital newspaper network station magazine association foundation institute parliament congress senate
  regime authorities authority jury panel cabinet federation league corporation group coalition center centre museum
  prosecution defence defense school college church team club airline manufacturer retailer utility
  outlet publication state startup business delegation watchdog charity nonprofit ngo division branch coroner tribunal assembly secretariat taskforce command fbi cia`)

/** Words in the name of an institution. */
export const ORGANISATION_NAME = set(`
  ministry department agency court bank university administration committee commission council campaign organisation
  organization company party army navy embassy consulate office bureau board union hospital association foundation
  institute parliament congress senate authority federation league corporation corp corp. inc inc. ltd ltd. co. llc plc
  group coalition center centre museum school college church house times post news journal herald tribune gazette
  press agency network police force guard service services society trust fund academy laboratory lab labs international
  watch alliance project nations kremlin pentagon government states kingdom republic security affairs division branch
  club team airlines airways motors systems technologies partners holdings media radio television tv studios secretariat
  assembly nato line lines harbour harbor port water ferries coaches energy power electric gas oil steel foods shipping
  logistics telecom insurance capital ventures consulting solutions software works mills mines mining railways rail
  transport tours hotels resorts stores markets farms fisheries workers teachers movement initiative courier monitor
  gazette chronicle observer tribune wire conference pac caucus`)

/** Papers, data and recordings that are cited. */
export const DOCUMENTS = set(`
  record report reports statement statements indictment lawsuit filing filings document documents study studies survey surveys
  poll polls memo memos memorandum letter letters email emails e-mail e-mails affidavit complaint papers records law data
  figures statistics website book transcript transcripts tweet tweets post posts article articles story analysis review
  audit release notice order ruling paper file files video footage recording recordings book logs log minutes census
  testimony decree bulletin announcement readout message messages advisory register ledger account accounts bill
  research finding findings evidence polling constitution returns warrant declaration resolution directive results result
  tally tallies count rules speech speeches plan plans proposal proposals comment comments remark remarks ad ads`)

/** Places whose name stands for their government, and countries. */
export const PLACES = set(`
  China Russia Japan Korea Iran Iraq Israel Syria Turkey Germany France Britain England Spain Italy Poland Ukraine India
  Pakistan Afghanistan Canada Mexico Brazil Cuba Venezuela Australia Vietnam Taiwan Thailand Myanmar Cambodia Indonesia
  Malaysia Philippines Egypt Libya Sudan Ethiopia Kenya Nigeria Washington Beijing Moscow Pyongyang Seoul Tokyo London
  Paris Berlin Brussels Kyiv Kiev Tehran Baghdad Damascus Ankara Delhi Islamabad Kabul Ottawa Canberra Hanoi Taipei
  Dandong America Europe Asia Africa U.S. US UK U.K. EU`)

/** Ranks and forms of address before a name. */
export const TITLE =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Rear|Admiral|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Rev|Hon|St|Sir|Dame|Lord|Lady|Judge|Justice|Chief|Police|President|Vice|Prime|Foreign|Defen[cs]e|Finance|Interior|Deputy|Assistant|Minister|Premier|Chancellor|King|Queen|Prince|Princess|Pope|Cardinal|Bishop|Archbishop|Ambassador|Secretary|Senator|Congressman|Congresswoman|Representative|Governor|Mayor|Attorney|General|Commissioner|Director|Chairman|Chairwoman|Chair|Speaker|Professor|Doctor|Captain|Colonel|Major|Sergeant|Lieutenant|Officer|Detective|Inspector|Sheriff|Superintendent|Councilman|Councilwoman|Councillor|Supreme|Leader|Former|Acting|State|House|Senate|Majority|Minority|Republican|Democratic|Democrat|US|U\.S\.|of)\.?)$/

/** Ranks after which only a name follows, whatever stands before them ("Vermont Sen."). */
export const RANK =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Rev)\.?|Sir|President|Minister|Premier|Chancellor|Senator|Congressman|Congresswoman|Governor|Mayor|Ambassador|Secretary|Admiral|General|Commissioner|Chairman|Chairwoman|Professor|Doctor|Captain|Colonel|Major|Sergeant|Lieutenant|Officer|Detective|Inspector|Sheriff|Superintendent|Councilman|Councilwoman|Councillor|Judge|Justice|Pope|Cardinal|Bishop|Archbishop|King|Queen|Prince|Princess|Spokesman|Spokeswoman|CEO|Chief|Analyst|Speaker|Leader|Whip|Director)$/

export const PRONOUNS = set(
  'he she they it i we you who him her them us me himself herself themselves itself this that these those which whom what',
)
/** Quantifiers that stand for nobody one could ask. */
export const NOBODY = set(
  'many some others most few several all everyone everybody nobody anyone anybody none another other any each both either neither much more',
)

export const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
}

const PLURALS = set('people men women children authorities staff personnel media fishermen spokespeople')

/** Whether a noun names several. */
export function isPlural(noun: string): boolean {
  const lower = noun.toLowerCase()
  return PLURALS.has(lower) || (/[a-z]{2,}s$/.test(lower) && !/(?:ss|us|is|ics|news|series)$/.test(lower))
}
