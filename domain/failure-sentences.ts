import { damagedPart } from './damage'
import type { Failure, FailureCode } from './failure'
import { withVisibleControls } from './visible-controls'

export const SENTENCE_LOCALES = ['en', 'ko'] as const
export type SentenceLocale = (typeof SENTENCE_LOCALES)[number]

/**
 * Templates. `{key}` is filled from the failure's detail; a part in square brackets is left out unless every key in
 * it is known, so that each sentence reads well without any detail. `{key:bytes}` is a number of bytes.
 *
 * Detail keys: `file` a file's or folder's base name · `limit` and `found` what is allowed and what was there
 * (bytes, or a format's number) · `place` the number of a word, from one · `seconds` · `times` · `what` a part of the library, or a kind
 * of damage, which is named in the sentence's language · `format` · `word`.
 *
 * Korean keeps particles off the filled words, whose last sound is unknown.
 */
type Sentences = Readonly<Record<SentenceLocale, string>>

const OF_THE_VAULT = {
  'vault-not-found': {
    en: 'There is no library[ called “{file}”] in this place. Choose another folder, or create a new library.',
    ko: '이 위치에 [“{file}” ]라이브러리가 없습니다. 다른 폴더를 선택하거나 새 라이브러리를 만들어 주세요.',
  },
  'vault-not-a-vault': {
    en: 'The folder[ “{file}”] is not a Colophon library. Choose a folder whose name ends in “.colophon”.',
    ko: '[“{file}” ]폴더는 Colophon 라이브러리가 아닙니다. 이름이 “.colophon”으로 끝나는 폴더를 선택해 주세요.',
  },
  'vault-header-damaged': {
    en: 'The part of this library that holds its lock is damaged, and so is its spare, so it cannot be opened. Nothing was changed. Put the folder back from a backup, and keep the damaged one.',
    ko: '이 라이브러리의 잠금 정보와 그 예비본이 모두 손상되어 열 수 없습니다. 아무것도 바뀌지 않았습니다. 백업에서 폴더를 되살리고, 손상된 폴더도 보관해 주세요.',
  },
  'vault-from-the-future': {
    en: 'This library was made by a newer Colophon[ (its format is {found}, this program reads up to {limit})]. Update Colophon, then open it again. Nothing was changed.',
    ko: '이 라이브러리는 더 새로운 Colophon에서 만들어졌습니다[(라이브러리 형식 {found}, 이 프로그램은 {limit}까지 지원)]. Colophon을 업데이트한 뒤 다시 열어 주세요. 아무것도 바뀌지 않았습니다.',
  },
  'vault-parameters-refused': {
    en: 'The protection settings stored with this library are outside the safe limits, so it was not opened. Its files may have been altered: put the folder back from a backup.',
    ko: '이 라이브러리에 저장된 보호 설정이 안전한 범위를 벗어나 열지 않았습니다. 파일이 변조되었을 수 있으니 백업에서 폴더를 되살려 주세요.',
  },
  'vault-exists': {
    en: 'There is already something[ called “{file}”] in this place. Choose another name or an empty folder.',
    ko: '이 위치에 [“{file}” ]항목이 이미 있습니다. 다른 이름이나 빈 폴더를 선택해 주세요.',
  },
  'vault-in-use': {
    en: 'This library is already open in another program or window. Close it there, then try again.',
    ko: '이 라이브러리는 다른 프로그램이나 창에서 이미 열려 있습니다. 그곳에서 닫은 뒤 다시 시도해 주세요.',
  },
  'vault-locked': {
    en: 'The library is locked. Unlock it with its passphrase, then try again.',
    ko: '라이브러리가 잠겨 있습니다. 암호 문구로 잠금을 푼 뒤 다시 시도해 주세요.',
  },
  'vault-damaged': {
    en: 'Part of this library is damaged[: {what}]. Make a copy of its folder as it is, then put the library back from a backup, or rescue what can still be read.',
    ko: '이 라이브러리의 일부가 손상되었습니다[: {what}]. 폴더를 그대로 복사해 둔 뒤, 백업에서 라이브러리를 되살리거나 아직 읽을 수 있는 것을 구조해 주세요.',
  },
  'vault-changes-missing': {
    en: 'The last changes to this library are missing[ ({times} of them)]: a file of it was cut short, or put back from an older copy. Nothing was changed. Rescue what is there into a new library, or put the library back from a backup.',
    ko: '이 라이브러리의 마지막 변경 내용이 없습니다[({times}건)]. 파일이 잘렸거나 예전 사본으로 바뀌었습니다. 아무것도 바뀌지 않았습니다. 남아 있는 것을 새 라이브러리로 구조하거나, 백업에서 라이브러리를 되살려 주세요.',
  },
  'vault-not-writable': {
    en: 'Colophon may not write in this folder. Choose another place, or allow writing there and try again.',
    ko: '이 폴더에 쓸 수 없습니다. 다른 위치를 선택하거나, 쓰기를 허용한 뒤 다시 시도해 주세요.',
  },
  'wrong-passphrase': {
    en: 'This passphrase does not open the library. Nothing was changed: check capital letters and the keyboard language, and try again.',
    ko: '이 암호 문구로는 라이브러리가 열리지 않습니다. 아무것도 바뀌지 않았으니, 대소문자와 한/영 상태를 확인하고 다시 시도해 주세요.',
  },
  'passphrase-too-weak': {
    en: 'This passphrase could be guessed. Add a few more words, or take the six words that Colophon offers.',
    ko: '이 암호 문구는 추측될 수 있습니다. 단어를 몇 개 더하거나, Colophon이 제안하는 여섯 단어를 사용해 주세요.',
  },
  'passphrase-missing': {
    en: 'A passphrase is needed. Type it when asked; a script gives it as COLOPHON_PASSPHRASE.',
    ko: '암호 문구가 필요합니다. 요청할 때 입력해 주세요. 스크립트에서는 COLOPHON_PASSPHRASE로 전달합니다.',
  },
  'wrong-recovery-code': {
    en: 'This recovery code belongs to another library, or was replaced by a newer one. Nothing was changed: look for the newest kit of this library.',
    ko: '다른 라이브러리의 복구 코드이거나 새 코드로 바뀐 코드입니다. 아무것도 바뀌지 않았으니, 이 라이브러리의 가장 최근 복구 안내지를 찾아 주세요.',
  },
  'recovery-code-mistyped': {
    en: 'These are not the 24 words of a recovery code[: word {place} is none of its words]. Compare them with your kit, one by one.',
    ko: '복구 코드의 24단어가 아닙니다[. {place}번째 단어가 목록에 없습니다]. 복구 안내지와 한 단어씩 견주어 주세요.',
  },
  'recovery-code-missing': {
    en: 'The recovery code is needed: its 24 words. Type them when asked; a script gives them as COLOPHON_RECOVERY_CODE.',
    ko: '복구 코드 24단어가 필요합니다. 요청할 때 입력해 주세요. 스크립트에서는 COLOPHON_RECOVERY_CODE로 전달합니다.',
  },
  'vault-without-recovery-code': {
    en: 'This library has no recovery code: only its passphrase opens it. If an older copy of the library had one, it does not open this one.',
    ko: '이 라이브러리에는 복구 코드가 없어 암호 문구로만 열 수 있습니다. 예전 사본에 복구 코드가 있었더라도 이 라이브러리는 열리지 않습니다.',
  },
} satisfies Partial<Record<FailureCode, Sentences>>

