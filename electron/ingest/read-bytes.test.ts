import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { wordsAt } from '#domain/article/range'
import { LIMITS } from './limits'
import { readBytes } from './read-bytes'

const SHARED = resolve(import.meta.dirname, '../../../shared')
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const encoded = (text: string, charset: string) => new Uint8Array(iconv.encode(text, charset))

function outcome(bytes: Uint8Array): string {
  const result = readBytes(bytes, 'file')
  if (result.ok) return `${result.value.mediaType} ${result.value.charset}`
  const format = result.failure.detail?.format
  return format === undefined ? result.failure.code : `${result.failure.code} ${format}`
}

const KOREAN =
  '섬 주민들은 겨울 배편이 절반으로 줄었다는 소식을 매표소 창문에 붙은 종이를 보고 알았다고 소식통이 전했다.'
const CHINESE = '岛上的居民星期二从售票窗口的告示上得知，冬季的渡轮班次减少了一半，一位码头工人告诉本报。'
const JAPANESE =
  '島の住民は火曜日、切符売り場の窓に貼られた紙を見て、冬の便が半分になったことを知ったと話した。'
const RUSSIAN =
  'Жители острова узнали о сокращении зимнего расписания из объявления на окне кассы, сообщил источник.'
const GERMAN =
  'Die Inselbewohner erfuhren vom gekürzten Fahrplan durch einen Zettel am Schalter, sagte ein „Matrose“.'

