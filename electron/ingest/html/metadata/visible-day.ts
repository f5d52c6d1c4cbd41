import type { HtmlElement } from '../document'
import { type Shown, shortWordsOf, wordsOf } from '../shown'
import { type CalendarWords, calendarWords } from './calendar-words'
import { isoDate } from './dates'

/** Candidates looked at; pages with more list other articles. */
const MOST_CANDIDATES = 80
/** Words longer than this are a paragraph, not a date line. */
const LONGEST_LINE = 160
/** Boxes around the headline that still belong to the head of the article, in characters. */
const LONGEST_HEAD = 900

/** Names by which markup calls a part a date, or a line that holds one. */
const DATE_NAME =
  /date|datum|fecha|dato|tarih|publish|pub-?date|posted|submitted|byline|meta|timestamp|pub-?time|author|erstellt|created|regist|입력/i
/** Names of the day of a change. */
const CHANGE_NAME = /updat|modif|aktualisier|changed|edited|revis|수정/i
/** A line that tells only when the page was changed. */
const CHANGED =
  /^(?:last\s)?(?:updated|modified|edited|aktualisiert|geändert|zuletzt|mis à jour|modifié|actualizado|atualizado|aggiornato|aktualizacja|aktualizováno|bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|güncelle|обновлено|оновлено|ενημερώθηκε|수정|최종\s?수정|更新)/iu
/** The same inside a line, where words of a sentence would not do: capitals, a colon, or a script that has neither. */
const CHANGED_WITHIN =
  /(?:^|[\s(|·•,–-])(?:(?:Last )?(?:Updated|Modified|Edited)|UPDATED|Aktualisiert|Zuletzt (?:aktualisiert|geändert)|Mis à jour|Modifié|Actualizado|Atualizado|Aggiornato|Aktualizacja|Bijgewerkt|Uppdaterad|Oppdatert|Opdateret|Päivitetty|Güncelleme|Обновлено|Оновлено|Ενημερώθηκε|최종\s?수정|수정|업데이트|更新)\s*[:：]?/u
const LABELLED =
  /^(?:date|datum|published|posted|first published|veröffentlicht|erschienen|erstellt|stand|fecha|publicado|publié|data|pubblicato|opublikowano|vydáno|publikováno|gepubliceerd|publicerad|publisert|udgivet|julkaistu|yayın|tarih|дата|опубликовано|опубліковано|δημοσίευση|입력|등록|작성|게재|날짜|발행|승인|기사입력|公開|発行|发布|发表|תאריך|نشر|تاريخ)/iu
/** A line that is hardly more than a day and a place. */
const SHORT_DATE_LINE = 40
/** "3 March 2024 | Ane Holm | 12 comments": a day, a time at most, and then the parts of a line. */
const OPENS_WITH_DAY =
  /^(?:\p{L}+\.?,? )?(?:\d{1,2}(?:st|nd|rd|th|\.)?[ ./-]{0,2}(?:\d{1,2}|\p{L}+)[.,/ -]{1,2}\d{2,4}|\p{L}+\.? \d{1,2},? \d{4})(?!\d).{0,20}?[|·•]/iu

/** The days that a page shows, ISO 8601, each null where it shows none. */
export class VisibleDays {
  readonly #shown: Shown
  readonly #headline: HtmlElement | null
  readonly #calendar: CalendarWords
  readonly #dayIn: (words: string) => string | null

  constructor(shown: Shown, headline: HtmlElement | null, language: string | null) {
    const calendar = calendarWords(language)
    this.#calendar = calendar
    this.#shown = shown
    this.#headline = headline
    this.#dayIn = (words) =>
      words === '' || !/\d/.test(words) || CHANGED.test(words)
        ? null
        : (isoDate(words) ?? calendar.dayIn(words))
  }

  /** The best of all: what markup calls a date, what stands near the headline, what a label or its brevity tells. */
  best(): string | null {
    return this.marked()[0] ?? this.#nearHeadline() ?? this.#labelled()
  }

  /** The day of a change in a line that says so: "Updated 4 March 2024", "입력 2024.03.03 수정 2024.03.04". */
  changed(): string | null {
    for (const element of this.#shown.elements) {
      if (element.localName !== 'time' && !LINES.has(element.localName)) continue
      const words = shortWordsOf(element, LONGEST_LINE) ?? ''
      const label = /\d/.test(words) ? CHANGED_WITHIN.exec(words) : null
      const day = label && this.#calendar.dayIn(words.slice(label.index + label[0].length))
      if (day && this.#shown.isWithArticle(element)) return day
    }
    return null
  }

  /** Days that markup calls a date, or that stand there as the number of their seconds, in order. */
  marked(): string[] {
    const days: string[] = []
    let seen = 0
    for (const element of this.#shown.elements) {
      const names = `${element.className} ${element.id}`
      if (element.localName !== 'time' && !DATE_NAME.test(names)) continue
      seen += 1
      if (seen > MOST_CANDIDATES) break
      if (tellsChange(element)) continue
      const day = this.#dayIn(shortWordsOf(element, LONGEST_LINE) ?? '') ?? epochOf(element)
      if (day !== null && this.#shown.isWithArticle(element)) days.push(day)
    }
    return days
  }

  #nearHeadline(): string | null {
    if (this.#headline === null) return null
    const own = this.#dayIn(wordsOf(this.#headline))
    if (own !== null) return own
    for (let around = this.#headline.parentElement; around !== null; around = around.parentElement) {
      if (shortWordsOf(around, LONGEST_HEAD) === null) break
      for (const element of around.querySelectorAll('p, span, div, small, li, h2, h3, h4')) {
        const day = this.#dayIn(shortWordsOf(element, LONGEST_LINE) ?? '')
        if (day !== null) return day
      }
    }
    return null
  }

  #labelled(): string | null {
    for (const element of this.#shown.elements) {
      if (!LINES.has(element.localName)) continue
      const words = shortWordsOf(element, LONGEST_LINE)
      if (words === null || !/\d{4}|\d\.\d{2}(?!\d)/.test(words)) continue
      const isDateLine = LABELLED.test(words) || OPENS_WITH_DAY.test(words) || words.length <= SHORT_DATE_LINE
      const day = isDateLine ? this.#dayIn(words) : null
      if (day !== null && this.#shown.isWithArticle(element)) return day
    }
    return null
  }
}

const LINES = new Set('p span div small li td dd strong em'.split(' '))

/** Whether an element is named after a change and not after the publication too, or labelled so by what stands before it. */
export function tellsChange(element: HtmlElement): boolean {
  const names = `${element.className} ${element.id} ${element.getAttribute('itemprop') ?? ''}`
  if (CHANGE_NAME.test(names) && !/publi|entry-date/i.test(names)) return true
  const beside = element.previousSibling
  const before = beside?.textContent?.trim()
    ? beside.textContent
    : (beside?.previousSibling?.textContent ?? '')
  return before.length <= SHORT_DATE_LINE && CHANGED.test(before.trim())
}

/** Seconds or milliseconds that a script would have turned into a day. */
function epochOf(element: HtmlElement): string | null {
  for (const name of [
    'data-timestamp',
    'data-time',
    'data-date',
    'data-datetime',
    'data-published',
    'data-epoch',
  ]) {
    const day = isoDate(element.getAttribute(name) ?? '')
    if (day !== null) return day
  }
  return null
}