const OF_A_FILE = {
  'file-not-found': {
    en: 'There is no file[ “{file}”] in this place. Check the name and choose it again.',
    ko: '이 위치에 [“{file}” ]파일이 없습니다. 이름을 확인하고 다시 선택해 주세요.',
  },
  'file-unreadable': {
    en: 'The file[ “{file}”] could not be read. Allow reading it, or copy it to another place, and try again.',
    ko: '[“{file}” ]파일을 읽을 수 없습니다. 읽기를 허용하거나 다른 위치로 복사한 뒤 다시 시도해 주세요.',
  },
  'file-vanished': {
    en: 'The file[ “{file}”] went away while it was being read. Put it back and import it again.',
    ko: '읽는 도중에 [“{file}” ]파일이 사라졌습니다. 파일을 되돌려 놓고 다시 가져와 주세요.',
  },
  'file-empty': {
    en: 'The file[ “{file}”] is empty. Save the article again and import the new file.',
    ko: '[“{file}” ]파일이 비어 있습니다. 기사를 다시 저장한 뒤 새 파일을 가져와 주세요.',
  },
  'file-binary': {
    en: 'The file[ “{file}”] does not hold text. Save the article as text or as a web page, and import that.',
    ko: '[“{file}” ]파일에는 글이 들어 있지 않습니다. 기사를 텍스트나 웹 페이지로 저장한 뒤 가져와 주세요.',
  },
  'file-too-large': {
    en: 'The file[ “{file}”] is too large[ ({found:bytes})][; the limit is {limit:bytes}]. Split it, or save only the article, and import that.',
    ko: '[“{file}” ]파일이 너무 큽니다[({found:bytes})][. 한도는 {limit:bytes}입니다]. 파일을 나누거나 기사만 저장한 뒤 가져와 주세요.',
  },
  'file-damaged': {
    en: 'The file[ “{file}”] is damaged or breaks off, so this part of it cannot be read. Save or download it again, and import that.',
    ko: '[“{file}” ]파일이 손상되었거나 중간에 끊겨 이 부분을 읽을 수 없습니다. 다시 저장하거나 내려받은 뒤 가져와 주세요.',
  },
  'file-over-limits': {
    en: 'The file[ “{file}”] holds more than Colophon unpacks: it is nested too deeply, has too many parts, or grows too large. It was left as it is. If you trust it, take the articles out of it and import those.',
    ko: '[“{file}” ]파일을 풀면 너무 커지거나, 너무 깊거나, 항목이 너무 많습니다. 파일은 그대로 두었습니다. 믿을 수 있는 파일이라면 기사를 꺼내어 가져와 주세요.',
  },
  'file-encrypted': {
    en: 'The file[ “{file}”] is protected by a password. Save it without one, and import that.',
    ko: '[“{file}” ]파일이 암호로 보호되어 있습니다. 암호 없이 저장한 뒤 가져와 주세요.',
  },
  'file-undecodable': {
    en: 'The letters in the file[ “{file}”] could not be recognised. Save it again as UTF-8, and import that.',
    ko: '[“{file}” ]파일의 글자를 알아볼 수 없습니다. UTF-8로 다시 저장한 뒤 가져와 주세요.',
  },
  'file-format-unsupported': {
    en: 'Colophon cannot read this kind of file[ ({format})] yet[: “{file}”]. Save the article as text or as a web page, and import that.',
    ko: '아직 읽을 수 없는 형식[({format})]의 파일입니다[: “{file}”]. 기사를 텍스트나 웹 페이지로 저장한 뒤 가져와 주세요.',
  },
  'file-not-an-article': {
    en: 'No article was found in the file[ “{file}”]. Open the article itself, save that page, and import it.',
    ko: '[“{file}” ]파일에서 기사를 찾지 못했습니다. 기사 본문 페이지를 열어 저장한 뒤 가져와 주세요.',
  },
  'file-only-addresses': {
    en: 'The file[ “{file}”] lists addresses and holds no articles. Colophon never fetches anything: open each address in a browser, save the page, and import that.',
    ko: '[“{file}” ]파일에는 주소만 있고 기사가 없습니다. Colophon은 아무것도 내려받지 않으니, 브라우저에서 주소를 열어 페이지를 저장한 뒤 가져와 주세요.',
  },
  'entry-without-text': {
    en: 'The list[ “{file}”] tells of this and does not bring its text. Export it again together with its files (in Zotero: “Zotero RDF” with “Export Files”), and import that whole folder.',
    ko: '[“{file}” ]목록에는 서지 정보만 있고 본문이 없습니다. 파일을 포함해 다시 내보낸 뒤(Zotero에서는 “Zotero RDF”와 “파일 내보내기”) 그 폴더 전체를 가져와 주세요.',
  },
  'file-only-pictures': {
    en: 'The file[ “{file}”] holds pictures of pages and no text: it is a scan. Have its text recognised (OCR), and import the result.',
    ko: '[“{file}” ]파일에는 글자 없이 페이지 그림만 있습니다(스캔본). 문자 인식(OCR)을 거친 뒤 가져와 주세요.',
  },
  'folder-empty': {
    en: 'There is nothing to import in the folder[ “{file}”]. Choose another folder, or choose files.',
    ko: '[“{file}” ]폴더에 가져올 것이 없습니다. 다른 폴더나 파일을 선택해 주세요.',
  },
  'parser-timed-out': {
    en: 'Reading the file[ “{file}”] took too long[ (more than {seconds} seconds)] and was stopped. The other files go on; save the article in a simpler form and import it again.',
    ko: '[“{file}” ]파일을 읽는 데 시간이 너무 오래 걸려[({seconds}초 초과)] 중단했습니다. 다른 파일은 계속 진행됩니다. 기사를 더 단순한 형식으로 저장한 뒤 다시 가져와 주세요.',
  },
  'parser-out-of-memory': {
    en: 'Reading the file[ “{file}”] needed too much memory and was stopped. The other files go on; save only the article and import it again.',
    ko: '[“{file}” ]파일을 읽는 데 메모리가 너무 많이 필요해 중단했습니다. 다른 파일은 계속 진행됩니다. 기사만 저장한 뒤 다시 가져와 주세요.',
  },
  'parser-crashed': {
    en: 'Reading the file[ “{file}”] stopped unexpectedly. The other files go on; save the article in another form and import it again.',
    ko: '[“{file}” ]파일을 읽는 작업이 예기치 않게 중단되었습니다. 다른 파일은 계속 진행됩니다. 기사를 다른 형식으로 저장한 뒤 다시 가져와 주세요.',
  },
} satisfies Partial<Record<FailureCode, Sentences>>

