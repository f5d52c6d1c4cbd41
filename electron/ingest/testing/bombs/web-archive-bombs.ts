import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { type Bomb, filled, MIB, page } from './bomb'
import { brotliRun, deflatedRun, gzippedRun, zlibRun } from './deflated-runs'

/** One WARC record to the letter, its length given apart from what it holds. */
function record(
  http: Uint8Array,
  length: string | number = http.length,
  url = 'https://harbour.example/a',
): Buffer {
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2024-01-04T07:15:00Z',
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), http, Buffer.from('\r\n\r\n')])
}

function answer(body: Uint8Array, ...headers: readonly string[]): Buffer {
  const head = ['HTTP/1.1 200 OK', 'Content-Type: text/html', ...headers].join('\r\n')
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body])
}

const PAGE = page('')
const packed = (coding: string, body: () => Uint8Array, quick?: true): Bomb => ({
  name: `WARC: a ${coding} body of 1 GiB`,
  fileName: 'a.warc',
  make: () => record(answer(body(), `Content-Encoding: ${coding}`)),
  ends: ['file-over-limits'],
  ...(quick && { quick }),
})

export const WEB_ARCHIVE_BOMBS: readonly Bomb[] = [
  packed('gzip', () => gzippedRun(1024), true),
  packed('deflate', () => zlibRun(1024)),
  packed('br', () => brotliRun(1024)),
  {
    name: 'WARC: a gzipped record of 1 GiB',
    fileName: 'a.warc.gz',
    make: () => {
      const begin = gzipSync(record(answer(PAGE)))
      return Buffer.concat([begin, gzippedRun(1024)])
    },
    ends: ['file-over-limits'],
  },
  {
    name: 'WARC: gzip in a gzipped record, 1 GiB',
    fileName: 'a.warc.gz',
    make: () => gzipSync(record(answer(gzippedRun(1024), 'Content-Encoding: gzip'))),
    ends: ['file-over-limits'],
  },
  ...['99999999999999', '-5', '1e9', 'NaN', ''].map(
    (length): Bomb => ({
      name: `WARC: a record that is ${length === '' ? 'of no' : `“${length}” bytes`} long`,
      fileName: 'a.warc',
      make: () => Buffer.concat([record(answer(PAGE), length), record(answer(PAGE))]),
      ends: ['read', 'file-damaged', 'file-not-an-article'],
      ...(length === '-5' && { quick: true as const }),
    }),
  ),
  {
    name: 'WARC: a header of 40 MiB',
    fileName: 'a.warc',
    make: () => record(answer(PAGE), undefined, `https://harbour.example/${'a'.repeat(40 * MIB)}`),
    ends: ['read', 'file-damaged', 'file-over-limits', 'parser-out-of-memory'],
  },
  {
    name: 'WARC: 300,000 HTTP headers',
    fileName: 'a.warc',
    make: () =>
      record(
        answer(
          PAGE,
          filled('X-Name: value\r\n', 300_000 * 15)
            .toString()
            .trimEnd(),
        ),
      ),
    ends: ['read', 'file-damaged', 'file-over-limits'],
  },
  {
    name: 'WARC: a chunk that says it is 2^52 bytes',
    fileName: 'a.warc',
    make: () => {
      const chunked = Buffer.concat([Buffer.from('fffffffffffff\r\n'), PAGE])
      return record(answer(chunked, 'Transfer-Encoding: chunked'))
    },
    ends: ['read', 'file-damaged', 'file-not-an-article'],
  },
  {
    name: 'WARC: 100,000 empty records',
    fileName: 'a.warc',
    make: () => {
      const one = record(answer(Buffer.from('x')))
      return Buffer.concat(Array.from({ length: 100_000 }, () => one))
    },
    ends: ['read', 'file-not-an-article', 'file-over-limits'],
  },
  {
    name: 'WACZ: an archive of 1 GiB and a list of pages of 60 MiB',
    fileName: 'a.wacz',
    make: () =>
      zipSync({
        'datapackage.json': Buffer.from('{}'),
        'pages/pages.jsonl': filled('{"url":"https://harbour.example/a"}\n', 60 * MIB),
        'archive/a.warc.gz': Buffer.concat([gzipSync(record(answer(PAGE))), gzippedRun(1024)]),
      }),
    ends: ['file-over-limits'],
  },
  {
    name: 'WARC: deflate without its header, 256 MiB',
    fileName: 'a.warc',
    make: () => record(answer(deflatedRun(256), 'Content-Encoding: deflate')),
    ends: ['file-over-limits', 'file-damaged'],
  },
]