describe('readBytes and bad input', () => {
  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'file-empty'],
    ['a file of blanks', bytesOf(' \r\n\t\n'), 'file-empty'],
    ['a byte order mark alone', new Uint8Array([0xef, 0xbb, 0xbf]), 'file-empty'],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'file-binary'],
    ['zero bytes', new Uint8Array(4000), 'file-binary'],
    ['text with zero bytes in it', bytesOf('Some words\0and more words'), 'file-binary'],
    ['a gzip', new Uint8Array(gzipSync('words')), 'file-format-unsupported gzip'],
    ['a PDF', bytesOf('%PDF-1.7\n1 0 obj'), 'file-format-unsupported PDF'],
    ['a PDF after rubbish', bytesOf('\n\nrubbish %PDF-1.7'), 'file-format-unsupported PDF'],
    ['a ZIP', bytesOf('PK\u0003\u0004rest'), 'file-format-unsupported ZIP'],
    ['a WARC', bytesOf('WARC/1.0\r\nWARC-Type: warcinfo\r\n'), 'file-format-unsupported WARC'],
    ['RTF', bytesOf('{\\rtf1\\ansi words}'), 'file-format-unsupported RTF'],
    [
      'MHTML',
      bytesOf(
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n',
      ),
      'file-format-unsupported MHTML',
    ],
    [
      'MHTML of a page with a long address',
      bytesOf(
        `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/${'a'.repeat(9_000)}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n`,
      ),
      'file-format-unsupported MHTML',
    ],
    [
      'an e-mail',
      bytesOf('From: a@b.example\r\nMessage-ID: <1@b.example>\r\n\r\nHello'),
      'file-format-unsupported e-mail',
    ],
    [
      'a mailbox',
      bytesOf('From a@b.example Tue Jan 02 10:00:00 2024\nFrom: a\n\nHi'),
      'file-format-unsupported mailbox',
    ],
    [
      'a feed',
      bytesOf('<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>'),
      'file-format-unsupported feed',
    ],
    ['JSON', bytesOf('{"headline": "A ferry"}'), 'file-format-unsupported JSON'],
    ['SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'file-format-unsupported SVG'],
    [
      'a page without an article',
      bytesOf('<!doctype html><title>x</title><form><input></form>'),
      'file-not-an-article',
    ],
  ])('refuses %s', (_, bytes, expected) => {
    expect(outcome(bytes)).toBe(expected)
  })

  it('names the file and the limit of one that is too large', () => {
    const result = readBytes(new Uint8Array(LIMITS.input + 1), 'big.html')
    expect(result).toMatchObject({
      failure: { code: 'file-too-large', detail: { file: 'big.html', limit: LIMITS.input } },
    })
  })

  it('says that letters nobody can read are undecodable', () => {
    // Pairs that no charset assigns: 0xFF and 0x80–0x9F in every other place.
    const bytes = Uint8Array.from({ length: 3000 }, (_, i) =>
      i % 3 === 0 ? 0xff : i % 3 === 1 ? 0x81 + (i % 7) : 0xfe,
    )
    expect(outcome(bytes)).toBe('file-undecodable')
    expect(outcome(new Uint8Array([0xff, 0xfe, ...Array.from({ length: 400 }, () => 0xd8)]))).toBe(
      'file-undecodable',
    )
  })

  it('takes a plain text for one though it begins like something else', () => {
    for (const text of [
      'From: the harbour\nSubject: ferries\n\nNo ferry today.',
      '{not json',
      '<3 from the island',
      '[1] A note',
    ]) {
      expect(outcome(bytesOf(text))).toBe('text/plain utf-8')
    }
  })

  it('never throws on mutated or random bytes', () => {
    const page =
      '<!doctype html><html lang="en"><head><meta charset="euc-kr"><title>T</title></head><body><article><p>'
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (random, asPage) => {
        const bytes = asPage ? new Uint8Array([...bytesOf(page), ...random]) : random
        expect(typeof readBytes(bytes, 'file').ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})

describe('readBytes and charsets', () => {
  it.each([
    ['utf-8', KOREAN, 'utf-8'],
    ['cp949', KOREAN, 'euc-kr'],
    ['cp949', '뷁햏 똠방각하 펲시콜라 쀍 하고 말했다', 'euc-kr'],
    ['gb18030', CHINESE, 'gb18030'],
    ['big5', '島上的居民星期二從售票窗口的告示上得知，冬季的渡輪班次減少了一半。', 'big5'],
    ['shiftjis', JAPANESE, 'shift_jis'],
    ['euc-jp', JAPANESE, 'euc-jp'],
    ['windows-1251', RUSSIAN, 'windows-1251'],
    ['koi8-r', RUSSIAN, 'koi8-r'],
    ['windows-1252', GERMAN, 'windows-1252'],
  ])('detects %s in plain text', (charset, text, label) => {
    const result = readBytes(encoded(text, charset), 'file')
    expect(result).toMatchObject({ ok: true, value: { text, charset: label } })
  })

  it.each(['utf-16le', 'utf-16be'])('reads %s with and without a byte order mark', (charset) => {
    for (const addBOM of [true, false]) {
      const bytes = new Uint8Array(iconv.encode(`${GERMAN}\r\n${KOREAN}`, charset, { addBOM }))
      expect(readBytes(bytes, 'file')).toMatchObject({
        ok: true,
        value: { text: `${GERMAN}\n${KOREAN}`, charset },
      })
    }
  })

  it('drops a byte order mark and joins CRLF, and nothing else', () => {
    expect(readBytes(bytesOf('\uFEFFone\r\ntwo \r\n'), 'file')).toMatchObject({
      value: { text: 'one\ntwo \n' },
    })
  })

  it.each([
    ['euc-kr', 'cp949', KOREAN],
    ['ks_c_5601-1987', 'cp949', KOREAN],
    ['gb2312', 'gb18030', CHINESE],
    ['Shift_JIS', 'shiftjis', JAPANESE],
    ['iso-8859-1', 'windows-1252', GERMAN],
  ])('believes a page that declares %s', (declared, charset, words) => {
    const body = `<article><h1>T</h1>${`<p>${words}</p>`.repeat(8)}</article>`
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${declared}"></head><body>${body}</body></html>`
    const result = readBytes(encoded(page, charset), 'file')
    expect(result.ok && result.value.text).toContain(words)
  })

  it('believes valid UTF-8 more than a stale declaration', () => {
    const page = `<html><head><meta charset="euc-kr"></head><body><article>${`<p>${KOREAN}</p>`.repeat(5)}</article></body></html>`
    expect(readBytes(bytesOf(page), 'file')).toMatchObject({ value: { charset: 'utf-8' } })
  })

  it('keeps a text with one damaged character', () => {
    const bytes = bytesOf(`${KOREAN.repeat(30)}`)
    bytes[90] = 0xff
    expect(outcome(bytes)).toBe('text/plain utf-8')
  })
})

describe('readBytes and real files', () => {
  const archives = resolve(SHARED, 'data/archives')
  const seeds = resolve(SHARED, 'seeds')

  it.skipIf(!existsSync(archives))(
    'says the format of archives that later versions read (skipped where ../shared/data is absent)',
    () => {
      const formats: readonly [string, RegExp][] = [
        ['mhtml', /MHTML/],
        ['wacz', /ZIP/],
        ['warc', /WARC|ARC|gzip/],
      ]
      for (const [folder, format] of formats) {
        for (const name of readdirSync(resolve(archives, folder))) {
          expect(outcome(readFileSync(resolve(archives, folder, name))), name).toMatch(format)
        }
      }
    },
  )

  it.skipIf(!existsSync(seeds))(
    'keeps the seed article as it is, alternative text and caption apart (skipped where ../shared/seeds is absent)',
    () => {
      const [name = ''] = readdirSync(seeds)
      const bytes = readFileSync(resolve(seeds, name))
      const result = readBytes(bytes, name)
      if (!result.ok) throw new Error(result.failure.code)
      const { text, blocks } = result.value
      expect(text).toBe(bytes.toString('utf8').replaceAll('\r\n', '\n'))
      expect(blocks.length).toBeGreaterThan(12)
      expect(wordsAt(text, blocks[1]?.range ?? [0, 0])).toMatch(/^FILE PHOTO: .*\)$/)
    },
  )
})