const OF_THE_LIBRARY = {
  'article-not-found': {
    en: 'This article is not in the library. It may have been removed: choose another one from the list.',
    ko: '이 기사는 라이브러리에 없습니다. 삭제되었을 수 있으니 목록에서 다른 기사를 선택해 주세요.',
  },
  'capture-not-found': {
    en: 'This version of the article is not in the library. Choose another version.',
    ko: '기사의 이 판은 라이브러리에 없습니다. 다른 판을 선택해 주세요.',
  },
  'note-not-found': {
    en: 'This note is no longer in the library. Open the article again to see its notes.',
    ko: '이 메모는 더 이상 라이브러리에 없습니다. 기사를 다시 열어 메모를 확인해 주세요.',
  },
  'correction-not-found': {
    en: 'This correction is no longer in the library. Open the article again to see those that are.',
    ko: '이 정정은 더 이상 라이브러리에 없습니다. 기사를 다시 열어 남아 있는 정정을 확인해 주세요.',
  },
  'text-reads-otherwise': {
    en: 'This version of Colophon reads another text out of the same file, so your notes and corrections would lose their places. Nothing was changed; import the page again as a new file to have both.',
    ko: '이 버전의 Colophon은 같은 파일을 다른 글로 읽으므로 메모와 정정이 자리를 잃게 됩니다. 아무것도 바뀌지 않았습니다. 둘 다 보려면 페이지를 새 파일로 다시 가져와 주세요.',
  },
  'quote-not-found': {
    en: 'These words were not found in the article. Copy them exactly as they stand there, and try again.',
    ko: '기사에서 이 문구를 찾지 못했습니다. 기사에 있는 그대로 복사한 뒤 다시 시도해 주세요.',
  },
  'quote-ambiguous': {
    en: 'These words stand in the article more than once[ ({times} times)]. Give more words around them, and try again.',
    ko: '이 문구는 기사에 두 번 이상 나옵니다[({times}번)]. 앞뒤 문구를 더 넣어 다시 시도해 주세요.',
  },
  'query-not-understood': {
    en: 'This search could not be understood[ at “{word}”]. Close every quotation mark, or search for plain words.',
    ko: '이 검색어를 이해하지 못했습니다[(“{word}” 부분)]. 따옴표가 모두 닫혔는지 확인하거나 단어만으로 검색해 주세요.',
  },
  cancelled: {
    en: 'Cancelled. What was finished before stays; start again to go on.',
    ko: '취소했습니다. 그전에 끝난 것은 그대로 남아 있으며, 다시 시작하면 이어집니다.',
  },
  'export-exists': {
    en: 'There is already a file[ “{file}”] in this folder. Nothing was written: choose another folder, or allow replacing it.',
    ko: '이 폴더에 [“{file}” ]파일이 이미 있습니다. 아무것도 쓰지 않았습니다. 다른 폴더를 선택하거나 바꾸기를 허용해 주세요.',
  },
  'export-not-writable': {
    en: 'Colophon may not write in this folder[ “{file}”]. Nothing was written: choose another folder, or allow writing there.',
    ko: '[“{file}” ]폴더에 쓸 수 없습니다. 아무것도 쓰지 않았습니다. 다른 폴더를 선택하거나 쓰기를 허용해 주세요.',
  },
  'export-nothing-chosen': {
    en: 'No article is chosen. Choose at least one article, then export.',
    ko: '선택한 기사가 없습니다. 기사를 하나 이상 선택한 뒤 내보내 주세요.',
  },
} satisfies Partial<Record<FailureCode, Sentences>>

