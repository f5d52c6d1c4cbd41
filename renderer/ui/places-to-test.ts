/** How many words of a recovery code are asked for. */
const ASKED = 3

/**
 * Three different places in a code of `count` words, in order, from zero: one in each third, so that the whole paper is looked
 * at. `random` gives numbers from 0 up to 1; nothing secret hangs on it.
 */
export function placesToTest(count: number, random: () => number = Math.random): readonly number[] {
  const third = Math.floor(count / ASKED)
  return Array.from({ length: ASKED }, (_, part) => part * third + Math.floor(random() * third))
}

/** Whether somebody typed the word: capitals and blanks around it are no obstacle. */
export function isSameWord(typed: string, word: string): boolean {
  return typed.normalize('NFKC').trim().toLowerCase() === word
}
