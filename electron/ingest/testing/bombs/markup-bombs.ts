import { type Bomb, filled, MIB, page, STORY } from './bomb'

const html = (name: string, body: () => string | Uint8Array, ...ends: Bomb['ends']): Bomb => ({
  name: `HTML: ${name}`,
  fileName: 'a.html',
  make: () => page(body()),
  ends,
})
const quick = (bomb: Bomb): Bomb => ({ ...bomb, quick: true })
const numbered = (count: number, write: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => write(number)).join('')

export const MARKUP_BOMBS: readonly Bomb[] = [
  quick(html('a million elements in one another', () => filled('<div>', 5_000_000), 'file-too-large')),
  html('60,000 elements in one another', () => '<div>'.repeat(60_000), 'read'),
  html('10 million elements beside one another', () => filled('<b>x</b>', 80 * MIB), 'file-too-large'),
  html('70,000 unclosed links', () => '<a href=x>'.repeat(70_000), 'read'),
  html('70,000 unclosed formatting elements', () => '<b><i><u>'.repeat(23_000), 'read'),
  html('8,000 tables in one another', () => '<table><tr><td>'.repeat(8_000), 'read'),
  html('20,000 lists in one another', () => '<ul><li>x'.repeat(20_000), 'read'),
  html('20,000 quotations in one another', () => '<blockquote>x'.repeat(20_000), 'read'),
  html('20,000 drawings in one another', () => '<svg><foreignObject>'.repeat(20_000), 'read'),
  html('20,000 figures in one another', () => '<figure><figcaption>x'.repeat(20_000), 'read'),
  html('a table of 70,000 cells', () => `<table><tr>${'<td>x'.repeat(70_000)}</table>`, 'read'),
  html(
    'an attribute of 90 MiB',
    () => `<p class="${'a '.repeat(45 * MIB)}">${STORY}</p>`,
    'read',
    'parser-out-of-memory',
  ),
  html(
    '300,000 attributes of one element',
    () => `<p ${numbered(300_000, (n) => ` a${n}=1`)}>${STORY}</p>`,
    'read',
  ),
  html(
    '60,000 elements with an id that is the same',
    () => '<p id=a class="byline author">x'.repeat(60_000),
    'read',
  ),
  quick(html('a million comments that do not end', () => '<!--'.repeat(1_000_000), 'read')),
  html('a million scripts that do not end', () => '<script '.repeat(1_000_000), 'read'),
  html('a million titles that do not end', () => '<title>'.repeat(1_000_000), 'read', 'file-too-large'),
  html('30 million bytes of “<”', () => filled('<', 30_000_000), 'read', 'parser-out-of-memory'),
  html(
    '5 million character references',
    () => filled('&amp;&#x26;', 50_000_000),
    'read',
    'parser-timed-out',
    'parser-out-of-memory',
  ),
  html('20 million line breaks and blanks', () => filled(' \n\t', 60_000_000), 'read'),
  html('70,000 pictures without a file', () => '<img src=/a.png alt=x>'.repeat(70_000), 'read'),
  html('a listing of 2 million blanks and a word', () => `<pre>x${' '.repeat(2_000_000)}x</pre>`, 'read'),
  html(
    'a byline of 2 million blanks',
    () => `<p class="byline">By Ana Ruiz${' '.repeat(2_000_000)}x</p>`,
    'read',
  ),
  html(
    'a byline of 300,000 commas',
    () => `<p class="byline">By Ana Ruiz${' ,'.repeat(300_000)}x</p>`,
    'read',
  ),
  html('a link of 20 MiB', () => `<a href="https://x.example/${'a/../'.repeat(4 * MIB)}">x</a>`, 'read'),
  html('a srcset of 2 million entries', () => `<img srcset="${'a 1x, '.repeat(2_000_000)}">`, 'read'),
  {
    name: 'HTML: no body, and a million comments that do not end',
    fileName: 'a.html',
    make: () => Buffer.from(`<html><title>A</title>${'<!--'.repeat(1_000_000)}`),
    ends: ['file-not-an-article', 'read'],
  },
  {
    name: 'HTML: no body, and 500,000 templates that do not end',
    fileName: 'a.html',
    make: () =>
      Buffer.from(`<html><title>A</title>${'<script <style <title <template '.repeat(125_000)}<p>${STORY}`),
    ends: ['file-not-an-article', 'read', 'file-too-large'],
  },
  {
    name: 'HTML: an author of a million commas and blanks',
    fileName: 'a.html',
    make: () => page('', `<meta name=author content="Ana Ruiz${' ,'.repeat(500_000)}x">`),
    ends: ['read'],
  },
  {
    name: 'HTML: 70,000 meta elements',
    fileName: 'a.html',
    make: () => page('', '<meta name=author content="Ana Ruiz, Mina Orr and others">'.repeat(70_000)),
    ends: ['read'],
  },
  {
    name: 'JSON-LD: a million lists in one another',
    fileName: 'a.html',
    make: () =>
      page(
        '',
        `<script type="application/ld+json">${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}</script>`,
      ),
    ends: ['read'],
  },
  {
    name: 'JSON-LD: an object of 500,000 objects',
    fileName: 'a.html',
    make: () =>
      page(
        '',
        `<script type="application/ld+json">{${numbered(500_000, (n) => `"a${n}":{},`)}"b":1}</script>`,
      ),
    ends: ['read'],
    quick: true,
  },
  {
    name: 'JSON-LD: 20 MiB of blanks and of comment marks that nearly close it',
    fileName: 'a.html',
    make: () =>
      page('', `<script type="application/ld+json">${'/* '.repeat(3 * MIB)}${' '.repeat(10 * MIB)}</script>`),
    ends: ['read'],
  },
]