const OF_A_BACKUP = {
  'backup-exists': {
    en: 'There is already something else[ called “{file}”] in this place, and it is not a backup of this library. Nothing was replaced: choose another name.',
    ko: '이 위치에 [“{file}” ]항목이 이미 있으며, 이 라이브러리의 백업이 아닙니다. 아무것도 바꾸지 않았습니다. 다른 이름을 선택해 주세요.',
  },
  'backup-inside-library': {
    en: 'A backup inside the folder of the library would be lost together with it. Choose another folder, best on another disk.',
    ko: '라이브러리 폴더 안에 둔 백업은 라이브러리와 함께 사라집니다. 다른 폴더를 선택해 주세요. 다른 디스크가 가장 좋습니다.',
  },
  'backup-not-writable': {
    en: 'Colophon may not write the backup[ “{file}”] in this folder. Earlier backups are as they were: choose another folder, or allow writing there.',
    ko: '이 폴더에 [“{file}” ]백업을 쓸 수 없습니다. 이전 백업은 그대로 있습니다. 다른 폴더를 선택하거나 쓰기를 허용해 주세요.',
  },
  'backup-not-verified': {
    en: 'The new backup did not pass its check[ ({what})] and was thrown away. Earlier backups are as they were: try another disk, and have the library checked.',
    ko: '새 백업이 검사를 통과하지 못해[({what})] 버렸습니다. 이전 백업은 그대로 있습니다. 다른 디스크에 다시 시도하고, 라이브러리도 점검해 주세요.',
  },
  'backup-not-a-backup': {
    en: 'The file[ “{file}”] is not a backup of a Colophon library. Choose a file whose name ends in “.colophon-backup”.',
    ko: '[“{file}” ]파일은 Colophon 라이브러리의 백업이 아닙니다. 이름이 “.colophon-backup”으로 끝나는 파일을 선택해 주세요.',
  },
  'backup-damaged': {
    en: 'The backup[ “{file}”] is damaged[: {what}]. Nothing was restored: try an older generation of it, or a copy on another disk.',
    ko: '[“{file}” ]백업이 손상되었습니다[: {what}]. 아무것도 복원하지 않았습니다. 이전 세대의 백업이나 다른 디스크에 있는 사본을 사용해 보세요.',
  },
} satisfies Partial<Record<FailureCode, Sentences>>

