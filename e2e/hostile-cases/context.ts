import type { Payload } from './payload'
import type { Story } from './stories'

/** A payload in a place, in a story of its own. */
export type HostileCase = {
  readonly number: number
  readonly payload: Payload
  readonly context: Context
  readonly story: Story
}

/** A file to import; `path` is relative, with `/` between its parts. */
export type HostileFile = { readonly path: string; readonly bytes: Uint8Array }

/** A place in a file of some format where somebody else's words stand. */
export type Context = {
  readonly name: string
  readonly accepts: (payload: Payload) => boolean
  /** The files of these cases: one each, or one of them all. */
  readonly files: (cases: readonly HostileCase[]) => readonly HostileFile[]
  /** Whether the payload stands there as words that a reader must see as they are. */
  readonly showsWords: boolean
  /** Whether a file may be refused with a sentence in place of being read. */
  readonly mayBeRefused: (payload: Payload) => boolean
}

/** Cases of one file of several articles: as many as a real feed or mailbox has. */
const BATCH = 25

const ANY = () => true
/** A zero byte makes a text binary. */
const hasZero = ({ words }: Payload) => words.includes('\0')

export type ContextOptions = {
  readonly accepts?: Context['accepts']
  readonly showsWords?: boolean
  readonly mayBeRefused?: Context['mayBeRefused']
}

/** A place in a file of one article. */
export function single(
  name: string,
  ending: string,
  write: (each: HostileCase) => string | Uint8Array,
  { accepts = ANY, showsWords = false, mayBeRefused = hasZero }: ContextOptions = {},
): Context {
  const files: Context['files'] = (cases) =>
    cases.map((each) => ({
      path: `${slug(name)}/${String(each.number).padStart(4, '0')}.${ending}`,
      bytes: Buffer.from(write(each)),
    }))
  return { name, accepts, files, showsWords, mayBeRefused }
}

/** A place in a file of several articles. */
export function batched(
  name: string,
  ending: string,
  write: (cases: readonly HostileCase[]) => string | Uint8Array,
  { accepts = ANY, showsWords = false, mayBeRefused = hasZero }: ContextOptions = {},
): Context {
  const files: Context['files'] = (cases) => {
    const count = Math.ceil(cases.length / BATCH)
    return Array.from({ length: count }, (_, at) => ({
      path: `${slug(name)}/${at}.${ending}`,
      bytes: Buffer.from(write(cases.slice(at * BATCH, (at + 1) * BATCH))),
    }))
  }
  return { name, accepts, files, showsWords, mayBeRefused }
}

function slug(name: string): string {
  return name.replace(/\W+/g, '-')
}

export const isMarkup = ({ kind }: Payload) => kind === 'markup'
export const isAddress = ({ kind }: Payload) => kind === 'address'
/** XML 1.0 has no place for other control characters; a file with one is damaged and read by no one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
export const fitsXml = ({ words }: Payload) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(words)
export const isShort = ({ words }: Payload) => words.length <= 400

/** `words` as text of markup, or as the value of a quoted attribute. */
export function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** The story as markup, `inside` in its midst; what names the case stands before it, in case it swallows the rest. */
export function bodyOf({ story }: HostileCase, inside: string): string {
  const [first, second, third, fourth, fifth] = story.sentences
  return `<p>${first} ${second}</p><p>${third}</p>${inside}<p>${fourth} ${fifth}</p>`
}

/** The payload as words of a sentence. */
export function inSentence(words: string): string {
  return `The sign at the gate read ${words} and nobody had painted it over.`
}

export function plainBodyOf(each: HostileCase, words = each.payload.words): string {
  const [first, second, third, fourth, fifth] = each.story.sentences
  return `${first} ${second}\n\n${third}\n\n${inSentence(words)}\n\n${fourth} ${fifth}\n`
}

/** Where the story would stand in the net; another for each, or they would be one article. */
export function urlOf({ number }: HostileCase): string {
  return `https://harbour.example/story/${number}`
}
