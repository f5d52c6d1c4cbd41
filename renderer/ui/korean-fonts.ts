import ranges from '@fontsource-variable/noto-sans-kr/unicode.json'

/**
 * The Korean faces, each cut into some hundred and twenty files by the characters they hold; the browser loads those
 * that a text needs. The packages' own style sheets write the same list of characters twice, 320 kB in all: here it
 * is read once, for both (a test holds that the two packages cut alike).
 */
const SANS = import.meta.glob<string>(
  '../../node_modules/@fontsource-variable/noto-sans-kr/files/*-wght-normal.woff2',
  { eager: true, import: 'default', query: '?url' },
)
const SERIF = import.meta.glob<string>(
  '../../node_modules/@fontsource-variable/noto-serif-kr/files/*-wght-normal.woff2',
  { eager: true, import: 'default', query: '?url' },
)

/** Makes both faces known to the page, under the names that tokens.css uses. */
function addFaces(family: string, weight: string, files: Readonly<Record<string, string>>): void {
  const byCharacters = new Map(Object.entries(ranges))
  for (const [path, url] of Object.entries(files)) {
    const part = /-kr-([a-z0-9-]+)-wght-normal\.woff2$/.exec(path)?.[1] ?? ''
    const unicodeRange = byCharacters.get(part) ?? byCharacters.get(`[${part}]`)
    if (unicodeRange === undefined) continue
    const source = `url("${url}") format("woff2-variations")`
    document.fonts.add(new FontFace(family, source, { display: 'swap', unicodeRange, weight }))
  }
}

addFaces('Noto Sans KR Variable', '100 900', SANS)
addFaces('Noto Serif KR Variable', '200 900', SERIF)