const ANYWHERE = {
  'disk-full': {
    en: 'The disk is full. Nothing was half-written: free some space[ (about {limit:bytes})] and try again.',
    ko: '디스크가 가득 찼습니다. 쓰다 만 것은 없습니다. 공간을 확보한 뒤[({limit:bytes} 정도)] 다시 시도해 주세요.',
  },
  'not-enough-memory': {
    en: 'There is not enough free memory to unlock the library[ ({limit:bytes} are needed)]. Close other programs and try again.',
    ko: '라이브러리를 여는 데 필요한 메모리가 부족합니다[({limit:bytes} 필요)]. 다른 프로그램을 닫고 다시 시도해 주세요.',
  },
  'not-in-this-version': {
    en: 'This is not in this version of Colophon[: {what}]. A later one will have it.',
    ko: '이 버전의 Colophon에는 아직 없는 기능입니다[: {what}]. 이후 버전에서 제공됩니다.',
  },
  'request-refused': {
    en: 'Colophon refused this request because it did not have the expected form. Close the window, open it again and retry.',
    ko: '요청의 형식이 맞지 않아 처리하지 않았습니다. 창을 닫았다가 다시 연 뒤 시도해 주세요.',
  },
  internal: {
    en: 'Something in Colophon went wrong. What was saved is safe: try again, and start Colophon anew if it happens twice.',
    ko: 'Colophon 안에서 문제가 생겼습니다. 저장된 것은 안전합니다. 다시 시도하고, 반복되면 Colophon을 다시 시작해 주세요.',
  },
} satisfies Partial<Record<FailureCode, Sentences>>

