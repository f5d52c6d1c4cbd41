import { type Bomb, filled, MIB, STORY } from './bomb'

const HEADER =
  'MIME-Version: 1.0\r\nFrom: Harbour Post <post@harbour.example>\r\nTo: a@b.example\r\nSubject: Ferry\r\n'

function message(headers: string, body: string | Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${HEADER}${headers}\r\n\r\n`), Buffer.from(body)])
}

function nestedParts(levels: number): string {
  const open = (level: number) =>
    `--b${level}\r\nContent-Type: multipart/mixed; boundary=b${level + 1}\r\n\r\n`
  return Array.from({ length: levels }, (_, level) => open(level)).join('')
}

export const MIME_BOMBS: readonly Bomb[] = [
  {
    name: 'MIME: 5,000 parts in one another',
    fileName: 'a.eml',
    make: () => message('Content-Type: multipart/mixed; boundary=b0', nestedParts(5000)),
    ends: ['file-over-limits'],
    quick: true,
  },
  {
    name: 'MIME: 50,000 parts beside one another',
    fileName: 'a.eml',
    make: () =>
      message(
        'Content-Type: multipart/mixed; boundary=b',
        '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(50_000),
      ),
    ends: ['file-over-limits'],
    quick: true,
  },
  {
    name: 'MIME: 500 messages attached to one another',
    fileName: 'a.eml',
    make: () => message('Content-Type: message/rfc822', 'Content-Type: message/rfc822\r\n\r\n'.repeat(500)),
    ends: ['file-over-limits', 'file-not-an-article', 'read'],
  },
  {
    name: 'MIME: one header of 40 MiB',
    fileName: 'a.eml',
    make: () => message(`X-Long: ${'a'.repeat(40 * MIB)}\r\nContent-Type: text/plain`, STORY),
    ends: ['file-over-limits'],
  },
  {
    name: 'MIME: a million headers',
    fileName: 'a.eml',
    make: () => message(`${'X-Name: value\r\n'.repeat(1_000_000)}Content-Type: text/plain`, STORY),
    ends: ['file-over-limits', 'read'],
  },
  {
    name: 'MIME: a subject of 40,000 encoded words',
    fileName: 'a.eml',
    make: () =>
      message(`Subject: ${'=?utf-8?q?a?=\r\n '.repeat(40_000)}x\r\nContent-Type: text/plain`, STORY),
    ends: ['file-over-limits', 'read'],
  },
  {
    name: 'MIME: a boundary of 1 MiB',
    fileName: 'a.eml',
    make: () => {
      const boundary = 'b'.repeat(MIB)
      return message(
        `Content-Type: multipart/mixed; boundary=${boundary}`,
        `--${boundary}\r\n\r\n${STORY}\r\n`,
      )
    },
    ends: ['file-over-limits', 'read', 'file-not-an-article'],
  },
  {
    name: 'MIME: 3 million lines that are nearly a boundary',
    fileName: 'a.eml',
    make: () => message('Content-Type: multipart/mixed; boundary=bb', filled('--b\r\n--bbb\r\n', 36 * MIB)),
    ends: ['file-over-limits', 'file-not-an-article', 'read'],
  },
  {
    name: 'MIME: a line of 90 MiB in base64',
    fileName: 'a.eml',
    make: () =>
      message('Content-Type: text/plain\r\nContent-Transfer-Encoding: base64', filled('YWFh', 90 * MIB)),
    ends: ['file-not-an-article', 'read', 'file-over-limits', 'parser-out-of-memory', 'parser-timed-out'],
  },
  {
    name: 'MIME: 60 MiB of quoted-printable line ends',
    fileName: 'a.eml',
    make: () =>
      message(
        'Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable',
        filled('=\r\n', 60 * MIB),
      ),
    ends: ['file-not-an-article', 'read', 'file-over-limits'],
  },
  {
    name: 'MIME: 100,000 parameters of one header',
    fileName: 'a.eml',
    make: () => message(`Content-Type: text/plain;${" a*0*=utf-8''x;".repeat(100_000)}`, STORY),
    ends: ['file-over-limits', 'read', 'file-not-an-article'],
  },
  {
    name: 'MHTML: 40,000 parts of one page',
    fileName: 'a.mhtml',
    make: () =>
      Buffer.from(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n${'--b\r\nContent-Type: image/png\r\nContent-Location: cid:a\r\n\r\nx\r\n'.repeat(40_000)}`,
      ),
    ends: ['file-over-limits'],
  },
  {
    name: 'mbox: a million messages',
    fileName: 'a.mbox',
    make: () => filled('From a@b.example Thu Jan  4 07:15:00 2024\nX: y\n\n\n', 50 * 1_000_000),
    ends: ['file-not-an-article', 'file-over-limits'],
  },
  {
    name: 'mbox: 90 MiB of lines that are nearly a From line',
    fileName: 'a.mbox',
    make: () =>
      Buffer.concat([
        Buffer.from(`From a@b.example Thu Jan  4 07:15:00 2024\nSubject: x\n\n${STORY}\n`),
        filled('\n\nFrom ', 40 * MIB),
        filled('>', 40 * MIB),
      ]),
    ends: [
      'file-not-an-article',
      'file-over-limits',
      'read',
      'file-too-large',
      'parser-timed-out',
      'parser-out-of-memory',
    ],
  },
]
