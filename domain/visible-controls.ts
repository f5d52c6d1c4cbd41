/**
 * Characters that change how their neighbours are shown and show nothing themselves: bidirectional controls
 * (Unicode UAX #9), line and paragraph separators, the other C0 and C1 controls, the word joiner and the invisible and
 * deprecated format characters around it, the byte order mark. In a title, a file name or a link they can make one
 * thing look like another (SECURITY.md, Hostile input).
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff]/g

/**
 * `text` with every hidden control written out as `⟨U+202E⟩`, for one line of text such as a title or a file name.
 * Line breaks and tabs become blanks: in one line they have no other meaning.
 */
export function withVisibleControls(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(HIDDEN, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return `⟨U+${code}⟩`
  })
}

/** `text` without hidden controls, for a file name. */
export function withoutControls(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(HIDDEN, '')
}