/** A sentence for every code: a code without one is a compile error. */
const SENTENCES: Readonly<Record<FailureCode, Sentences>> = {
  ...OF_THE_VAULT,
  ...OF_A_FILE,
  ...OF_THE_LIBRARY,
  ...OF_A_BACKUP,
  ...ANYWHERE,
}

/**
 * The sentence for a failure: what happened and what to do next, for a person.
 *
 * `detail` fills the placeholders (see `Failure.detail`); hidden control characters in it are made visible, because
 * a file name comes from outside. Without `detail` the sentence stands on its own.
 */
export function sentence(code: FailureCode, locale: SentenceLocale, detail?: Failure['detail']): string {
  const fill = (template: string): string | null => {
    let complete = true
    const filled = template.replace(/\{(\w+)(:bytes)?\}/g, (_, key: string, asBytes?: string) => {
      const value = detail?.[key]
      if (value === undefined) complete = false
      if (key === 'what' && typeof value === 'string') return withVisibleControls(damagedPart(value, locale))
      return value === undefined ? '' : shown(value, asBytes !== undefined, locale)
    })
    return complete ? filled : null
  }
  // Split first and fill afterwards: a bracket inside a file name is no bracket of ours.
  return SENTENCES[code][locale]
    .split(/\[([^\]]*)\]/)
    .map((part) => fill(part) ?? '')
    .join('')
}

function shown(value: string | number, asBytes: boolean, locale: SentenceLocale): string {
  if (typeof value === 'string') return withVisibleControls(value)
  return asBytes ? sizeWords(value, locale) : new Intl.NumberFormat(locale).format(value)
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
/** Sizes are counted in 1,024s, as the limits in the code are. */
const UNIT_STEP = 1024

function sizeWords(bytes: number, locale: SentenceLocale): string {
  let amount = bytes
  let index = 0
  while (amount >= UNIT_STEP && index < UNITS.length - 1) {
    amount /= UNIT_STEP
    index += 1
  }
  const unit = UNITS[index] ?? 'byte'
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount)
}
