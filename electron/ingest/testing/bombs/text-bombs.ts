import { type Bomb, filled, MIB, STORY } from './bomb'

/** Text that sets a careless pattern going over and over; `bytes` of it behind a story. */
const text = (name: string, unit: string, bytes: number, ...more: Bomb['ends']): Bomb => ({
  name: `text: ${name}`,
  fileName: 'a.txt',
  make: () => Buffer.concat([Buffer.from(`Ferry\n\n${STORY}\n\n`), filled(unit, bytes)]),
  ends: ['read', ...more],
})
/** More than any article, and more than is analysed in time: the limit of time ends it at the latest. */
const whole = (name: string, unit: string, bytes: number) =>
  text(name, unit, bytes, 'parser-timed-out', 'parser-out-of-memory', 'file-too-large')

export const TEXT_BOMBS: readonly Bomb[] = [
  whole('90 MiB of one letter', 'a', 90 * MIB),
  whole('90 MiB of line ends', '\n', 90 * MIB),
  whole('90 MiB of “a b ”', 'a b ', 90 * MIB),
  { ...text('300 KB of one letter', 'a', 300_000), quick: true },
  text('300 KB of blanks', ' ', 300_000),
  text('300 KB of line ends', '\n', 300_000),
  text('300 KB of “\\r\\n\\t”', '\r\n\t', 300_000),
  text('300 KB of digits', '1', 300_000),
  text('300 KB of “1/1/”', '1/1/', 300_000),
  text('300 KB of “1 May ”', '1 May ', 300_000),
  text('300 KB of opening quotation marks', '“', 300_000),
  text('300 KB of straight quotation marks', '" ', 300_000),
  text('300 KB of brackets', '(', 300_000),
  text('300 KB of “(Photo: ”', '(Photo: ', 300_000),
  text('300 KB of “By By ”', 'By ', 300_000),
  text('100 KB of “Ana Ruiz, ”', 'Ana Ruiz, ', 100_000),
  text('100 KB of “said ”', 'said ', 100_000),
  text('100 KB of “who asked not to be named because ”', 'who asked not to be named because ', 100_000),
  text('100 KB of “, a source who ”', ', a source who ', 100_000),
  text('300 KB of “사진=”', '사진=', 300_000),
  text('300 KB of “기자 ”', '기자 ', 300_000),
  text('300 KB of “a@”', 'a@', 300_000),
  text('300 KB of “a.”', 'a.', 300_000),
  text('300 KB of “https://”', 'https://', 300_000),
  text('300 KB of full stops', '.', 300_000),
  text('300 KB of dashes', '— ', 300_000),
  text('300 KB of underscores', '_ ', 300_000),
  text('300 KB of marks over one letter', '\u0301', 300_000),
  text('300 KB of characters that turn the text around', '\u202e', 300_000),
  text('300 KB of “[1] ”', '[1] ', 300_000),
  text('300 KB of “A. ”', 'A. ', 300_000),
  text('300 KB of “& ” and “and ”', 'A & B and ', 300_000),
]
